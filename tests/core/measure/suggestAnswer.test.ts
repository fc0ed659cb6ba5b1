import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deepFreeze } from '../../builders/deepFreeze'
import type { CalendarDay } from '#core/calendarDay'
import type { ItemId, Sha256 } from '#core/ids'
import type { MeasuredReport } from '#core/measure/measuredReport'
import { suggestAnswer } from '#core/measure/suggestAnswer'
import { measureNames, type MeasureName } from '#core/rubric/measureName'
import type { Rule, RubricItem } from '#core/rubric/rubric'
import { outlineFaults } from '#core/text/outlineFaults'
import { splitOutline } from '#core/text/splitOutline'
import { statutoryParts } from '#core/text/statutoryParts'

const textHash = 'f'.repeat(64) as Sha256
const interval: Rule = { kind: 'interval', measure: '', unit: '', breaks: [{ x: 0, y: 0 }, { x: 1, y: 1 }], shape: 'linear' }
const count: Rule = { kind: 'count', kinds: [{ id: 'problem', label: '问题', points: 0.5 }] }
const conflicts: Rule = { kind: 'deduct', causes: [{ id: 'sum', label: '合计与分项不符', perEvent: 1 }, { id: 'x', label: '比率与分子、分母不符', perEvent: 1 }, { id: 'y', label: '前后数据不一', perEvent: 1 }] }
const tidiness: Rule = { kind: 'deduct', causes: [{ id: 'typo', label: '错别字', perEvent: 0.2 }, { id: 'numbering', label: '序号缺漏或重复', perEvent: 0.5 }, { id: 'naming', label: '前后称谓不一', perEvent: 0.2 }] }
const timeliness: Rule = { kind: 'timeliness', dateLabel: '', deadline: { yearsAfter: 1, month: 4, day: 1 }, late: { kind: 'perDay', points: 1 } }
const passFail: Rule = { kind: 'passFail', criterion: '', deadline: { yearsAfter: 1, month: 3, day: 1 } }
const fitting: Readonly<Record<MeasureName, Rule>> = {
  length: interval, problemShare: interval, planShare: interval, problemCount: count, numberDensity: interval, fillerDensity: interval, sameness: interval,
  serialFaults: tidiness, numberConflicts: conflicts, studySessions: count, meetings: count, publicationDay: timeliness, signingDay: passFail,
}

const text = [
  '云澜县2024年法治政府建设年度报告',
  '一、主要做法和成效',
  '(一)全年召开常务会议12次,开展集体学法4次,进一步推进全面依法治国,不断提升水平。共办理案件17件,其中甲类9件、乙类6件、丙类3件。',
  '(三)办理建议30件。',
  '二、存在的问题',
  '一是个别单位协同不够。二是案卷质量有待提高。三是基层力量不足。',
  '三、2025年工作安排',
  '一是加强培训,不少于4次。二是规范执法。',
  '云澜县人民政府',
  '2025年1月20日',
].join('\n')

function reportOf(body: string, more: Partial<MeasuredReport> = {}): MeasuredReport {
  const outline = splitOutline(body)
  return deepFreeze({ text: body, textHash, outline, parts: statutoryParts(body, outline), faults: outlineFaults(outline, body), signedOn: null, publishedOn: null, comparedWith: [], ...more })
}

function itemOf(measure: MeasureName): Pick<RubricItem, 'cueWords' | 'measure'> & { id: ItemId } {
  return { id: 'x' as ItemId, measure, cueWords: measure === 'fillerDensity' ? ['进一步', '不断', '全面'] : [] }
}

function suggest(measure: MeasureName, report = reportOf(text), rule = fitting[measure]) {
  const suggestion = suggestAnswer(itemOf(measure), rule, report)
  if (!suggestion) return null
  expect(suggestion.measure).toBe(measure)
  expect(suggestion.textHash).toBe(textHash)
  const { state, answer, isPartial, working, places } = suggestion
  return { state, answer, isPartial, working, places: places.map(({ start, end }) => report.text.slice(start, end)) }
}

const whole = text.replace(/\s/g, '').length
const problems = '二、存在的问题\n一是个别单位协同不够。二是案卷质量有待提高。三是基层力量不足。'
const plan = '三、2025年工作安排\n一是加强培训,不少于4次。二是规范执法。'
const lengthOf = (words: string): number => words.replace(/\s/g, '').length

describe('suggestAnswer', () => {
  test('length and the shares of the parts', () => {
    expect(suggest('length')).toEqual({ state: 'scored', answer: { kind: 'interval', value: whole }, isPartial: false, working: { key: 'length', values: { length: String(whole) } }, places: [] })
    for (const [measure, part] of [['problemShare', problems], ['planShare', plan]] as const) {
      const share = (lengthOf(part) * 100) / whole
      expect(suggest(measure)).toEqual({
        state: 'scored', answer: { kind: 'interval', value: Number(share.toFixed(4)) }, isPartial: false,
        working: { key: measure, values: { part: String(lengthOf(part)), whole: String(whole), share: share.toFixed(2) } }, places: [part],
      })
    }
  })
  test('half of the last decimal goes up', () => {
    const body = `${'甲'.repeat(79)}5件` // 1 ÷ 81 × 1000 = 12.345679…
    expect(suggest('numberDensity', reportOf(body))?.answer).toEqual({ kind: 'interval', value: 12.3457 })
    const half = `${'甲'.repeat(1598)}5件` // 1 ÷ 1600 × 1000 = 0.625
    expect(suggest('numberDensity', reportOf(half))?.working.values).toEqual({ count: '1', length: '1600', density: '0.63' })
  })
  test('numbered problems, not remedies or causes', () => {
    expect(suggest('problemCount')).toEqual({
      state: 'scored', answer: { kind: 'count', events: { problem: 3 } }, isPartial: false, working: { key: 'problemCount', values: { counts: '一是 二是 三是', sum: '3' } },
      places: ['一是个别单位协同不够。', '二是案卷质量有待提高。', '三是基层力量不足。'],
    })
    const nested = '一、成效\n很好。\n二、存在的问题和原因\n(一)存在的主要问题\n1.力量不足。\n2.培训不够。\n(二)原因分析\n1.重视不够。\n三、下一步安排\n一是加强。'
    expect(suggest('problemCount', reportOf(nested))?.working.values).toEqual({ counts: '1. 2.', sum: '2' })
  })
  test('numbers and filler words, names and fixed terms left out', () => {
    expect(suggest('numberDensity')?.working.values).toMatchObject({ count: '8' })
    expect(suggest('fillerDensity')?.places).toEqual(['进一步', '不断'])
    expect(suggest('numberDensity', reportOf('12345热线办理3至5件,依据2024年第7号令。'))?.working.values).toMatchObject({ count: '2' })
  })
  test('faults go to the causes that are meant; what cannot be counted leaves the answer partial', () => {
    expect(suggest('serialFaults')).toMatchObject({ answer: { kind: 'deduct', events: { numbering: 1 } }, isPartial: true, working: { values: { count: '1', missing: '1', repeated: '0', outOfOrder: '0' } } })
    expect(suggest('numberConflicts')).toEqual({
      state: 'scored', answer: { kind: 'deduct', events: { sum: 1, x: 0, y: 0 } }, isPartial: false,
      working: { key: 'numberConflicts', values: { checked: '1', agrees: '0', sums: '1', rates: '0', repeats: '0', unsure: '0' } }, places: ['17件'],
    })
    const one: Rule = { kind: 'deduct', causes: [{ id: 'any', label: '数据有误', perEvent: 1 }] }
    expect(suggest('numberConflicts', reportOf(text), one)?.answer).toEqual({ kind: 'deduct', events: { any: 1 } })
    expect(suggest('numberConflicts', reportOf(text), { kind: 'negative', perEvent: 1 })?.answer).toEqual({ kind: 'negative', events: 1 })
    expect(suggest('numberConflicts', reportOf(text), { kind: 'deduct', causes: [{ id: 'a', label: '缺制度', perEvent: 1 }, { id: 'b', label: '缺会议', perEvent: 1 }] })).toBeNull()
  })
  test('sessions and meetings', () => {
    expect(suggest('studySessions')).toMatchObject({ answer: { kind: 'count', events: { problem: 4 } }, places: ['4次'] })
    expect(suggest('meetings')).toMatchObject({ answer: { kind: 'count', events: { problem: 12 } }, places: ['12次'] })
    expect(suggest('studySessions', reportOf('举办普法集体学习4次,组织执法人员学法3次。'))).toBeNull()
  })
  test('sameness is that of the nearest text; without any it does not apply', () => {
    const copied = '共办理案件17件,其中甲类9件、乙类6件、丙类3件。'
    const report = reportOf(text, { comparedWith: [{ name: '甲', text: '全然不同的另外一篇报告,没有一句相同的话。' }, { name: '乙', text: copied }] })
    const runs = whole - 11
    const same = copied.length - 11
    expect(suggest('sameness', report)).toEqual({
      state: 'scored', answer: { kind: 'interval', value: Number(((same * 100) / runs).toFixed(4)) }, isPartial: false,
      working: { key: 'sameness', values: { same: String(same), runs: String(runs), share: ((same * 100) / runs).toFixed(2), compared: '2', with: '乙' } }, places: [copied],
    })
    expect(suggest('sameness')).toEqual({ state: 'notApplicable', answer: null, isPartial: false, working: { key: 'samenessNone', values: {} }, places: [] })
  })
  test('days that are known, with their place', () => {
    const day = '2025-01-20' as CalendarDay
    const report = reportOf(text, { signedOn: day, publishedOn: '2025-03-01' as CalendarDay })
    expect(suggest('signingDay', report)).toEqual({ state: 'scored', answer: { kind: 'passFail', date: day }, isPartial: false, working: { key: 'signingDay', values: { day } }, places: ['2025年1月20日'] })
    expect(suggest('publicationDay', report)).toMatchObject({ answer: { kind: 'timeliness', date: '2025-03-01' }, places: [] })
    expect(suggest('publicationDay')).toBeNull()
    expect(suggest('signingDay', report, { kind: 'passFail', criterion: '' })).toBeNull()
  })
  test('what cannot be said is null, not zero', () => {
    const bare = reportOf('云澜县做了许多工作。')
    expect((['problemShare', 'planShare', 'problemCount', 'studySessions', 'meetings'] as const).map((measure) => suggest(measure, bare))).toEqual([null, null, null, null, null])
    expect(suggest('length', reportOf(text), { kind: 'judge', criterion: '', step: 0.5 })).toBeNull()
    expect(suggestAnswer({ cueWords: [] }, interval, bare)).toBeNull()
  })
})

const aReportLike = fc
  .array(fc.constantFrom('一、', '二、存在的问题', '三、下一年工作安排', '(一)', '一是', '二是', '共17件', '其中9件', '进一步', '不断', '合格率98%', '召开会议3次', '集体学法2次', '\n', '。', ',', '云澜县人民政府'), { maxLength: 60 })
  .map((pieces) => pieces.join(''))

test('any text: shares lie in 0…100, counts are whole, places lie in the text', () => {
  fc.assert(
    fc.property(aReportLike, aReportLike, (body, other) => {
      const report = reportOf(body, { comparedWith: [{ name: '甲', text: other }] })
      for (const measure of measureNames) {
        const suggestion = suggestAnswer(itemOf(measure), fitting[measure], report)
        if (!suggestion) continue
        for (const { start, end } of suggestion.places) expect(0 <= start && start < end && end <= body.length).toBe(true)
        if (suggestion.answer?.kind === 'interval') {
          const most = ['problemShare', 'planShare', 'sameness'].includes(measure) ? 100 : measure === 'length' ? body.length : 1000
          expect(suggestion.answer.value).toBeGreaterThanOrEqual(0)
          expect(suggestion.answer.value).toBeLessThanOrEqual(most)
        }
        if (suggestion.answer?.kind === 'count' || suggestion.answer?.kind === 'deduct') expect(Object.values(suggestion.answer.events).every((events) => Number.isInteger(events) && events >= 0)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
