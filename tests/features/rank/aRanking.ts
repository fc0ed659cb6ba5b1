import { deepFreeze } from '../../builders/deepFreeze'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import type { ItemId, UnitId } from '#core/ids'
import { rankProject } from '#core/ranking/rankProject'
import type { Ranking } from '#core/ranking/ranking'
import { defaultSettings, type ProjectSettings } from '#core/records/projectRecord'
import type { Rubric } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'

/** A (60) with a1 (40) and a2 (20); B (40) with b1: points as entered, everything may be N/A. */
const judge = { kind: 'judge', criterion: '按标准判断', step: 0.001 } as const
export const smallRubric: Rubric = aRubric([aGroup('A', 60, [anItem('a1', 40, judge), anItem('a2', 20, judge)]), aGroup('B', 40, [anItem('b1', 40, judge)])])

/** Points of a1, a2, b1; a state in their place; left out: unscored. */
export type Marks = readonly (number | Exclude<ItemState, 'scored'>)[]

/** The ranking of these units, computed by the program's own core; ids are the names. */
export function aRanking(units: Readonly<Record<string, Marks>>, settings: Partial<ProjectSettings> = {}): Ranking {
  const names = Object.keys(units)
  const [ranking] = rankProject(
    smallRubric,
    { year: 2024, settings: { ...defaultSettings, ...settings } },
    names.map((name, position) => ({ id: name as UnitId, name, kind: 'government', level: 'county', group: '', position })),
    (unitId) => new Map((units[unitId] ?? []).map((mark, index) => [(['a1', 'a2', 'b1'] as ItemId[])[index]!, markOf(mark)])),
  )
  if (!ranking) throw new Error('a ranking needs units')
  return deepFreeze(ranking)
}

function markOf(mark: Marks[number]): { state: ItemState; answer: Answer | null } {
  return typeof mark === 'number' ? { state: 'scored', answer: { kind: 'judge', points: mark } } : { state: mark, answer: null }
}

/** One of everything: first, two that tie, one with a dimension N/A, one provisional, one not begun, one wholly N/A. */
export const mixedUnits = {
  甲县: [40, 20, 30.5],
  乙县: [35, 15, 30],
  丙县: [30, 20, 30],
  丁县: [30, 15, 'notApplicable'],
  戊县: [20, 10, 'pending'],
  己县: [],
  庚县: ['notApplicable', 'notApplicable', 'notApplicable'],
} satisfies Record<string, Marks>
