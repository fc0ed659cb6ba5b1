import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '#core/calendarDay'
import type { AreaMatch } from '#core/area/findArea'
import type { ReportId, Sha256, UnitId } from '#core/ids'
import type { ReportProposal } from '#core/text/reportProposal'
import { changeNewUnit, chooseUnit, makeReview, settle, typeField, type FileReview } from '#features/collect/intake/fileReview'
import { knowProject, type KnownReport } from '#features/collect/intake/knownProject'
import { indexUnits, type KnownUnit } from '#features/collect/intake/matchUnit'
import { confirmableKeys, reviewDoubts, unitKeyOf, type ReviewContext } from '#features/collect/intake/reviewDoubts'
import { aProposal, certain, doubtful, missing } from './aProposal'

interface Known {
  readonly units?: readonly KnownUnit[]
  readonly reports?: readonly KnownReport[]
  readonly earlier?: readonly FileReview[]
}

const qingchuan: KnownUnit = { id: 'u1' as UnitId, name: '青川市人民政府', code: null }
const empty = context()

function context({ units = [], reports = [], earlier = [] }: Known = {}): ReviewContext {
  return { project: knowProject(2024, indexUnits(units), reports), takenUnits: new Map(earlier.map((file) => [unitKeyOf(file) ?? '', file])) }
}

function review(change: Partial<ReportProposal> = {}, units: readonly KnownUnit[] = []): FileReview {
  return makeReview('k1', aProposal(change), new Blob(), indexUnits(units))
}

function aReport(id: string, unitId: UnitId): KnownReport {
  return { id: id as ReportId, unitId, bytesHash: 'c'.repeat(64) as Sha256, textHash: 'd'.repeat(64) as Sha256, supersededBy: null }
}

function aPlace(code: string, path: readonly string[], support = 0): AreaMatch {
  return { code, name: path.at(-1) ?? '', level: 'county', path, support }
}

function causes(file: FileReview, known: Known = {}) {
  return reviewDoubts(file, context(known)).map(({ field, answer, cause }) => ({ field, answer, cause }))
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
    const units = [{ id: 'u1' as UnitId, name: '青川市', code: null }]
    expect(causes(review({}, units), { units })).toEqual([{ field: 'unit', answer: 'confirm', cause: { kind: 'unit-likely', read: '青川市人民政府' } }])
  })

  test('several similar units must be chosen from', () => {
    const units = [{ id: 'u1' as UnitId, name: '东山省青川市', code: null }, { id: 'u2' as UnitId, name: '南山省青川市', code: null }]
    expect(causes(review({}, units), { units })).toEqual([{ field: 'unit', answer: 'choose', cause: { kind: 'unit-ambiguous', read: '青川市人民政府', unitIds: ['u1', 'u2'] } }])
  })

  test('a unit that has a report is asked, and the answer belongs to that unit', () => {
    const other = { id: 'u2' as UnitId, name: '松原区', code: null }
    const known = { units: [qingchuan, other], reports: [aReport('r1', qingchuan.id), aReport('r2', other.id)] }
    const file = review({}, known.units)
    expect(causes(file, known)).toEqual([{ field: 'unit', answer: 'choose', cause: { kind: 'unit-has-report', unitId: 'u1', reportId: 'r1' } }])
    const answered = settle(file, reviewDoubts(file, context(known)).map((doubt) => doubt.key))
    expect(causes(answered, known)).toEqual([])
    expect(causes(chooseUnit(answered, { kind: 'existing', unitId: other.id }), known)).toEqual([{ field: 'unit', answer: 'choose', cause: { kind: 'unit-has-report', unitId: 'u2', reportId: 'r2' } }])
    expect(causes(answered, { ...known, reports: [...known.reports, aReport('r3', qingchuan.id)] })).toEqual([{ field: 'unit', answer: 'choose', cause: { kind: 'unit-has-report', unitId: 'u1', reportId: 'r3' } }])
  })

  test('two files of one drop cannot go to one unit', () => {
    const earlier = [makeReview('k0', aProposal({ fileName: 'first.txt' }), new Blob(), indexUnits([]))]
    expect(causes(review(), { earlier })).toEqual([{ field: 'unit', answer: 'correct', cause: { kind: 'unit-taken', key: 'k0', fileName: 'first.txt' } }])
  })

  test('a new name must not be empty, too long or taken', () => {
    const file = settle(review(), ['unit/unit-unknown/松原区', `unit/unit-unknown/${'长'.repeat(101)}`])
    const name = (text: string) => causes(changeNewUnit(file, { name: text }), { units: [{ id: 'u9' as UnitId, name: '松原区', code: null }] })
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

  test('another kind of document is asked, whatever the rest says', () => {
    const file = review({ documentKind: certain('open-government-report') })
    const doubts = reviewDoubts(file, empty)
    expect(doubts.map(({ field, answer, cause }) => ({ field, answer, cause }))).toEqual([{ field: 'document', answer: 'confirm', cause: { kind: 'other-kind', found: 'open-government-report' } }])
    expect(causes(settle(file, confirmableKeys(doubts)))).toEqual([])
  })

  test('the file name names another unit than the text', () => {
    expect(causes(review({ fileName: '松原区2024年度法治政府建设情况报告.docx' }))).toEqual([
      { field: 'unit', answer: 'confirm', cause: { kind: 'two-units', read: '青川市人民政府', other: expect.stringContaining('松原区') as string } },
    ])
  })

  test('a unit that is not in the list of the project is asked; without a list it is simply new', () => {
    const units = [{ id: 'u9' as UnitId, name: '松原区', code: null }]
    expect(causes(review(), { units })).toEqual([{ field: 'unit', answer: 'confirm', cause: { kind: 'unit-unknown', name: '青川市人民政府' } }])
    expect(causes(chooseUnit(review(), { kind: 'new', name: '白石县', unitKind: 'government', level: 'county', group: '' }), { units })).toEqual([])
  })

  describe('the code of the place', () => {
    const [north, south] = [aPlace('130102', ['北山省', '甲州市', '长安区']), aPlace('610116', ['南山省', '乙州市', '长安区'])]

    test('several places of the name and nothing that decides: the person chooses, or leaves it empty', () => {
      const file = review({ unitCode: { value: null, place: null, confidence: 'doubtful', source: 'derived' }, unitPlaces: [north, south] })
      const doubts = reviewDoubts(file, empty)
      expect(doubts.map(({ field, answer, cause }) => ({ field, answer, cause }))).toEqual([{ field: 'unitCode', answer: 'choose', cause: { kind: 'code-open', places: [north, south] } }])
      expect(confirmableKeys(doubts)).toEqual([])
      expect(causes(typeField(file, 'unitCode', '610116'))).toEqual([])
      expect(causes(settle(file, doubts.map(({ key }) => key)))).toEqual([])
    })

    test('the likelier one is a suggestion; one place alone asks nothing', () => {
      const file = review({ unitCode: doubtful('610116'), unitPlaces: [south, north] })
      expect(causes(file)).toEqual([{ field: 'unitCode', answer: 'confirm', cause: { kind: 'code-unsure', places: [south, north] } }])
      expect(causes(review({ unitCode: certain('610116'), unitPlaces: [south] }))).toEqual([])
    })

    test('what is no code must be corrected, and a unit that has one is not asked', () => {
      expect(causes(typeField(review(), 'unitCode', '61011'))).toEqual([{ field: 'unitCode', answer: 'correct', cause: { kind: 'not-a-code' } }])
      const units = [{ ...qingchuan, code: '610116' }]
      expect(causes(review({ unitCode: doubtful('610116'), unitPlaces: [south, north] }, units), { units })).toEqual([])
    })

    test('the unit has another code: perhaps another place of the same name', () => {
      const units = [{ ...qingchuan, code: '130102' }]
      expect(causes(review({ unitCode: certain('610116'), unitPlaces: [south] }, units), { units })).toEqual([{ field: 'unit', answer: 'confirm', cause: { kind: 'code-differs', code: '130102', read: '610116' } }])
    })

    test('another unit than was read does not get its code', () => {
      const file = review({ unitCode: certain('610116'), unitPlaces: [south] }, [qingchuan])
      expect(file.typed.unitCode).toBe('610116')
      expect(chooseUnit(file, { kind: 'existing', unitId: 'u2' as UnitId }).typed.unitCode).toBe('')
      expect(changeNewUnit(review({ unitCode: certain('610116'), unitPlaces: [south] }), { name: '白石县' }).typed.unitCode).toBe('')
    })
  })
})
