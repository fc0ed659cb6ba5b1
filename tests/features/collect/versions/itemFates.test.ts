import { expect, test } from 'vitest'
import { sha256OfText } from '#core/digest/sha256OfText'
import { compareVersions } from '#core/evidence/compareVersions'
import { makeAnchor } from '#core/evidence/makeAnchor'
import type { AssessorId, EntryId, ItemId, ReportId } from '#core/ids'
import type { Mark, Scorecard } from '#core/records/packScorecard'
import type { ItemState } from '#core/scoring/itemState'
import { itemFates } from '#features/collect/versions/itemFates'

const [old, now] = ['R1', 'R2'] as [ReportId, ReportId]
const before = version('甲市报告\n全年培训执法人员3次，参训200人次。\n公开行政规范性文件12件。\n普法形式较为单一，效果有待提升。\n')
const after = { id: now, ...version(before.text.replace('3次', '4次').replace('公开行政规范性文件12件。\n', '')) }

function version(text: string) {
  return { text, textHash: sha256OfText(text) }
}

function mark(state: ItemState, ...quotes: readonly string[]): Mark {
  const evidence = quotes.map((quote) => makeAnchor({ reportId: old, ...before, start: before.text.indexOf(quote), end: before.text.indexOf(quote) + quote.length }))
  return { state, answer: null, note: '', evidence, searched: [], proofs: [], accepted: null, entryId: 'E' as EntryId }
}

test('every judgement with the worst of its passages, in the order of the rubric', () => {
  const marks = new Map<ItemId, Mark>([
    ['C4' as ItemId, mark('notApplicable')],
    ['C3' as ItemId, mark('scored', '普法形式较为单一', '规范性文件12件')],
    ['C1' as ItemId, mark('scored', '培训执法人员3次')],
    ['C2' as ItemId, mark('scored', '普法形式较为单一')],
    ['C5' as ItemId, mark('pending', '培训执法人员3次')],
    ['C6' as ItemId, mark('pending')],
    ['C7' as ItemId, { ...mark('scored', '甲市报告'), evidence: [makeAnchor({ reportId: now, ...after, start: 0, end: 4 })] }],
  ])
  const cards: Scorecard[] = [{ unitId: 'U' as Scorecard['unitId'], assessorId: 'A' as AssessorId, marks }]
  const fates = itemFates(cards, { before, after }, compareVersions(before.text, after.text), ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'] as ItemId[])
  expect(fates.map(({ assessorId, uncited, items }) => ({ assessorId, uncited, items: items.map(({ itemId, kind, isOpen, passages }) => [itemId, kind, isOpen, passages.map((passage) => passage.kind)]) }))).toEqual([
    {
      assessorId: 'A',
      uncited: 1,
      items: [['C1', 'changed', false, ['changed']], ['C2', 'stayed', false, ['stayed']], ['C3', 'vanished', false, ['stayed', 'vanished']], ['C5', 'changed', true, ['changed']], ['C7', 'stayed', false, ['stayed']]],
    },
  ])
})
