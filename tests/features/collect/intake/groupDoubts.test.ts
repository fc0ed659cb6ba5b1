import { expect, test } from 'vitest'
import type { DocumentKind, ReportProposal } from '#core/text/reportProposal'
import { makeReview } from '#features/collect/intake/fileReview'
import { judgeFiles } from '#features/collect/intake/fileStatus'
import { knowProject } from '#features/collect/intake/knownProject'
import { answersOf, groupDoubts } from '#features/collect/intake/groupDoubts'
import { indexUnits } from '#features/collect/intake/matchUnit'
import type { Sha256 } from '#core/ids'
import { aProposal, certain, doubtful, missing } from './aProposal'

const units = indexUnits([])
const project = knowProject(2024, units, [])

function judge(...changes: readonly Partial<ReportProposal>[]) {
  return judgeFiles(changes.map((change, index) => {
    const hash = `${index}`.repeat(64) as Sha256
    return makeReview(`k${index}`, aProposal({ fileName: `${index}.txt`, bytesHash: hash, textHash: hash, text: hash, unitName: certain(`第${index}县人民政府`), ...change }), new Blob(), units)
  }), project)
}

test('questions that are alike stand together, the gravest first', () => {
  const plan: Partial<ReportProposal> = { documentKind: certain<DocumentKind>('work-plan') }
  const groups = groupDoubts(judge({ year: certain(2021) }, plan, { title: doubtful('报告') }, { ...plan, year: certain(2021) }, { year: certain(2020) }, { unitName: missing }))
  expect(groups.map(({ cause, field, answer, files }) => [cause.kind, field, answer, files.map(({ fileName }) => fileName)])).toEqual([
    ['other-kind', 'document', 'confirm', ['1.txt', '3.txt']],
    ['year-differs', 'year', 'confirm', ['0.txt', '3.txt']],
    ['year-differs', 'year', 'confirm', ['4.txt']],
    ['unit-missing', 'unit', 'each', ['5.txt']],
    ['doubtful', 'title', 'confirm', ['2.txt']],
  ])
})

test('what may not belong here is told apart from what is only inferred', () => {
  const groups = groupDoubts(judge({ year: certain(2021) }, { title: doubtful('报告') }))
  expect(groups.map(({ cause, isGrave }) => [cause.kind, isGrave])).toEqual([['year-differs', true], ['doubtful', false]])
})

test('answers to chosen groups are the doubts of each file', () => {
  const groups = groupDoubts(judge({ year: certain(2021), documentKind: certain<DocumentKind>('work-plan') }, { year: certain(2021) }))
  expect(answersOf(groups)).toEqual(new Map([['k0', ['document/other-kind/work-plan', 'year/year-differs/2021']], ['k1', ['year/year-differs/2021']]]))
})
