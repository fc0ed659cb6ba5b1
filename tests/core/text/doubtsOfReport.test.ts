import { describe, expect, test } from 'vitest'
import { sha256OfText } from '#core/digest/sha256OfText'
import type { ReportId, UnitId } from '#core/ids'
import { doubtsOfReport, type KnownProject } from '#core/text/doubtsOfReport'
import { proposeReport } from '#core/text/proposeReport'
import type { ReportProposal } from '#core/text/reportProposal'

const title = '望川县2023年法治政府建设年度报告'
const body = '全县上下推进依法行政,现将有关情况报告如下:主要抓了以下几件事情。'
const unitId = 'unit-1' as UnitId
const reportId = 'report-1' as ReportId

function read(text: string, fileName = 'a.txt'): ReportProposal {
  return proposeReport({ fileName, sizeBytes: 1, bytesHash: sha256OfText(`bytes of ${text}`) }, { format: 'text', encoding: 'utf-8', text, pages: [], title: null, address: null, published: null })
}

function aProject(change: Partial<KnownProject> = {}): KnownProject {
  return { year: 2023, units: [{ id: unitId, name: '望川县人民政府' }], reports: [], ...change }
}

describe('doubtsOfReport', () => {
  test('the expected document raises none', () => {
    expect(doubtsOfReport(read(`${title}\n${body}`), aProject())).toEqual([])
    expect(doubtsOfReport(read(`${title}\n${body}`, '望川县2023年报告.txt'), aProject({ units: [{ id: unitId, name: '甲州市望川县政府' }], unitId }))).toEqual([])
    expect(doubtsOfReport(read(`${title}\n${body}`), aProject({ units: [] }))).toEqual([])
  })

  test('another kind, another year, a unit nobody knows: each with its place', () => {
    expect(doubtsOfReport(read(`清溪县2022年政府信息公开工作年度报告\n${body}`), aProject())).toEqual([
      { kind: 'other-kind', found: 'open-government-report', confidence: 'certain', place: { start: 0, end: 20 } },
      { kind: 'other-year', found: 2022, expected: 2023, place: { start: 3, end: 7 } },
      { kind: 'unknown-unit', found: '清溪县人民政府', place: { start: 0, end: 3 } },
    ])
  })

  test('dropped for another unit, or under a name that speaks of one', () => {
    const units = [{ id: unitId, name: '望川县人民政府' }, { id: 'unit-2' as UnitId, name: '清溪县人民政府' }]
    expect(doubtsOfReport(read(`${title}\n${body}`, '清溪县2023年报告.docx'), aProject({ units, unitId: 'unit-2' as UnitId }))).toEqual([
      { kind: 'other-unit', found: '望川县人民政府', expected: '清溪县人民政府', place: { start: 0, end: 3 } },
      { kind: 'two-units', found: '望川县人民政府', other: '清溪县', place: { start: 0, end: 3 } },
    ])
  })

  test('the same file, the same text, a new version', () => {
    const proposal = read(`${title}\n${body}`)
    const known: KnownProject['reports'][number] = { id: reportId, unitId, year: 2023, bytesHash: sha256OfText('other bytes'), textHash: sha256OfText('other text') }
    const kinds = (report: Partial<KnownProject['reports'][number]>): unknown => doubtsOfReport(proposal, aProject({ reports: [{ ...known, ...report }] }))
    expect(kinds({ bytesHash: proposal.bytesHash, textHash: proposal.textHash })).toEqual([{ kind: 'same-file', reportId, unitId, place: null }])
    expect(kinds({ textHash: proposal.textHash })).toEqual([{ kind: 'same-text', reportId, unitId, place: null }])
    expect(kinds({})).toEqual([{ kind: 'new-version', reportId, unitId, place: null }])
    expect(kinds({ year: 2022 })).toEqual([])
    expect(kinds({ year: null })).toEqual([])
  })

  test('what is not known raises no doubt', () => {
    expect(doubtsOfReport(read('现将法治政府建设有关情况报告如下。'), aProject())).toEqual([])
  })
})
