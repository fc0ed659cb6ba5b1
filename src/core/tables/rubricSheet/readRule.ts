import type { ByRankRule, ChecklistElement, ChecklistRule, Rule, RuleKind, TimelinessRule, VetoEffect } from '#core/rubric/rubric'
import {
  annualDayAt, badLine, choiceAt, hasPart, idAt, lineWith, linesWith, numberAt, numberOf, optionalNumber, refuseOthers, textAt, textOf,
  type RuleLine, type RuleLines,
} from '#core/tables/rubricSheet/ruleLines'
import type { LineWord } from '#core/tables/rubricSheet/rubricSheetWords'

const known: Readonly<Record<RuleKind, readonly LineWord[]>> = {
  level: ['level'],
  passFail: ['criterion', 'deadline', 'date'],
  checklist: ['element', 'mark', 'cap'],
  deduct: ['cause', 'floor'],
  ratio: ['numerator', 'denominator', 'zeroAt', 'fullAt', 'onEmpty'],
  count: ['count', 'cap'],
  interval: ['measure', 'unit', 'break', 'shape', 'closed'],
  itemMean: ['subItem', 'share', 'onEmpty'],
  judge: ['criterion', 'step'],
  timeliness: ['date', 'deadline', 'grace', 'otherwise', 'perDay'],
  byRank: ['measure', 'unit', 'best', 'table', 'proportional', 'perPlace'],
  reference: ['label', 'outOf', 'rubric'],
  sources: ['source'],
  scale: ['scaleStep'],
  negative: ['perEvent', 'cap'],
  veto: ['criterion', 'effect'],
}

/**
 * A rule from the lines of its cell. What is wrong is added to the problems of `source`; the value then holds stand-ins and must not be
 * used. Ids that are not written are made from the place in the list (c1, c2 …).
 */
export function readRule(kind: RuleKind, source: RuleLines): Rule {
  refuseOthers(source, known[kind])
  const { words } = source
  switch (kind) {
    case 'level': return { kind, levels: linesWith(source, 'level').map((line, index) => ({ id: idAt(source, line, 3, `l${index + 1}`), label: textAt(source, line, 1), criterion: textAt(source, line, 2), points: numberAt(source, line, 0) })) }
    case 'passFail': return { kind, criterion: textOf(source, 'criterion'), ...readDeadline(source) }
    case 'checklist': return readChecklist(source)
    case 'deduct': return {
      kind,
      causes: linesWith(source, 'cause').map((line, index) => ({ id: idAt(source, line, 3, `c${index + 1}`), label: textAt(source, line, 0), perEvent: numberAt(source, line, 1), ...(hasPart(line, 2) ? { cap: numberAt(source, line, 2) } : {}) })),
      ...optionalNumber(source, 'floor', 'floor'),
    }
    case 'ratio': return { kind, numerator: textOf(source, 'numerator'), denominator: textOf(source, 'denominator'), zeroAt: numberOf(source, 'zeroAt'), fullAt: numberOf(source, 'fullAt'), ...readOnEmpty(source) }
    case 'count': return { kind, kinds: linesWith(source, 'count').map((line, index) => ({ id: idAt(source, line, 2, `k${index + 1}`), label: textAt(source, line, 0), points: numberAt(source, line, 1) })), ...optionalNumber(source, 'cap', 'cap') }
    case 'interval': {
      const closed = lineWith(source, 'closed', 'optional')
      return {
        kind,
        measure: textOf(source, 'measure'),
        unit: textOf(source, 'unit'),
        breaks: linesWith(source, 'break').map((line) => ({ x: numberAt(source, line, 0), y: numberAt(source, line, 1) })),
        shape: readChoice(source, 'shape', words.shapes),
        ...(closed === undefined ? {} : { closed: choiceAt(source, closed, 0, words.closed) }),
      }
    }
    case 'itemMean': return {
      kind,
      subItem: textOf(source, 'subItem'),
      scale: linesWith(source, 'share').map((line, index) => ({ id: idAt(source, line, 3, `s${index + 1}`), label: textAt(source, line, 1), criterion: textAt(source, line, 2), share: numberAt(source, line, 0) })),
      ...readOnEmpty(source),
    }
    case 'judge': return { kind, criterion: textOf(source, 'criterion'), step: numberOf(source, 'step') }
    case 'timeliness': return { kind, dateLabel: textOf(source, 'date'), deadline: readDay(source, 'deadline'), late: readLate(source) }
    case 'byRank': return { kind, measure: textOf(source, 'measure'), unit: textOf(source, 'unit'), best: readChoice(source, 'best', words.best), award: readAward(source) }
    case 'reference': {
      const rubric = lineWith(source, 'rubric', 'optional')
      return { kind, label: textOf(source, 'label'), full: numberOf(source, 'outOf'), ...(rubric === undefined ? {} : { rubric: textAt(source, rubric, 0) }) }
    }
    case 'sources': return { kind, sources: linesWith(source, 'source').map((line, index) => ({ id: idAt(source, line, 3, `s${index + 1}`), label: textAt(source, line, 0), weight: numberAt(source, line, 1), full: numberAt(source, line, 2) })) }
    case 'scale': return { kind, steps: linesWith(source, 'scaleStep').map((line) => ({ value: numberAt(source, line, 0), label: textAt(source, line, 1), ...(hasPart(line, 2) ? { rate: numberAt(source, line, 2) } : {}) })) }
    case 'negative': return { kind, perEvent: numberOf(source, 'perEvent'), ...optionalNumber(source, 'cap', 'cap') }
    case 'veto': return { kind, criterion: textOf(source, 'criterion'), effect: readEffect(source) }
  }
}

function readDay(source: RuleLines, word: LineWord): ReturnType<typeof annualDayAt> {
  const line = lineWith(source, word, 'needed')
  return line === undefined ? { yearsAfter: 1, month: 1, day: 1 } : annualDayAt(source, line, 0)
}

function readDeadline(source: RuleLines): { deadline?: ReturnType<typeof annualDayAt>; dateLabel?: string } {
  const deadline = lineWith(source, 'deadline', 'optional')
  const date = lineWith(source, 'date', 'optional')
  return { ...(deadline === undefined ? {} : { deadline: annualDayAt(source, deadline, 0) }), ...(date === undefined ? {} : { dateLabel: textAt(source, date, 0) }) }
}

function readOnEmpty(source: RuleLines): { onEmpty?: 'notApplicable' | 'zero' } {
  const line = lineWith(source, 'onEmpty', 'optional')
  return line === undefined ? {} : { onEmpty: choiceAt(source, line, 0, source.words.onEmpty) }
}

function readChoice<K extends string>(source: RuleLines, word: LineWord, choices: Readonly<Record<K, string>>): K {
  const line = lineWith(source, word, 'needed')
  return line === undefined ? (Object.keys(choices)[0] as K) : choiceAt(source, line, 0, choices)
}

/** Marks belong to the element above them. */
function readChecklist(source: RuleLines): ChecklistRule {
  const elements: (Omit<ChecklistElement, 'marks'> & { readonly marks: { points: number; criterion: string }[] })[] = []
  for (const line of source.lines) {
    if (line.word === 'element') elements.push({ id: idAt(source, line, 1, `e${elements.length + 1}`), label: textAt(source, line, 0), marks: [], ...(hasPart(line, 2) ? { notApplicable: { when: textAt(source, line, 2) } } : {}) })
    const element = elements.at(-1)
    if (line.word !== 'mark') continue
    if (element === undefined) badLine(source, line)
    else element.marks.push({ points: numberAt(source, line, 0), criterion: textAt(source, line, 1) })
  }
  return { kind: 'checklist', elements, ...optionalNumber(source, 'cap', 'cap') }
}

function readLate(source: RuleLines): TimelinessRule['late'] {
  const perDay = lineWith(source, 'perDay', 'optional')
  if (perDay === undefined) {
    return { kind: 'grace', steps: linesWith(source, 'grace').map((line) => ({ until: annualDayAt(source, line, 0), points: numberAt(source, line, 1) })), otherwise: numberOf(source, 'otherwise') }
  }
  refuseOthers(source, ['date', 'deadline', 'perDay'])
  return { kind: 'perDay', points: numberAt(source, perDay, 0) }
}

function readAward(source: RuleLines): ByRankRule['award'] {
  const given = (['table', 'proportional', 'perPlace'] as const).flatMap((word) => linesWith(source, word))
  const [line, second] = given
  if (second !== undefined) badLine(source, second)
  if (line === undefined) source.problems.push({ kind: 'missing-line', place: source.place, word: source.words.lines.table })
  if (line?.word === 'proportional' || line === undefined) return { kind: 'proportional' }
  if (line.word === 'perPlace') return { kind: 'step', step: numberAt(source, line, 0) }
  return { kind: 'table', points: line.parts.map((_, index) => numberAt(source, line, index)) }
}

function readEffect(source: RuleLines): VetoEffect {
  const line: RuleLine | undefined = lineWith(source, 'effect', 'needed')
  if (line === undefined) return { kind: 'zero' }
  const kind = choiceAt(source, line, 0, source.words.effects)
  if (kind === 'capTotal') return { kind, at: numberAt(source, line, 1) }
  return kind === 'lowerBand' ? { kind, by: numberAt(source, line, 1) } : { kind }
}
