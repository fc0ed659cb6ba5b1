import { formatPercent, pointsOf, writeExact } from '#core/points'
import { sameBands, sameQuota, sameTieBreak } from '#core/records/sameSettings'
import { heightOfText, makeBand, makeCell, makeRow } from '#core/tables/cells'
import { describeEffect } from '#core/tables/describeRule'
import { type WorkbookPlan, nameOfGroup } from '#core/tables/planWorkbook'
import type { SheetModel, SheetRow } from '#core/tables/workbook'
import { fillWords } from '#core/tables/workbookWords'

const widths = [28, 92]

/**
 * 说明: what makes every number in the file recomputable (METHOD §13): project, rubric version and hashes, weights, N/A method, rounding,
 * what the ranking reads, tie rule, bands, the policy on provisional units, counts, states, versions and time.
 */
export function layoutMethodSheet(plan: WorkbookPlan): SheetModel {
  const { words, project, rubricRecord, rankings, madeAtText, assessorName, appVersion, methodVersion } = plan.input
  const { method, states } = words
  const { rubric, hash, structureHash } = rubricRecord
  const { settings } = project
  const ranked = rankings.map(({ group, rows }) => ({ group: nameOfGroup(plan.input, group), ranked: rows.filter(({ rank }) => rank !== null).length, units: rows.length }))
  const sum = (key: 'ranked' | 'units') => ranked.reduce((total, group) => total + group[key], 0)
  const groups = ranked.length < 2 ? [] : ranked.map((group) => line(group.group, `${method.units} ${group.units} · ${method.ranked} ${group.ranked} · ${method.unranked} ${group.units - group.ranked}`))
  return {
    name: plan.sheets.method,
    columns: widths,
    rows: [
      makeBand(fillWords(words.title, { project: project.name }), 'title', widths.length, 28),
      section(method.project),
      line(method.name, project.name),
      line(method.year, String(project.year)),
      line(method.assessor, assessorName),
      line(method.madeAt, madeAtText),
      section(method.rubric),
      line(method.rubric, rubric.name),
      line(method.version, rubric.version),
      line(method.hash, hash),
      line(method.structureHash, structureHash),
      line(method.full, writeExact(plan.full)),
      line(method.items, String(plan.items.length)),
      section(method.weights),
      ...plan.dimensions.map(({ id, name, full }) => line(`${id} ${name}`, fillWords(method.weight, { points: writeExact(full), share: formatPercent(full, plan.full, settings.decimals) ?? words.none }))),
      section(method.calculation),
      line(method.notApplicable, notApplicableText(plan)),
      ...afterBase(plan),
      line(method.rounding, fillWords(method.roundingText, { decimals: settings.decimals })),
      line(method.rankOn, settings.rankOn === 'rounded' ? method.rankOnRounded : method.rankOnUnrounded),
      line(method.tieRule, settings.tieRule === 'competition' ? method.competition : method.dense),
      ...partedBy(plan),
      line(method.provisional, settings.rankProvisional ? method.provisionalRanked : method.provisionalUnranked),
      line(method.formulas, method.formulasText),
      section(method.bands),
      ...bandsOf(plan),
      ...(settings.quota ? [line(method.quota, fillWords(method.quotaText, { band: settings.quota.band, percent: settings.quota.percent }))] : []),
      ...settingsChanges(plan),
      section(method.counts),
      line(method.units, String(sum('units'))),
      line(method.ranked, String(sum('ranked'))),
      line(method.unranked, String(sum('units') - sum('ranked'))),
      ...groups,
      ...(plan.split ? [line(words.sheets.score, method.sheetsInPartTwo)] : []),
      section(method.states),
      line(states.scored, method.scored),
      line(states.notFound, method.notFound),
      line(states.notApplicable, method.notApplicableState),
      line(states.pending, method.pending),
      line(states.unscored, method.unscored),
      section(method.program),
      line(method.appVersion, appVersion),
      line(method.methodVersion, methodVersion),
    ],
    frozenRows: 1,
    frozenColumns: 0,
    merges: [],
    print: { orientation: 'portrait', repeatRows: null, repeatColumns: null, pagesWide: 1 },
    autoFilter: null,
  }
}

function notApplicableText({ input }: WorkbookPlan): string {
  const { method } = input.words
  switch (input.rubricRecord.rubric.notApplicableMethod) {
    case 'global':
      return method.notApplicableGlobal
    case 'withinParent':
      return method.notApplicableWithinParent
    case 'equalAdd':
      return method.notApplicableEqualAdd
    case 'countFull':
      return method.notApplicableCountFull
    case 'countZero':
      return method.notApplicableCountZero
  }
}

/** Other sources of the base, the fixed order, caps, gate and effects of what follows it; nothing where the rubric has none. */
function afterBase(plan: WorkbookPlan): SheetRow[] {
  const { words, rubricRecord } = plan.input
  const { method, outside } = words
  const { totalSources, bonus, negative, leastSettledShare } = rubricRecord.rubric
  const sources = totalSources
    ? [fillWords(method.totalSource, { label: totalSources.own.label, weight: totalSources.own.weight, full: writeExact(plan.full) }), ...totalSources.items.map(({ name, weight = 0, full }) => fillWords(method.totalSource, { label: name, weight, full }))]
    : []
  const limit = (cap: number | undefined, text: string): string => (cap === undefined ? method.noLimit : fillWords(text, { cap }))
  const gate = bonus?.gate ? fillWords(bonus.gate.inclusive ? method.gateInclusive : method.gateExclusive, { base: bonus.gate.base }) : method.noLimit
  const vetoes = plan.outside.vetoes.flatMap(({ name, rule }) => (rule?.kind === 'veto' ? [fillWords(method.vetoText, { name, effect: describeEffect(rule.effect, words) })] : []))
  return [
    ...(totalSources ? [line(method.totalSources, fillWords(method.totalSourcesText, { sources: sources.join(' · ') }))] : []),
    ...(plan.afterBase ? [line(method.order, method.orderText)] : []),
    ...(plan.outside.bonus.length > 0 ? [line(outside.bonus, fillWords(method.bonusText, { cap: limit(bonus?.cap, outside.bonusCap), gate, full: bonus?.capAtFull ? ` · ${outside.capAtFull}` : '' }))] : []),
    ...(plan.outside.negative.length > 0 ? [line(outside.negative, fillWords(method.negativeText, { cap: limit(negative?.cap, outside.negativeCap) }))] : []),
    ...(vetoes.length > 0 ? [line(outside.veto, vetoes.join('\n'))] : []),
    ...(leastSettledShare === undefined ? [] : [line(method.leastSettled, fillWords(method.leastSettledText, { share: `${formatPercent(pointsOf(leastSettledShare), pointsOf(1), 0) ?? ''}%` }))]),
  ]
}

/** What parts equal totals, in the order of the settings. */
function partedBy(plan: WorkbookPlan): SheetRow[] {
  const { words, project } = plan.input
  const { method } = words
  const chain = (project.settings.tieBreak ?? []).map((step) => {
    if (step.kind === 'fewerDeductions') return method.tieBreakDeductions
    if (step.kind === 'earlierPublication') return method.tieBreakPublication
    return fillWords(method.tieBreakDimension, { name: plan.dimensions.find(({ id }) => id === step.id)?.name ?? step.id })
  })
  return chain.length === 0 ? [] : [line(method.tieBreak, chain.join(' → '))]
}

function bandsOf(plan: WorkbookPlan): SheetRow[] {
  const { words, project } = plan.input
  const bands = [...project.settings.bands].sort((a, b) => b.from - a.from)
  return bands.map(({ name, from }, index) => line(name, fillWords(words.method.bandsText, { from: writeExact(pointsOf(from)), to: index === 0 ? words.unlimited : writeExact(pointsOf(bands[index - 1]!.from)) })))
}

/** Which rules were other ones before, since when, by whom and why; nothing where they have always been these. */
function settingsChanges({ input }: WorkbookPlan): SheetRow[] {
  const { method } = input.words
  const changes = input.project.settingsChanges ?? []
  if (changes.length === 0) return []
  const rows = changes.map(({ atText, by, reason, from, to }) => {
    const changed = [
      ...(from.decimals === to.decimals ? [] : [method.rounding]),
      ...(from.rankOn === to.rankOn ? [] : [method.rankOn]),
      ...(from.tieRule === to.tieRule ? [] : [method.tieRule]),
      ...(sameTieBreak(from, to) ? [] : [method.tieBreak]),
      ...(from.rankProvisional === to.rankProvisional ? [] : [method.provisional]),
      ...(sameBands(from, to) ? [] : [method.bands]),
      ...(sameQuota(from, to) ? [] : [method.quota]),
    ]
    return line(atText, fillWords(method.settingsChange, { by, reason, changed: changed.join(' · ') }))
  })
  return [section(method.settingsChanges), ...rows]
}

function section(text: string): SheetRow {
  return makeBand(text, 'section', widths.length, 24)
}

function line(label: string, text: string): SheetRow {
  return makeRow([makeCell(label, 'label'), makeCell(text, 'value')], Math.max(20, heightOfText(text, widths[1]!)))
}
