import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '#core/calendarDay'
import type { UnitId } from '#core/ids'
import type { ReportProposal } from '#core/text/reportProposal'
import { changeNewUnit, chooseUnit, makeReview, settle, typeField, type FileReview, type KnownUnit } from '#features/collect/intake/fileReview'
import { confirmableKeys, reviewDoubts, type ReviewContext } from '#features/collect/intake/reviewDoubts'
import { aProposal, certain, doubtful, missing } from './aProposal'

const qingchuan: KnownUnit = { id: 'u1' as UnitId, name: '青川市人民政府' }
const empty: ReviewContext = { projectYear: 2024, units: [], reportedUnits: new Set(), earlier: [] }

function review(change: Partial<ReportProposal> = {}, units: readonly KnownUnit[] = []): FileReview {
  return makeReview('k1', aProposal(change), new Uint8Array(), units)
}

function causes(file: FileReview, context: Partial<ReviewContext> = {}) {
  return reviewDoubts(file, { ...empty, ...context }).map(({ field, answer, cause }) => ({ field, answer, cause }))
}

describe('reviewDoubts', () => {
  test('what is certain asks nothing, and a missing publication date may stay unknown', () => {
    expect(causes(review())).toEqual([])
    expect(causes(review({}, [qingchuan]), { units: [qingchuan] })).toEqual([])
  })

  test('every doubtful value is asked until it is confirmed', () => {
    const file = review({
      title: doubtful('报告'),
      unitName: doubtful('青川市人民政府'),
      unitKind: doubtful('government'),
      unitLevel: doubtful('city'),
      year: doubtful(2024),
      signedOn: doubtful('2025-01-20' as CalendarDay),
      publishedOn: doubtful('2025-02-20' as CalendarDay),
    })
    const doubts = reviewDoubts(file, empty)
    expect(doubts.map(({ field, answer, cause }) => [field, answer, cause.kind])).toEqual([
      ['unitName', 'confirm', 'unit-unsure'],
      ['unitKind', 'confirm', 'doubtful'],
      ['unitLevel', 'confirm', 'doubtful'],
      ['title', 'confirm', 'doubtful'],
      ['year', 'confirm', 'doubtful'],
      ['signedOn', 'confirm', 'doubtful'],
      ['publishedOn', 'confirm', 'doubtful'],
    ])
    expect(reviewDoubts(settle(file, confirmableKeys(doubts)), empty)).toEqual([])
  })

  test('a value typed by the person is not asked back', () => {
    const file = review({ title: doubtful('报告'), signedOn: doubtful('2025-01-20' as CalendarDay) })
    expect(causes(typeField(typeField(file, 'title', '青川市报告'), 'signedOn', '2025.1.21'))).toEqual([])
  })

  test('a confirmation holds for its value only', () => {
    const file = settle(review({ year: certain(2023) }), ['year/year-differs/2023'])
    expect(causes(file)).toEqual([])
    expect(causes(typeField(file, 'year', '2022'))).toEqual([{ field: 'year', answer: 'confirm', cause: { kind: 'year-differs', year: 2022, projectYear: 2024 } }])
  })

  test('another year is questioned even when certain', () => {
    expect(causes(review({ year: certain(2021) }))).toEqual([{ field: 'year', answer: 'confirm', cause: { kind: 'year-differs', year: 2021, projectYear: 2024 } }])
  })

  test('without a name the unit must be chosen, and no button settles that', () => {
    const file = review({ unitName: missing })
    const doubts = reviewDoubts(file, empty)
    expect(doubts.map(({ field, answer, cause }) => ({ field, answer, cause }))).toEqual([{ field: 'unit', answer: 'choose', cause: { kind: 'unit-missing' } }])
    expect(confirmableKeys(doubts)).toEqual([])
    expect(causes(chooseUnit(file, { kind: 'existing', unitId: qingchuan.id }), { units: [qingchuan] })).toEqual([])
  })

  test('a new unit without kind and level asks for both', () => {
    const file = review({ unitKind: missing, unitLevel: missing })
    expect(causes(file)).toEqual([
      { field: 'unitKind', answer: 'choose', cause: { kind: 'kind-missing' } },
      { field: 'unitLevel', answer: 'choose', cause: { kind: 'level-missing' } },
    ])
    expect(causes(changeNewUnit(file, { unitKind: 'department', level: 'county' }))).toEqual([])
  })

  test('a similar unit is proposed and asked', () => {
    const units = [{ id: 'u1' as UnitId, name: '青川市' }]
    expect(causes(review({}, units), { units })).toEqual([{ field: 'unit', answer: 'confirm', cause: { kind: 'unit-likely', read: '青川市人民政府' } }])
  })

  test('several similar units must be chosen from', () => {
    const units = [{ id: 'u1' as UnitId, name: '东山省青川市' }, { id: 'u2' as UnitId, name: '南山省青川市' }]
    expect(causes(review({}, units), { units })).toEqual([{ field: 'unit', answer: 'choose', cause: { kind: 'unit-ambiguous', read: '青川市人民政府', unitIds: ['u1', 'u2'] } }])
  })

  test('a unit that has a report is asked, and the answer belongs to that unit', () => {
    const other = { id: 'u2' as UnitId, name: '松原区' }
    const context = { units: [qingchuan, other], reportedUnits: new Set([qingchuan.id, other.id]) }
    const file = review({}, context.units)
    expect(causes(file, context)).toEqual([{ field: 'unit', answer: 'choose', cause: { kind: 'unit-has-report', unitId: 'u1' } }])
    const answered = settle(file, reviewDoubts(file, { ...empty, ...context }).map((doubt) => doubt.key))
    expect(causes(answered, context)).toEqual([])
    expect(causes(chooseUnit(answered, { kind: 'existing', unitId: other.id }), context)).toEqual([{ field: 'unit', answer: 'choose', cause: { kind: 'unit-has-report', unitId: 'u2' } }])
  })

  test('two files of one drop cannot go to one unit', () => {
    const earlier = [makeReview('k0', aProposal({ fileName: 'first.txt' }), new Uint8Array(), [])]
    expect(causes(review(), { earlier })).toEqual([{ field: 'unit', answer: 'correct', cause: { kind: 'unit-taken', fileName: 'first.txt' } }])
  })

  test('a new name must not be empty, too long or taken', () => {
    const name = (text: string) => causes(changeNewUnit(review(), { name: text }), { units: [{ id: 'u9' as UnitId, name: '松原区' }] })
    expect(name(' ')).toEqual([{ field: 'unitName', answer: 'correct', cause: { kind: 'name-empty' } }])
    expect(name('长'.repeat(101))).toEqual([{ field: 'unitName', answer: 'correct', cause: { kind: 'name-too-long', limit: 100 } }])
    expect(name('松原区 ')).toEqual([{ field: 'unitName', answer: 'correct', cause: { kind: 'name-exists' } }])
  })

  test('what is no day and no year must be corrected', () => {
    const file = typeField(typeField(typeField(review(), 'signedOn', '2025-02-30'), 'publishedOn', '明天'), 'year', '24')
    expect(causes(file)).toEqual([
      { field: 'year', answer: 'correct', cause: { kind: 'not-a-year' } },
      { field: 'signedOn', answer: 'correct', cause: { kind: 'not-a-day' } },
      { field: 'publishedOn', answer: 'correct', cause: { kind: 'not-a-day' } },
    ])
  })

  test('signed before the report year, published before it was signed', () => {
    const file = typeField(typeField(review(), 'signedOn', '2023-12-31'), 'publishedOn', '2023-12-30')
    expect(causes(file)).toEqual([
      { field: 'signedOn', answer: 'confirm', cause: { kind: 'before-year', year: 2024 } },
      { field: 'publishedOn', answer: 'confirm', cause: { kind: 'before-signed', signedOn: '2023-12-31' } },
    ])
  })
})
