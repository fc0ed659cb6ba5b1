import { formatPercent, pointsOf, writeExact } from '#core/points'
import { heightOfText, makeBand, makeCell, makeRow } from '#core/tables/cells'
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
      line(method.notApplicable, method.notApplicableGlobal),
      line(method.rounding, fillWords(method.roundingText, { decimals: settings.decimals })),
      line(method.rankOn, settings.rankOn === 'rounded' ? method.rankOnRounded : method.rankOnUnrounded),
      line(method.tieRule, settings.tieRule === 'competition' ? method.competition : method.dense),
      line(method.provisional, settings.rankProvisional ? method.provisionalRanked : method.provisionalUnranked),
      line(method.formulas, method.formulasText),
      section(method.bands),
      ...bandsOf(plan),
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

function bandsOf(plan: WorkbookPlan): SheetRow[] {
  const { words, project } = plan.input
  const bands = [...project.settings.bands].sort((a, b) => b.from - a.from)
  return bands.map(({ name, from }, index) => line(name, fillWords(words.method.bandsText, { from: writeExact(pointsOf(from)), to: index === 0 ? words.unlimited : writeExact(pointsOf(bands[index - 1]!.from)) })))
}

function section(text: string): SheetRow {
  return makeBand(text, 'section', widths.length, 24)
}

function line(label: string, text: string): SheetRow {
  return makeRow([makeCell(label, 'label'), makeCell(text, 'value')], Math.max(20, heightOfText(text, widths[1]!)))
}
