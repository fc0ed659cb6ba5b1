import type { Rubric } from '#core/rubric/rubric'
import { escapeText } from '#core/tables/rubricSheet/escapeText'
import type { OverviewEntry, RubricSheetWords } from '#core/tables/rubricSheet/rubricSheetWords'

export const templateFormat = 'zhunsheng.rubric 1'

export interface OverviewRow {
  readonly entry: OverviewEntry
  readonly label: string
  readonly value: string | number
  readonly hint: string
  readonly choices: readonly string[] | null
}

/** The overview sheet of the template, entry by entry; '' where the rubric says nothing. */
export function overviewRows(rubric: Rubric, words: RubricSheetWords): OverviewRow[] {
  const { answers } = words
  const yesNo = (value: boolean | undefined) => (value === undefined ? '' : value ? answers.yes : answers.no)
  const { totalSources, bonus, negative } = rubric
  const own = totalSources?.own
  const values: Readonly<Record<OverviewEntry, string | number>> = {
    format: templateFormat,
    key: rubric.key,
    version: escapeText(rubric.version),
    name: escapeText(rubric.name),
    summary: escapeText(rubric.summary),
    full: rubric.full,
    method: words.methods[rubric.notApplicableMethod],
    leastSettledShare: rubric.leastSettledShare ?? '',
    mergeAt: rubric.mergeAt === undefined ? '' : words.merges[rubric.mergeAt],
    sources: yesNo(totalSources !== undefined),
    ownLabel: own === undefined ? '' : escapeText(own.label),
    ownLabelEn: own?.en?.label === undefined ? '' : escapeText(own.en.label),
    ownWeight: own?.weight ?? '',
    bonus: yesNo(bonus !== undefined),
    bonusCap: bonus?.cap ?? '',
    bonusGate: bonus?.gate?.base ?? '',
    bonusInclusive: yesNo(bonus?.gate?.inclusive),
    bonusCapAtFull: yesNo(bonus?.capAtFull),
    negative: yesNo(negative !== undefined),
    negativeCap: negative?.cap ?? '',
    vetoes: yesNo(rubric.vetoes !== undefined),
    consistency: yesNo(rubric.consistency !== undefined),
    nameEn: rubric.en?.name === undefined ? '' : escapeText(rubric.en.name),
    summaryEn: rubric.en?.summary === undefined ? '' : escapeText(rubric.en.summary),
  }
  const yesNoEntries: readonly OverviewEntry[] = ['sources', 'bonus', 'bonusInclusive', 'bonusCapAtFull', 'negative', 'vetoes', 'consistency']
  return (Object.keys(values) as OverviewEntry[]).map((entry) => ({
    entry,
    label: words.entries[entry],
    value: values[entry],
    hint: words.hints[entry] ?? '',
    choices: entry === 'method' ? Object.values(words.methods) : entry === 'mergeAt' ? Object.values(words.merges) : yesNoEntries.includes(entry) ? Object.values(answers) : null,
  }))
}
