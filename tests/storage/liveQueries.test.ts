import type { Observable } from 'dexie'
import { beforeEach, describe, expect, test } from 'vitest'
import { anEntry, assessorId, projectId, snapshot, unitA, unitB, withDatabase } from './withDatabase'
import type { Instant } from '#core/ids'
import { noGrounds } from '#core/scoring/scoreEntry'
import { rememberSignedIn } from '#storage/assessors'
import { rememberFileSave } from '#storage/fileSaves'
import { changeProject } from '#storage/projects'
import { watchAssessors } from '#storage/queries/watchAssessors'
import { watchLastFileSave } from '#storage/queries/watchLastFileSave'
import { watchProgress } from '#storage/queries/watchProgress'
import { watchProject } from '#storage/queries/watchProject'
import { watchProjects } from '#storage/queries/watchProjects'
import { watchReports } from '#storage/queries/watchReports'
import { watchScorecard } from '#storage/queries/watchScorecard'
import { watchSignedIn } from '#storage/queries/watchSignedIn'
import { watchUnits } from '#storage/queries/watchUnits'
import { commitEntry } from '#storage/scores'
import { writeProjectSnapshot } from '#storage/snapshots'
import { changeUnit } from '#storage/units'

withDatabase()

beforeEach(async () => {
  await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
})

/** The first answer of a live query, what is then done, and the answer after it. */
async function before<T>(query: Observable<T>, act: () => Promise<unknown>): Promise<[T, T]> {
  const answers: T[] = []
  let acting: Promise<unknown> | null = null
  await new Promise<void>((resolve, reject) => {
    const subscription = query.subscribe({
      next(answer) {
        answers.push(answer)
        if (!acting) acting = act().catch(reject)
        else {
          subscription.unsubscribe()
          resolve()
        }
      },
      error: reject,
    })
  })
  await acting
  return answers as [T, T]
}

const at = '2025-06-01T00:00:00.000Z' as Instant

describe('live queries tell each committed change', () => {
  test('of a scorecard', async () => {
    const entry = anEntry('b', null, { note: '新' })
    const [first, second] = await before(watchScorecard(projectId, unitA, assessorId), () => commitEntry(projectId, entry))
    expect([...first.marks.keys()]).toEqual(['a'])
    expect(second.marks.get(entry.itemId)).toEqual({ state: 'scored', answer: entry.answer, ...noGrounds, note: '新', entryId: entry.id })
  })

  test('of the progress, taken back judgements apart', async () => {
    const none = { scored: 0, notFound: 0, notApplicable: 0, pending: 0, unscored: 0 }
    const [first, second] = await before(watchProgress(projectId, assessorId), async () => {
      await commitEntry(projectId, anEntry('a', snapshot.entries[1]?.id ?? null, { state: 'unscored', answer: null }))
    })
    expect(first).toEqual(new Map([[unitA, { ...none, scored: 1 }]]))
    expect(second).toEqual(new Map([[unitA, { ...none, unscored: 1 }]]))
  })

  test('of projects, units, people and saves', async () => {
    const rename = () => changeProject(projectId, { name: '改名' })
    expect((await before(watchProject(projectId), rename)).map((project) => project?.name)).toEqual(['评估', '改名'])
    expect((await before(watchProjects(), () => changeProject(projectId, { archivedAt: at }))).map(([project]) => project?.archivedAt)).toEqual([null, at])
    expect((await before(watchUnits(projectId), () => changeUnit(projectId, unitB, { position: 9, name: '末' }))).map((units) => units.map(({ name }) => name).at(-1))).toEqual(['松屿县人民政府', '末'])
    expect((await before(watchSignedIn(projectId), () => rememberSignedIn(projectId, null))).map((one) => one?.name ?? null)).toEqual(['甲组01', null])
    expect(await before(watchLastFileSave(projectId), () => rememberFileSave(projectId, { at, fileName: '一.zip' }))).toEqual([null, { at, fileName: '一.zip' }])
  })

  test('lists of reports carry no text', async () => {
    const { text: _text, edits: _edits, residue: _residue, pages: _pages, ...summary } = snapshot.reports[0] as (typeof snapshot.reports)[number]
    const [reports] = await before(watchReports(projectId), () => writeProjectSnapshot(snapshot, { onExisting: 'replace' }))
    expect(reports).toEqual([summary])
    const [assessors] = await before(watchAssessors(projectId), () => writeProjectSnapshot(snapshot, { onExisting: 'replace' }))
    expect(assessors).toEqual(snapshot.assessors)
  })
})
