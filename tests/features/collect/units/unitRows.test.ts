import { describe, expect, test } from 'vitest'
import type { CalendarDay } from '#core/calendarDay'
import type { Instant, ProjectId, ReportId, Sha256, UnitId } from '#core/ids'
import type { ReportSummary } from '#core/records/reportRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import { countUnits, filterUnitRows, makeUnitRows } from '#features/collect/units/unitRows'

const now = '2025-03-01T00:00:00.000Z' as Instant

function aUnit(id: string, change: Partial<UnitRecord> = {}): UnitRecord {
  return { projectId: 'p' as ProjectId, id: id as UnitId, name: `${id}市`, kind: 'government', level: 'city', group: '', code: null, position: 0, createdAt: now, archivedAt: null, removedAt: null, ...change }
}

function aReport(unitId: string, change: Partial<ReportSummary> = {}): ReportSummary {
  return {
    projectId: 'p' as ProjectId, id: `r-${unitId}` as ReportId, unitId: unitId as UnitId, fileName: 'a.txt', sizeBytes: 10, format: 'text', encoding: 'utf-8',
    bytesHash: 'a'.repeat(64) as Sha256, textHash: 'b'.repeat(64) as Sha256, title: '年度报告', year: 2024,
    signedOn: '2025-01-20' as CalendarDay, publishedOn: '2025-02-20' as CalendarDay, sourceAddress: null, importedAt: now, supersededBy: null, ...change,
  }
}

describe('makeUnitRows', () => {
  test('units in their order with the last imported report, removed ones left out', () => {
    const first = aUnit('甲', { position: 2 })
    const second = aUnit('乙', { position: 1 })
    const newer = aReport('甲', { id: 'r2' as ReportId, importedAt: '2025-03-02T00:00:00.000Z' as Instant })
    expect(makeUnitRows([first, second, aUnit('丙', { removedAt: now })], [aReport('甲'), newer], 2024)).toEqual([
      { unit: second, report: null, olderVersions: 0, gaps: [] },
      { unit: first, report: newer, olderVersions: 1, gaps: [] },
    ])
  })

  test('a version that another took the place of does not count, whenever it was imported', () => {
    const superseded = aReport('甲', { id: 'r2' as ReportId, importedAt: '2025-03-09T00:00:00.000Z' as Instant, supersededBy: 'r-甲' as ReportId })
    expect(makeUnitRows([aUnit('甲')], [aReport('甲'), superseded], 2024)).toEqual([{ unit: aUnit('甲'), report: aReport('甲'), olderVersions: 1, gaps: [] }])
  })

  test('what is unknown and what is strange is named', () => {
    const rows = makeUnitRows(
      [aUnit('甲'), aUnit('乙', { position: 1 })],
      [aReport('甲', { title: null, year: null, signedOn: null, publishedOn: null }), aReport('乙', { year: 2021 })],
      2024,
    )
    expect(rows.map((row) => row.gaps)).toEqual([['title-missing', 'year-missing', 'signed-missing', 'published-missing'], ['year-differs']])
  })
})

describe('filterUnitRows and countUnits', () => {
  const rows = makeUnitRows(
    [aUnit('甲'), aUnit('乙', { position: 1, group: '北片' }), aUnit('丙', { position: 2, archivedAt: now }), aUnit('丁', { position: 3, code: '220322' })],
    [aReport('甲', { title: '北方报告' }), aReport('丁', { publishedOn: null })],
    2024,
  )

  test.each([
    ['all', '', ['甲市', '乙市', '丁市']],
    ['no-report', '', ['乙市']],
    ['with-gaps', '', ['丁市']],
    ['archived', '', ['丙市']],
    ['all', ' 北 ', ['甲市', '乙市']],
    ['all', '220322', ['丁市']],
    ['all', '无此', []],
  ] as const)('%s, searching “%s”', (filter, search, names) => {
    expect(filterUnitRows(rows, filter, search).map((row) => row.unit.name)).toEqual(names)
  })

  test('archived units count only as archived', () => {
    expect(countUnits(rows)).toEqual({ units: 3, reports: 2, withGaps: 1, archived: 1 })
  })
})
