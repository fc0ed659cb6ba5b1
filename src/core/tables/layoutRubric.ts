import type { LegalBasis, Rule, RubricItem } from '#core/rubric/rubric'
import { makeBand, makeCell, makeFittedRow, makeRow } from '#core/tables/cells'
import { describeRule } from '#core/tables/describeRule'
import type { PlannedItem, WorkbookPlan } from '#core/tables/planWorkbook'
import type { SheetModel, SheetRow } from '#core/tables/workbook'
import { fillWords } from '#core/tables/workbookWords'

const widths = [8, 15, 13, 20, 7, 28, 44, 44, 18, 24, 24]

/** 指标体系: every item with its points, rule, levels, guidance, cue words and basis; a place not checked yet says so. */
export function layoutRubric(plan: WorkbookPlan): SheetModel {
  const { words, rubricRecord } = plan.input
  const { columns } = words
  const heads = [columns.id, columns.dimension, columns.indicator, columns.item, columns.full, columns.rule, columns.choices, columns.guidance, columns.notApplicableWhen, columns.cueWords, columns.basis]
  return {
    name: plan.sheets.rubric,
    columns: widths,
    rows: [
      makeBand(rubricRecord.rubric.name, 'title', 1, 26),
      makeRow([makeCell(`${words.method.version} ${rubricRecord.rubric.version} · ${words.method.hash} ${rubricRecord.hash.slice(0, 16)}…`, 'subtitle')], 20),
      makeRow(heads.map((text) => makeCell(text, 'header')), 24),
      ...plan.items.map(({ item, path, dimension }) => itemRow(plan, { item, path, section: `${dimension.id} ${dimension.name}` })),
      ...outsideItems(plan).map((item) => itemRow(plan, item)),
    ],
    frozenRows: 3,
    frozenColumns: 0,
    merges: [],
    print: { orientation: 'landscape', repeatRows: [2, 2], repeatColumns: null, pagesWide: 1 },
    autoFilter: { row: 2, firstColumn: 0, lastColumn: heads.length - 1, lastRow: 2 + plan.items.length + outsideItems(plan).length },
  }
}

type RubricLine = Pick<PlannedItem, 'item' | 'path'> & { readonly section: string }

/** Other sources of the base total, and what follows it: bonus, negative list, vetoes. */
function outsideItems(plan: WorkbookPlan): RubricLine[] {
  const { outside: said } = plan.input.words
  const { sources, bonus, negative, vetoes } = plan.outside
  const lines = (items: readonly RubricItem[], section: string): RubricLine[] => items.map((item) => ({ item, section, path: [] }))
  return [...lines(sources, said.sources), ...lines(bonus, said.bonus), ...lines(negative, said.negative), ...lines(vetoes, said.veto)]
}

function itemRow(plan: WorkbookPlan, { item, section, path }: RubricLine): SheetRow {
  const { words, rubricRecord } = plan.input
  const { rule, choices } = rulesOf(plan, item)
  return makeFittedRow([
    makeCell(item.id, 'textCenter'),
    makeCell(section, 'wrapped'),
    makeCell(path.join(' / '), 'wrapped'),
    makeCell(item.name, 'wrapped'),
    makeCell(item.full, 'points'),
    makeCell(rule, 'wrapped'),
    makeCell(choices, 'wrapped'),
    makeCell(item.guidance, 'wrapped'),
    makeCell(item.notApplicable?.when ?? words.none, 'wrapped'),
    makeCell(item.cueWords.join(' '), 'wrapped'),
    makeCell(basisOf(plan, item, rubricRecord.rubric.bases), 'wrapped'),
  ], widths)
}

function rulesOf(plan: WorkbookPlan, item: RubricItem): { readonly rule: string; readonly choices: string } {
  const { words, project } = plan.input
  const described = (rule: Rule) => describeRule(item, rule, project.year, words)
  const own = described(item.rule)
  const { outside } = words
  // A variant says what is different: that the item is left out, other full marks, another rule.
  const bodies = (item.variants ?? []).flatMap(({ label, full, applies }) => (applies === false ? [fillWords(outside.notForBody, { label })] : full === undefined ? [] : [fillWords(outside.fullForBody, { label, full })]))
  const variants = (item.variants ?? []).flatMap(({ label, rule }) => (rule ? [{ heading: fillWords(words.rules.variant, { label }), ...described(rule) }] : []))
  return {
    rule: [own.rule, ...bodies, ...variants.filter(({ rule }) => rule !== own.rule).map(({ heading, rule }) => `${heading}${rule}`)].join('\n'),
    choices: [...own.choices, ...variants.flatMap(({ heading, choices }) => (choices.length === 0 ? [] : [heading, ...choices]))].join('\n'),
  }
}

function basisOf(plan: WorkbookPlan, item: RubricItem, bases: readonly LegalBasis[]): string {
  const { words } = plan.input
  return item.basis
    .map(({ basis, place, checked }) => {
      const short = bases.find(({ id }) => id === basis)?.short ?? basis
      return `${short}${place ? ` ${place}` : ''}${checked ? '' : `(${words.basisUnchecked})`}`
    })
    .join('\n')
}
