import type { UnrankedReason } from '#core/ranking/ranking'
import type { RuleKind, VetoEffect } from '#core/rubric/rubric'
import type { ItemState } from '#core/scoring/itemState'

/**
 * Every word of the workbook, in one language. `%name%` marks a place that is filled in (`fillWords`).
 * workbookWords.zh.json and workbookWords.en.json are complete sets. The words of `states` and `undetermined` stand in
 * cells that formulas compare with, so they must differ from each other.
 */
export interface WorkbookWords {
  readonly title: string
  readonly partTwo: string
  readonly sheets: Readonly<Record<'method' | 'ranking' | 'dimensions' | 'matrix' | 'score' | 'rubric', string>>
  readonly states: Readonly<Record<ItemState, string>>
  /** In the place of a total or a share when nothing is scored yet. */
  readonly undetermined: string
  readonly none: string
  readonly unlimited: string
  /** Appended to text that is longer than a cell holds: %count% characters. */
  readonly cut: string
  readonly basisUnchecked: string
  readonly columns: Readonly<Record<
    | 'rank' | 'unit' | 'total' | 'percent' | 'band' | 'gap' | 'lowEnd' | 'highEnd' | 'remark' | 'sheet' | 'highest' | 'earned'
    | 'available' | 'unrounded' | 'full' | 'id' | 'dimension' | 'indicator' | 'item' | 'points' | 'state' | 'answer' | 'note'
    | 'quotes' | 'rule' | 'choices' | 'guidance' | 'cueWords' | 'notApplicableWhen' | 'basis', string>>
  readonly reasons: Readonly<Record<UnrankedReason, string>>
  readonly ranking: Readonly<Record<'notRanked' | 'provisional' | 'tied' | 'subtitle' | 'reading', string>>
  readonly matrix: Readonly<Record<'legend', string>>
  readonly dimensions: Readonly<Record<'legend', string>>
  readonly score: Readonly<Record<'subtitle' | 'back' | 'provisional' | 'counts' | 'source' | 'subtotals' | 'whole', string>>
  /** Other sources of the base total, and what follows it. */
  readonly outside: Readonly<Record<
    | 'steps' | 'sources' | 'weight' | 'sourcesFormula' | 'base' | 'bonus' | 'negative' | 'veto' | 'total' | 'bonusCap' | 'negativeCap' | 'gateReached' | 'gateMissed' | 'capAtFull' | 'notRecorded'
    | 'bandLowered' | 'bandLowest' | 'quotaFull' | 'muchNotApplicable' | 'notForBody' | 'fullForBody', string>>
  readonly signature: Readonly<Record<'assessor' | 'reviewer' | 'date', string>>
  readonly method: Readonly<Record<
    | 'project' | 'name' | 'year' | 'assessor' | 'madeAt' | 'rubric' | 'version' | 'hash' | 'structureHash' | 'full' | 'items'
    | 'weights' | 'weight' | 'calculation' | 'notApplicable' | 'notApplicableGlobal' | 'notApplicableWithinParent' | 'notApplicableEqualAdd' | 'notApplicableCountFull' | 'notApplicableCountZero'
    | 'totalSources' | 'totalSource' | 'totalSourcesText' | 'order' | 'orderText' | 'bonusText' | 'gateInclusive' | 'gateExclusive' | 'noLimit' | 'negativeText' | 'vetoText' | 'leastSettled' | 'leastSettledText' | 'tieBreak'
    | 'tieBreakDimension' | 'tieBreakDeductions' | 'tieBreakPublication' | 'quota' | 'quotaText' | 'rounding' | 'roundingText' | 'rankOn'
    | 'rankOnRounded' | 'rankOnUnrounded' | 'tieRule' | 'competition' | 'dense' | 'provisional' | 'provisionalRanked'
    | 'provisionalUnranked' | 'formulas' | 'formulasText' | 'bands' | 'bandsText' | 'counts' | 'units' | 'ranked' | 'unranked' | 'states'
    | 'settingsChanges' | 'settingsChange' | 'outsideProof' | 'searchedFor' | 'scored' | 'notFound' | 'notApplicableState' | 'pending' | 'unscored' | 'program' | 'appVersion' | 'methodVersion' | 'sheetsInPartTwo'
    , string>>
  readonly rules: Readonly<Record<RuleKind, string>> & Readonly<Record<
    | 'levelChoice' | 'passFailDate' | 'elementChoice' | 'mark' | 'markSeparator' | 'mayNotApply' | 'cap' | 'cause' | 'kind' | 'stepLeft' | 'stepRight' | 'linear'
    | 'break' | 'scaleChoice' | 'grace' | 'otherwise' | 'perDay' | 'variant' | 'place' | 'placeBeyond' | 'placeStep' | 'proportionalHigh'
    | 'proportionalLow' | 'bestHigh' | 'bestLow' | 'inUnit' | 'source' | 'scaleRated' | 'scaleStep' | 'scaleStepRated', string>>
  readonly effects: Readonly<Record<VetoEffect['kind'], string>>
  readonly answers: Readonly<Record<'level' | 'passed' | 'failed' | 'date' | 'element' | 'elementNotApplicable' | 'times' | 'noEvent' | 'ratio' | 'value' | 'listed' | 'noSubItem' | 'judged' | 'never' | 'reference' | 'referenceRange' | 'valid' | 'events' | 'applies' | 'doesNotApply', string>>
}

/** "%count% items" with the places filled in. A place that is not given stays as it is. */
export function fillWords(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/%([a-zA-Z]+)%/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place))
}
