import { parseCalendarDay } from '#core/calendarDay'
import type { ItemId } from '#core/ids'
import type { AnchorExample, BasisReference, RubricItem } from '#core/rubric/rubric'
import { readEnglish } from '#core/tables/rubricSheet/englishLines'
import { unescapeText } from '#core/tables/rubricSheet/escapeText'
import { readRule } from '#core/tables/rubricSheet/readRule'
import { readVariants } from '#core/tables/rubricSheet/readVariants'
import { splitRuleLines } from '#core/tables/rubricSheet/ruleLines'
import { keyOfWord, type RubricSheetWords } from '#core/tables/rubricSheet/rubricSheetWords'
import { badLineOf, choiceCell, englishCells, idCell, isBlank, lineCells, numberCell, placeOf, rawCell, textCell, type NamedRow } from '#core/tables/rubricSheet/sheetRows'

/** An item from its row. Problems are added to those of the row; the value then holds stand-ins and must not be used. */
export function readItemRow(row: NamedRow, words: RubricSheetWords): RubricItem {
  const { item } = words
  const before = row.problems.length
  const kind = choiceCell(row, item.kind, words.rules)
  // Lines of a rule whose type is not known would all be problems.
  const known = row.problems.length === before
  const lines = (column: string) => splitRuleLines(rawCell(row, column), words, placeOf(row, column), row.problems)
  const read: RubricItem = {
    kind: 'item',
    id: idCell(row, item.id) as ItemId,
    name: textCell(row, item.name),
    full: numberCell(row, item.full),
    ...(isBlank(row, item.weight) ? {} : { weight: numberCell(row, item.weight) }),
    rule: known ? readRule(kind, lines(item.rule)) : { kind: 'judge', criterion: '', step: 1 },
    ...(isBlank(row, item.measure) ? {} : { measure: choiceCell(row, item.measure, words.measures) }),
    ...(isBlank(row, item.variants) ? {} : { variants: isEmptyList(row, item.variants) ? [] : readVariants(lines(item.variants)) }),
    guidance: textCell(row, item.guidance),
    cueWords: rawCell(row, item.cueWords).split(/(?<!\\)、|\n/).map(unescapeText).filter((word) => word !== ''),
    basis: lineCells(row, item.basis).map((line) => readReference(row, line, words)),
    ...(isBlank(row, item.notApplicable) ? {} : { notApplicable: { when: textCell(row, item.notApplicable) } }),
    ...(isBlank(row, item.examples) ? {} : { examples: isEmptyList(row, item.examples) ? [] : lineCells(row, item.examples).map((line) => readExample(row, line, words)) }),
    ...englishCells(row, { name: item.nameEn, guidance: item.guidanceEn }),
  }
  const translated = readEnglish(read, lineCells(row, item.textsEn))
  for (const line of translated.unread) badLineOf(row, item.textsEn, line)
  return translated.item
}

function isEmptyList(row: NamedRow, column: string): boolean {
  return rawCell(row, column).trim() === '\\e'
}

type Line = ReturnType<typeof lineCells>[number]

function readReference(row: NamedRow, line: Line, { item, checked: words }: RubricSheetWords): BasisReference {
  const [basis = '', checkedText = '', place = ''] = line.parts
  const checked = checkedText === '' ? 'no' : keyOfWord(words, checkedText)
  if (basis === '' || checked === null || line.parts.length > 3) badLineOf(row, item.basis, line)
  return { basis, ...(place === '' ? {} : { place }), checked: checked === 'yes' }
}

function readExample(row: NamedRow, line: Line, { item }: RubricSheetWords): AnchorExample {
  const [passage = '', ruling = '', reason = '', dateText = ''] = line.parts
  const date = dateText === '' ? undefined : parseCalendarDay(dateText)
  if (passage === '' || ruling === '' || date === null || line.parts.length > 4) badLineOf(row, item.examples, line)
  return { passage, ruling, ...(reason === '' ? {} : { reason }), ...(date ? { date } : {}) }
}
