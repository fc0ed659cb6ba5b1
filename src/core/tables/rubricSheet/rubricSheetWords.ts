import type { MeasureName } from '#core/rubric/measureName'
import type { NotApplicableMethod, ItemCondition, RuleKind, UnitKind, UnitLevel, VetoEffect } from '#core/rubric/rubric'
import english from '#core/tables/rubricSheet/rubricSheetWords.en.json'
import chinese from '#core/tables/rubricSheet/rubricSheetWords.zh.json'

type Words<K extends string> = Readonly<Record<K, string>>

/**
 * Every word of the rubric template, in one language: names of sheets and columns, and the words of our notation. A workbook is read
 * with the set whose overview sheet it has, so within a set the words of one list differ from each other.
 */
export interface RubricSheetWords {
  readonly language: 'zh' | 'en'
  readonly title: string
  readonly sheets: Words<'overview' | 'items' | 'sources' | 'bonus' | 'negative' | 'vetoes' | 'consistency' | 'bases'>
  readonly entries: Words<OverviewEntry>
  /** What to write beside an entry of the overview. */
  readonly hints: Readonly<Partial<Record<OverviewEntry, string>>>
  /** Names of the levels of groups, from the top, separated by |. */
  readonly levels: string
  /** Columns of a group; %level% is the name of its level. */
  readonly group: Words<'id' | 'name' | 'full' | 'weight' | 'nameEn'>
  readonly item: Words<ItemColumn>
  readonly consistency: Words<'id' | 'when' | 'then' | 'message' | 'messageEn'>
  readonly basis: Words<'id' | 'title' | 'short' | 'from' | 'to' | 'note' | 'titleEn' | 'shortEn' | 'noteEn'>
  readonly rules: Words<RuleKind>
  readonly measures: Words<MeasureName>
  readonly lines: Words<LineWord>
  readonly methods: Words<NotApplicableMethod>
  readonly merges: Words<'items' | 'total'>
  readonly conditions: Words<ItemCondition['is']>
  readonly effects: Words<VetoEffect['kind']>
  readonly onEmpty: Words<'notApplicable' | 'zero'>
  readonly shapes: Words<'linear' | 'step'>
  readonly closed: Words<'left' | 'right'>
  readonly best: Words<'high' | 'low'>
  readonly kinds: Words<UnitKind>
  readonly unitLevels: Words<UnitLevel>
  readonly checked: Words<'yes' | 'no'>
  readonly answers: Words<'yes' | 'no'>
}

export type OverviewEntry =
  | 'format' | 'key' | 'version' | 'name' | 'summary' | 'full' | 'method' | 'leastSettledShare' | 'mergeAt' | 'sources' | 'ownLabel' | 'ownLabelEn' | 'ownWeight' | 'bonus' | 'bonusCap' | 'bonusGate'
  | 'bonusInclusive' | 'bonusCapAtFull' | 'negative' | 'negativeCap' | 'vetoes' | 'consistency'
  | 'nameEn' | 'summaryEn'

export type ItemColumn =
  | 'id' | 'name' | 'full' | 'weight' | 'kind' | 'rule' | 'measure' | 'guidance' | 'cueWords' | 'basis' | 'notApplicable' | 'variants' | 'examples'
  /** English: `textsEn` holds that of all texts but name and guidance. */
  | 'nameEn' | 'guidanceEn' | 'textsEn'

export type LineWord =
  | 'level' | 'criterion' | 'deadline' | 'date' | 'element' | 'mark' | 'cap' | 'cause' | 'floor' | 'numerator' | 'denominator' | 'zeroAt'
  | 'fullAt' | 'onEmpty' | 'count' | 'measure' | 'unit' | 'break' | 'shape' | 'closed' | 'subItem' | 'share' | 'step' | 'grace' | 'otherwise'
  | 'perDay' | 'best' | 'table' | 'proportional' | 'perPlace' | 'label' | 'outOf' | 'rubric' | 'source' | 'scaleStep' | 'perEvent' | 'effect'
  | 'variant' | 'kinds' | 'levels' | 'full' | 'weight' | 'exempt' | 'rule'

export const rubricSheetWords: Readonly<Record<'zh' | 'en', RubricSheetWords>> = {
  zh: chinese as RubricSheetWords,
  en: english as RubricSheetWords,
}

/** The key whose word this is, or null. Case and blanks around do not matter. */
export function keyOfWord<K extends string>(words: Words<K>, text: string): K | null {
  const wanted = text.trim().toLowerCase()
  const found = Object.entries<string>(words).find(([, word]) => word.toLowerCase() === wanted)
  return found === undefined ? null : (found[0] as K)
}
