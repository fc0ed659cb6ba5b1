import type { Fact } from '#core/facts/fact'
import type { Measured } from '#core/measure/suggestion'

const sessionUnits = ['次', '场', '场次', '期', '讲', '堂', '节', '个', '项']
const meetingUnits = ['次', '场', '场次']
const study = /学法|集体学习|中心组学习|中心组.{0,8}学习|法治讲座|法治专题学习|旁听庭审/
const others = /群众|宣讲|普法|进校园|进企业|进社区|执法人员|考试|培训班|讲师团|巡回/
const meetings = /会议|常务会|常委会|党组会|联席会|推进会|专题会|部署会|调度会/
const sentenceEnd = /[。;\uff1b!\uff01?\uff1f\n]/
const reach = 24

/**
 * Sessions of 领导学法 and 集体学习 that the text counts (开展集体学习4次, 13次学法议题): numbers with a word for events whose clause speaks of leaders'
 * study and not of teaching the public. Null where none is counted: mention without a number is for a person to judge.
 */
export function countStudySessions(text: string, facts: readonly Fact[]): Measured | null {
  return count('studySessions', facts.filter((fact) => {
    if (!sessionUnits.includes(fact.unit) || fact.change !== null) return false
    const clause = clauseAround(text, fact)
    const isNoun = fact.unit === '个' || fact.unit === '项'
    return study.test(clause) && !others.test(clause) && (!isNoun || /^\s?学法/.test(text.slice(fact.end, fact.end + 4)))
  }))
}

/** Meetings that the text counts (召开党组会议5次, 3次常务会议). Null where none is counted. */
export function countMeetings(text: string, facts: readonly Fact[]): Measured | null {
  return count('meetings', facts.filter((fact) => {
    if (!meetingUnits.includes(fact.unit) || fact.change !== null) return false
    const before = text.slice(Math.max(0, fact.start - 16), fact.start).split(/[,\uff0c。;\uff1b、\n]/).at(-1)!
    const after = text.slice(fact.end, fact.end + 12).split(/[,\uff0c。;\uff1b、\n]/)[0]!
    return (meetings.test(before) && !/会议(?:上|期间|研究|听取|审议)/.test(before)) || (/召开|举行|组织/.test(before) && meetings.test(after))
  }))
}

/** The clause of a fact and, where that is short, the words around it in its sentence. */
function clauseAround(text: string, fact: Fact): string {
  let start = fact.start
  while (start > 0 && start > fact.start - reach && !sentenceEnd.test(text[start - 1]!)) start -= 1
  let end = fact.end
  while (end < text.length && end < fact.end + reach && !/[,\uff0c。;\uff1b!\uff01?\uff1f\n]/.test(text[end]!)) end += 1
  return text.slice(start, end)
}

function count(key: 'studySessions' | 'meetings', counted: readonly Fact[]): Measured | null {
  const whole = counted.filter(({ value }) => /^\d{1,6}$/.test(value))
  if (whole.length === 0) return null
  const sum = whole.reduce((total, { value }) => total + Number(value), 0)
  return {
    found: { kind: 'count', count: sum },
    working: { key, values: { counts: whole.map(({ value }) => value).join(' + '), sum: String(sum) } },
    places: whole.map(({ start, end }) => ({ start, end })),
  }
}
