import type { RuleVariant } from '#core/rubric/rubric'
import { readRule } from '#core/tables/rubricSheet/readRule'
import { badLine, choiceAt, lineWith, optionalNumber, refuseOthers, textAt, type RuleLine, type RuleLines } from '#core/tables/rubricSheet/ruleLines'

/** Variants from the lines of their cell: each begins with its name; the lines behind "规则" are those of its rule. */
export function readVariants(source: RuleLines): RuleVariant[] {
  const blocks: RuleLine[][] = []
  for (const line of source.lines) {
    const block = blocks.at(-1)
    if (line.word === 'variant') blocks.push([line])
    else if (block === undefined) badLine(source, line)
    else block.push(line)
  }
  return blocks.map((lines) => readVariant(source, lines))
}

function readVariant(source: RuleLines, lines: readonly RuleLine[]): RuleVariant {
  const { words } = source
  const turn = lines.findIndex((line) => line.word === 'rule')
  const head = { ...source, lines: turn === -1 ? lines : lines.slice(0, turn) }
  refuseOthers(head, ['variant', 'kinds', 'levels', 'full', 'weight', 'exempt'])
  const [first] = lines
  const kinds = lineWith(head, 'kinds', 'optional')
  const levels = lineWith(head, 'levels', 'optional')
  const ruleLine = lines[turn]
  return {
    when: {
      ...(kinds === undefined ? {} : { kinds: kinds.parts.map((_, index) => choiceAt(source, kinds, index, words.kinds)) }),
      ...(levels === undefined ? {} : { levels: levels.parts.map((_, index) => choiceAt(source, levels, index, words.unitLevels)) }),
    },
    label: first === undefined ? '' : textAt(source, first, 0),
    ...(ruleLine === undefined ? {} : { rule: readRule(choiceAt(source, ruleLine, 0, words.rules), { ...source, lines: lines.slice(turn + 1) }) }),
    ...optionalNumber(head, 'full', 'full'),
    ...optionalNumber(head, 'weight', 'weight'),
    ...(lineWith(head, 'exempt', 'optional') === undefined ? {} : { applies: false as const }),
  }
}
