import { describe, expect, test } from 'vitest'
import { checkFacts } from '#core/facts/checkFacts'
import { readFacts } from '#core/facts/readFacts'

function verdicts(text: string, plans: { start: number; end: number }[] = []) {
  return checkFacts(text, readFacts(text), plans).map(({ kind, verdict, places }) => [kind, verdict, places.map(({ start, end }) => text.slice(start, end))])
}

describe('totals and parts', () => {
  test.each([
    ['the sum of some parts stays below the total', '共培训120人,其中甲20人、乙30人。', [['sum', 'agrees', ['120人', '20人', '30人']]]],
    ['a sum just below the total cannot be told', '共办理18件,其中甲3件、乙9件、丙5件。', [['sum', 'cannot-tell', ['18件', '3件', '9件', '5件']]]],
    ['after 分别为 all parts are there', '共办理18件,分别为甲3件、乙9件、丙5件。', [['sum', 'conflicts', ['18件', '3件', '9件', '5件']]]],
    ['a part above its total', '共召开会议5次,其中法治议题6次。', [['sum', 'conflicts', ['5次', '6次']]]],
    ['parts above their total', '共办理10件,其中甲6件、乙7件。', [['sum', 'conflicts', ['10件', '6件', '7件']]]],
    ['steps of one procedure overlap', '受理申请204件,其中立案185件、不予受理10件、审结180件。', [['sum', 'cannot-tell', ['204件', '185件', '10件', '180件']]]],
    ['approximate numbers never conflict', '共办理100余件,其中甲60件、乙70件。', [['sum', 'cannot-tell', ['100余件', '60件', '70件']]]],
    ['what adds up before something else begins', '共办理5件,其中甲2件、乙3件,另接待4件。', [['sum', 'agrees', ['5件', '2件', '3件']]]],
    ['a row before its total', '新办518个、年审7个、换证1105个,共办证1630个。', [['sum', 'agrees', ['1630个', '518个', '7个', '1105个']]]],
    ['neighbours that are no row say nothing', '接待120人,调解案件30件,援助50件,全年共办结200件。', []],
    ['other units are not added', '共召开会议5次,其中培训30人、考试20人。', []],
  ])('%s', (_, text, expected) => {
    expect(verdicts(text)).toEqual(expected)
  })
})

describe('rates', () => {
  test.each([
    ['cut off instead of rounded cannot be told', '评查案卷3宗,合格2宗,合格率66.66%。', [['rate', 'cannot-tell', ['66.66%', '2宗', '3宗']]]],
    ['以上 is kept when it is exceeded', '办理提案200件,办结199件,办结率99%以上。', [['rate', 'agrees', ['99%以上', '199件', '200件']]]],
    ['a fraction written beside it', '合格率98.73%(156/158)。', [['rate', 'agrees', ['98.73%', '156/158']]]],
    ['numbers that are about something else say nothing', '办理建议66件、提案98件,回复率100%。', []],
    ['a rate in another clause group says nothing', '受理申请204件,办结185件;行政机关负责人出庭率100%。', []],
    ['nothing is divided by nothing', '评查案卷0宗,合格0宗,合格率100%。', []],
  ])('%s', (_, text, expected) => {
    expect(verdicts(text)).toEqual(expected)
  })
})

describe('the same quantity twice', () => {
  test('without a period it cannot be told', () => {
    expect(verdicts('受理行政复议案件120件。受理行政复议案件121件。')).toEqual([['repeat', 'cannot-tell', ['120件', '121件']]])
  })
  test('3.4万余 and an exact number within it agree', () => {
    expect(verdicts('全年办理政务服务事项3.4万余件。全年办理政务服务事项34215件。')).toEqual([['repeat', 'agrees', ['3.4万余件', '34215件']]])
  })
  test('another place, another time, a plan are other quantities', () => {
    const text = '全年共受理行政复议案件120件。市本级共受理行政复议案件12件。上年共受理行政复议案件90件。\n全年共受理行政复议案件200件。'
    expect(verdicts(text, [{ start: text.indexOf('\n'), end: text.length }])).toEqual([])
  })
})
