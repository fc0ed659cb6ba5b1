import { rollUpUnits } from '#core/aggregation/rollUpUnits'
import type { Instant, ItemId, Sha256, UnitId } from '#core/ids'
import { pointsOf } from '#core/points'
import { rankUnits } from '#core/ranking/rankUnits'
import { defaultSettings, type ProjectSettings } from '#core/records/projectRecord'
import type { Rubric } from '#core/rubric/rubric'
import { ruleFor } from '#core/rubric/ruleFor'
import { allItems } from '#core/rubric/allItems'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'
import { describeAnswer } from '#core/tables/describeAnswer'
import type { MarkInput, UnitInput, WorkbookInput } from '#core/tables/workbookInput'
import type { WorkbookWords } from '#core/tables/workbookWords'
import zhWords from '#core/tables/workbookWords.zh.json'
import { aGroup, anItem, aRubric } from './aRubric'

export const zh: WorkbookWords = zhWords

/** A number is a judge's points; a word is a state; an answer is an answer; left out is unscored. */
export type MarkDraft = number | Exclude<ItemState, 'scored'> | { readonly answer: Answer; readonly note?: string; readonly quotes?: readonly string[] }

export interface UnitDraft {
  readonly name: string
  readonly group?: string
  readonly marks: Readonly<Record<string, MarkDraft>>
}

export interface InputDraft {
  readonly rubric?: Rubric
  readonly settings?: Partial<ProjectSettings>
  readonly units: readonly UnitDraft[]
}

/** Points of any value, thirds included: an average over three entries. */
export function aShareOf(id: string, full: number) {
  return anItem(id, full, { kind: 'ratio', numerator: '分子', denominator: '分母', zeroAt: 0, fullAt: 1 })
}

/** Everything `layoutWorkbook` takes, rolled up and ranked by the program itself. */
export function anExcelInput({ rubric = aSmallRubric(), settings, units }: InputDraft): WorkbookInput {
  const whole: ProjectSettings = { ...defaultSettings, ...settings }
  const marks = units.map((unit) => new Map(Object.entries(unit.marks).map(([id, draft]) => [id as ItemId, markOf(draft)])))
  const trees = rollUpUnits(rubric, 2024, marks.map((marksOfUnit) => ({ kind: 'government', level: 'county', marks: marksOfUnit })), whole)
  const inputs = units.map((unit, index): UnitInput => ({ unit: { id: `unit-${index + 1}` as UnitId, name: unit.name }, tree: trees[index]!, marks: wordsOf(rubric, unit, marks[index]!) }))
  const groups = [...new Set(units.map(({ group }) => group ?? ''))]
  const rankings = groups.map((group) => {
    const members = inputs.filter((_, index) => (units[index]!.group ?? '') === group)
    return rankUnits(group, pointsOf(rubric.full), members.map(({ unit, tree }) => ({ unitId: unit.id, name: unit.name, tree })), whole)
  })
  return {
    project: { name: '测试项目', year: 2024, settings: whole },
    rubricRecord: { hash: 'a'.repeat(64) as Sha256, structureHash: 'b'.repeat(64) as Sha256, rubric, adoptedAt: '2025-01-01T00:00:00.000Z' as Instant },
    rankings,
    groupNames: new Map([['', '全部单位']]),
    units: inputs,
    assessorName: '评估员甲',
    words: zh,
    language: 'zh',
    madeAt: '2025-03-01T06:30:00.000Z' as Instant,
    madeAtText: '2025-03-01 14:30 (UTC+08:00)',
    appVersion: '0.1.0',
    methodVersion: '1',
  }
}

/** Two dimensions, three items, ten points. */
export function aSmallRubric(): Rubric {
  return aRubric([aGroup('A', 6, [aGroup('A-1', 6, [anItem('A1', 4), aShareOf('A2', 2)])]), aGroup('B', 4, [anItem('B1', 4)])])
}

function markOf(draft: MarkDraft): { readonly state: ItemState; readonly answer: Answer | null } {
  if (typeof draft === 'number') return { state: 'scored', answer: { kind: 'judge', points: draft } }
  if (typeof draft === 'string') return { state: draft, answer: null }
  return { state: 'scored', answer: draft.answer }
}

function wordsOf(rubric: Rubric, unit: UnitDraft, marks: ReadonlyMap<ItemId, { readonly state: ItemState; readonly answer: Answer | null }>): Map<ItemId, MarkInput> {
  const items = new Map(allItems(rubric).map((item) => [item.id, item]))
  return new Map(
    [...marks].map(([id, { state, answer }]) => {
      const draft = unit.marks[id]
      const more = typeof draft === 'object' ? draft : { note: '', quotes: [] }
      const rule = ruleFor(items.get(id)!, { kind: 'government', level: 'county' })
      return [id, { state, answerText: describeAnswer(rule, answer, zh), note: more.note ?? '', quotes: more.quotes ?? [] }]
    }),
  )
}
