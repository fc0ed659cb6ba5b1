import { describe, expect, test } from 'vitest'
import type { AssessorId, ProjectId, UnitId } from '#core/ids'
import { digestScorecard } from '#core/records/digestScorecard'
import type { ScorecardRecord } from '#core/records/scorecardRecord'

const record: ScorecardRecord = { projectId: 'P' as ProjectId, unitId: 'U' as UnitId, assessorId: 'A' as AssessorId, items: 'a\u001fb', states: '14', answers: 'J1\u001f', entryIds: 'E1\u001fE2', entryCount: 2 }

describe('digestScorecard', () => {
  test('stays what it is: ledgers already written depend on it', () => {
    expect(digestScorecard(record)).toBe('061eaaaef21011e9')
  })

  test('every field counts, and where one ends', () => {
    const altered: Partial<ScorecardRecord>[] = [
      {},
      { projectId: 'Q' as ProjectId },
      { unitId: 'V' as UnitId },
      { assessorId: 'B' as AssessorId },
      { items: 'a\u001fc' },
      { states: '41' },
      { answers: 'J2\u001f' },
      { entryIds: 'E1\u001fE3' },
      { entryCount: 3 },
      { answers: 'J1\u001fE1', entryIds: '\u001fE2' },
      { items: '', states: 'a\u001fb14' },
    ]
    expect(new Set(altered.map((change) => digestScorecard({ ...record, ...change }))).size).toBe(altered.length)
  })
})
