import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../builders/aRubric'
import { fixedDeps } from '../builders/fixedDeps'
import { withDatabase } from '../storage/withDatabase'
import type { AssessorId, ItemId, ProjectId, UnitId } from '#core/ids'
import { defaultSettings, type ProjectSettings } from '#core/records/projectRecord'
import type { Result } from '#core/result'
import { projectOf } from '#storage/queries/projectOf'
import { addUnits } from '#workflows/addUnits'
import { changeSettings } from '#workflows/changeSettings'
import { computeRanking } from '#workflows/computeRanking'
import { createProject } from '#workflows/createProject'
import { openProjectFile } from '#workflows/openProjectFile'
import { previewSettings } from '#workflows/previewSettings'
import { recordScore } from '#workflows/recordScore'
import { saveProjectFile } from '#workflows/saveProjectFile'
import { signIn } from '#workflows/signIn'

withDatabase()
const rubric = aRubric([aGroup('A', 60, [anItem('a', 60)]), aGroup('B', 40, [anItem('b', 40)])])
const stricter: ProjectSettings = {
  ...defaultSettings,
  tieRule: 'dense',
  tieBreak: [{ kind: 'dimension', id: 'B' }],
  bands: [{ name: '好', from: 85 }, { name: '中', from: 60 }, { name: '差', from: 0 }],
}

function value<T, P>(result: Result<T, P>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

async function aProject(deps = fixedDeps()): Promise<{ deps: ReturnType<typeof fixedDeps>; projectId: ProjectId; assessorId: AssessorId }> {
  const projectId = value(await createProject(deps, { name: '评估', year: 2024, rubric, settings: defaultSettings }))
  const units = value(await addUnits(deps, projectId, ['甲县', '乙县', '丙县'].map((name) => ({ name, kind: 'government', level: 'county' }))))
  const assessorId = value(await signIn(deps, projectId, '甲组01'))
  // 90 = 60 + 30 · 80 = 50 + 30 · 80 = 42 + 38.
  for (const [index, points] of [[60, 30], [50, 30], [42, 38]].entries()) {
    for (const [at, itemId] of (['a', 'b'] as ItemId[]).entries()) {
      value(await recordScore(deps, { projectId, unitId: units[index] as UnitId, assessorId, itemId, state: 'scored', answer: { kind: 'judge', points: points[at]! }, note: '依据', evidence: [] }))
    }
  }
  return { deps, projectId, assessorId }
}

describe('settings of a standing project', () => {
  test('the effect is shown before: nothing is written by looking', async () => {
    const { projectId, assessorId } = await aProject()
    const before = await projectOf(projectId)
    const effect = await previewSettings(projectId, assessorId, stricter)
    expect({ units: effect.units, ranks: effect.ranks, bands: effect.bands, changes: effect.changes.map(({ name, before: was, after: is }) => [name, was.rank, was.band, is.rank, is.band]) }).toEqual({
      units: 3, ranks: 1, bands: 3, changes: [['甲县', 1, '优秀', 1, '好'], ['丙县', 2, '良好', 2, '中'], ['乙县', 2, '良好', 3, '中']],
    })
    expect(await projectOf(projectId)).toEqual(before)
  })

  test('a change is in force at once and says who, when, why, from what, to what; a second one is appended', async () => {
    const { deps, projectId, assessorId } = await aProject()
    value(await changeSettings(deps, projectId, { from: defaultSettings, to: stricter, by: ' 项目负责人 ', reason: ' 按会议纪要 ' }))
    value(await changeSettings(deps, projectId, { from: stricter, to: { ...stricter, decimals: 1 }, by: '组长', reason: '取一位小数' }))
    const project = await projectOf(projectId)
    const at = project?.settingsChanges?.map((change) => change.at) ?? []
    expect(project?.settingsChanges).toEqual([
      { at: at[0], by: '项目负责人', reason: '按会议纪要', from: defaultSettings, to: stricter },
      { at: at[1], by: '组长', reason: '取一位小数', from: stricter, to: { ...stricter, decimals: 1 } },
    ])
    expect(at[0]! < at[1]!).toBe(true)
    expect({ settings: project?.settings, changedAt: project?.changedAt }).toEqual({ settings: { ...stricter, decimals: 1 }, changedAt: at[1] })
    const [ranking] = await computeRanking(projectId, assessorId)
    expect(ranking?.rows.map((row) => [row.name, row.rank, row.band, row.shown?.low])).toEqual([['甲县', 1, '好', '90.0'], ['丙县', 2, '中', '80.0'], ['乙县', 3, '中', '80.0']])
  })

  test('the history travels with the project file', async () => {
    const { deps, projectId } = await aProject()
    value(await changeSettings(deps, projectId, { from: defaultSettings, to: stricter, by: '组长', reason: '按会议纪要' }))
    value(await saveProjectFile(deps, projectId))
    const opened = value(await openProjectFile(deps, deps.saved[0]!, { onConflict: { kind: 'copy', name: '副本' } }))
    expect((await projectOf(opened))?.settingsChanges).toEqual((await projectOf(projectId))?.settingsChanges)
  })

  test('what is unsound, unexplained, unsigned or no change is refused, and nothing is written', async () => {
    const { deps, projectId } = await aProject()
    const before = await projectOf(projectId)
    const attempt = (to: Partial<ProjectSettings>, more: { by?: string; reason?: string; from?: ProjectSettings } = {}) =>
      changeSettings(deps, projectId, { from: defaultSettings, to: { ...defaultSettings, ...to }, by: '组长', reason: '理由', ...more })
    const refused = async (outcome: ReturnType<typeof attempt>): Promise<unknown> => {
      const result = await outcome
      return result.ok ? 'written' : result.problem
    }
    expect(await refused(attempt({ decimals: 1 }, { reason: ' ' }))).toEqual({ kind: 'reason-missing' })
    expect(await refused(attempt({ decimals: 1 }, { by: '\u3000' }))).toEqual({ kind: 'who-missing' })
    expect(await refused(attempt({ tieBreak: [] }))).toEqual({ kind: 'settings-unchanged' })
    expect(await refused(attempt({ bands: [{ name: '好', from: 60 }, { name: '差', from: 10 }] }))).toEqual({ kind: 'bands-leave-a-gap' })
    expect(await refused(attempt({ bands: [{ name: '好', from: 60 }, { name: '中', from: 70 }, { name: '差', from: 0 }] }))).toEqual({ kind: 'bands-not-falling', name: '中' })
    expect(await refused(attempt({ bands: [{ name: '好', from: 60 }, { name: '中', from: 60 }, { name: '差', from: 0 }] }))).toEqual({ kind: 'bands-not-falling', name: '中' })
    expect(await refused(attempt({ tieBreak: [{ kind: 'dimension', id: 'C' }] }))).toEqual({ kind: 'tie-break-unknown', id: 'C' })
    expect(await refused(attempt({ decimals: 1 }, { from: { ...defaultSettings, decimals: 3 } }))).toEqual({ kind: 'settings-stale' })
    expect(await projectOf(projectId)).toEqual(before)
  })

  test('a project that is gone is said to be', async () => {
    expect(await changeSettings(fixedDeps(), 'nowhere' as ProjectId, { from: defaultSettings, to: stricter, by: '组长', reason: '理由' })).toEqual({ ok: false, problem: { kind: 'not-found', what: 'project' } })
  })
})
