import { describe, expect, test } from 'vitest'
import { compareVersions } from '#core/evidence/compareVersions'
import { fateOfPassage } from '#core/evidence/fateOfPassage'
import { makeAnchor } from '#core/evidence/makeAnchor'
import { sha256OfText } from '#core/digest/sha256OfText'
import type { ReportId } from '#core/ids'

const before = '甲市报告\n全年培训执法人员3次，参训200人次。其余按计划推进。\n公开行政规范性文件12件。\n普法形式较为单一。\n'

function fate(quote: string, after: string, old = before): [string, string | null] {
  const start = old.indexOf(quote)
  const versions = [old, after].map((text) => ({ text, textHash: sha256OfText(text) })) as [{ text: string; textHash: ReturnType<typeof sha256OfText> }, { text: string; textHash: ReturnType<typeof sha256OfText> }]
  const anchor = makeAnchor({ reportId: 'R1' as ReportId, textHash: versions[0].textHash, text: old, start, end: start + quote.length })
  const { kind, after: place } = fateOfPassage(anchor, versions[0], versions[1], compareVersions(old, after))
  return [kind, place && after.slice(place.start, place.end)]
}

describe('fateOfPassage', () => {
  test('a passage in an untouched paragraph stays, wherever it has moved', () => {
    expect(fate('规范性文件12件', `新增一段。\n${before}`)).toEqual(['stayed', '规范性文件12件'])
    expect(fate('形式较为单一', '普法形式较为单一。\n甲市报告')).toEqual(['stayed', '形式较为单一'])
  })

  test('a change in another sentence of the paragraph leaves it', () => {
    expect(fate('全年培训执法人员3次，参训200人次。', before.replace('按计划', '按期'))).toEqual(['stayed', '全年培训执法人员3次，参训200人次。'])
  })

  test('words that stand in a sentence that reads otherwise are told apart', () => {
    expect(fate('参训200人次。其余按计划推进。', before.replace('参训200人次', '计划参训200人次'))).toEqual(['nearby', '参训200人次。其余按计划推进。'])
  })

  test('a changed number in the passage', () => {
    expect(fate('培训执法人员3次，参训200人次', before.replace('3次', '4次'))).toEqual(['changed', '培训执法人员4次，参训200人次'])
  })

  test('a passage whose paragraph is gone, or of which next to nothing is left, has vanished', () => {
    expect(fate('规范性文件12件', before.replace('公开行政规范性文件12件。\n', ''))).toEqual(['vanished', null])
    expect(fate('其余按计划推进', before.replace('其余按计划推进。', ''))).toEqual(['vanished', null])
  })

  test('a look-alike elsewhere does not save it', () => {
    expect(fate('完成12件', '全市培训干部已完成12件法规学习任务清单。', '（二）备案工作开展顺利。完成12件。\n（三）其余工作如常。')).toEqual(['vanished', null])
  })

  test('a passage that was cited from another text is not followed', () => {
    const version = { text: before, textHash: sha256OfText(before) }
    const anchor = makeAnchor({ reportId: 'R0' as ReportId, textHash: sha256OfText('x'), text: '别处所引之文字若干若干若干若干若干若干', start: 0, end: 19 })
    expect(fateOfPassage(anchor, version, version, [])).toEqual({ kind: 'vanished', before: null, after: null })
  })
})
