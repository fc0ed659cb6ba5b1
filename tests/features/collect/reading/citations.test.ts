import { describe, expect, test } from 'vitest'
import { sha256OfText } from '#core/digest/sha256OfText'
import { makeAnchor } from '#core/evidence/makeAnchor'
import type { AssessorId, ItemId, ReportId } from '#core/ids'
import { effectOfChange, orphansOf, type Citation, type TextState } from '#features/collect/reading/citations'

const reportId = 'R1' as ReportId
const before = state('甲市报告。\n全年培训执法人员3次，参训200人次。\n公开行政规范性文件12件。\n')

function state(text: string): TextState {
  return { text, textHash: sha256OfText(text) }
}

function cite(itemId: string, quote: string): Citation {
  const start = before.text.indexOf(quote)
  return { assessorId: 'A1' as AssessorId, itemId: itemId as ItemId, anchor: makeAnchor({ reportId, ...before, start, end: start + quote.length }) }
}

const citations = [cite('C1', '甲市报告'), cite('C2', '培训执法人员3次'), cite('C3', '行政规范性文件12件')]

describe('effectOfChange', () => {
  test('what stayed, what moved, what was lost', () => {
    const { stayed, moved, lost } = effectOfChange(citations, before, state(before.text.replace('培训执法人员3次', '培训执法人员13次')))
    expect({ stayed, moved, lost: lost.map(({ itemId }) => itemId) }).toEqual({ stayed: 1, moved: 1, lost: ['C2'] })
  })

  test('what was not found before is not lost by this change', () => {
    const without = state(before.text.replace('培训执法人员3次', '培训'))
    expect(effectOfChange(citations, without, state(`新增。\n${without.text}`))).toEqual({ stayed: 0, moved: 2, lost: [] })
  })
})

test('orphans are those cited from this report and not found in it; undoing the change brings them home', () => {
  const changed = { id: reportId, ...state(before.text.replace('12件', '13件')) }
  expect(orphansOf(citations, changed).map(({ itemId }) => itemId)).toEqual(['C3'])
  expect(orphansOf(citations, { ...changed, id: 'R2' as ReportId })).toEqual([])
  expect(orphansOf(citations, { id: reportId, ...before })).toEqual([])
})
