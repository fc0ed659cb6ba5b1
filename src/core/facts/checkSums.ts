import type { Fact, FactFinding, Place } from '#core/facts/fact'
import { isAdditive } from '#core/facts/factUnits'
import { clauseGroupsOf, placeOf, sentencesOf, type Segment } from '#core/facts/segments'
import { addPoints, comparePoints, equalPoints, multiplyPoints, pointsOf, sumPoints, writeExact, zeroPoints, type Points } from '#core/points'

const partsCue = /其中|分别为|分别是|包括|分为|(?<!其中)[:\uff1a]/g
/** After these the parts are all of them. */
const allPartsCue = /^(?:分别为|分别是|分为|[:\uff1a])$/
const totalWords = /(?:总计|合计|共计|总共|一共|共|累计|总数为?|总量为?)[^,\uff0c、:\uff1a;\uff1b0-9]{0,12}$/
/** Steps of one procedure (受理…审结…) do not add up to a total. */
const stageWords = /审结|办结|结案|答复|整改|完成|采纳|处理|调解|同比|上年|去年/

/**
 * Totals against their parts, both ways round: 共17件，其中A 3件、B 14件, and A 3件、B 14件，共17件. Only counts and amounts of the same unit are
 * added. After 其中 and 包括 the parts may be some only: a sum below the total is no conflict, and one close to it (80 % and more) cannot
 * be told; after 分别为 or a colon it conflicts. A part above its total conflicts where it follows 其中 at once; a sum above it conflicts
 * too, unless the parts name steps of one procedure. Approximate numbers (余, 约) never conflict.
 */
export function checkSums(text: string, facts: readonly Fact[]): FactFinding[] {
  return [...sentencesOf(text, facts).flatMap((sentence) => totalsFirst(text, sentence)), ...clauseGroupsOf(text, facts).flatMap((group) => totalsLast(text, group))]
}

function totalsFirst(text: string, sentence: Segment): FactFinding[] {
  const findings: FactFinding[] = []
  const words = text.slice(sentence.start, sentence.end)
  const cues = [...words.matchAll(partsCue)].map((match) => ({ start: sentence.start + match.index, end: sentence.start + match.index + match[0].length }))
  cues.forEach((cue, index) => {
    const total = sentence.facts.findLast((fact) => fact.end <= cue.start)
    const word = text.slice(cue.start, cue.end)
    const reach = /[:\uff1a]/.test(word) ? 2 : 25
    if (!total || cue.start - total.end > reach || !isAdditive(total.unit) || total.upTo !== null) return
    const until = cues[index + 1]?.start ?? sentence.end
    const parts = sentence.facts.filter((fact) => fact.start >= cue.end && fact.end <= until && fact.unit === total.unit && fact.upTo === null && fact.change === null)
    const finding = parts.length > 0 ? judgeParts(text, { ...cue, word }, total, parts) : null
    if (finding) findings.push(finding)
  })
  return findings
}

interface Cue extends Place {
  readonly word: string
}

function judgeParts(text: string, cue: Cue, total: Fact, all: readonly Fact[]): FactFinding | null {
  const whole = pointsOf(total.value)
  // The enumeration may go on with something else: the first stretch of two and more that adds up is the one that was meant.
  let sum = zeroPoints
  for (const [index, part] of all.entries()) {
    sum = addPoints(sum, pointsOf(part.value))
    if (index > 0 && equalPoints(sum, whole)) return finding(total, all.slice(0, index + 1), sum, 'equal', 'agrees')
  }
  const parts = all.slice(0, endOfClauseGroup(text, all))
  const isVague = [total, ...parts].some((fact) => fact.bound !== 'exact')
  const first = parts[0]!
  if (comparePoints(pointsOf(first.value), whole) > 0) {
    // Far from the cue, or after another word, it may well be about something else.
    if (cue.word !== '其中' || first.start - cue.end > 15) return null
    return finding(total, [first], pointsOf(first.value), 'part-over', isVague ? 'cannot-tell' : 'conflicts')
  }
  if (parts.length < 2) return null
  sum = sumOf(parts)
  if (comparePoints(sum, whole) > 0) {
    if (parts.some((part) => comparePoints(pointsOf(part.value), whole) > 0)) return null
    const isProcedure = parts.some((part) => stageWords.test(text.slice(Math.max(total.end, part.start - 12), part.start)))
    return finding(total, parts, sum, 'over', isVague || isProcedure || cue.word === '包括' ? 'cannot-tell' : 'conflicts')
  }
  if (allPartsCue.test(cue.word)) return finding(total, parts, sum, 'short', isVague || cue.word.length === 1 ? 'cannot-tell' : 'conflicts')
  const isNear = comparePoints(multiplyPoints(sum, pointsOf(5)), multiplyPoints(whole, pointsOf(4))) >= 0
  return finding(total, parts, sum, 'short', isNear ? 'cannot-tell' : 'agrees')
}

/** How many of the parts stand before the first semicolon after the first of them. */
function endOfClauseGroup(text: string, parts: readonly Fact[]): number {
  const at = text.slice(parts[0]!.end, parts.at(-1)!.start).search(/[;\uff1b]/)
  return at < 0 ? parts.length : parts.filter((part) => part.start < parts[0]!.end + at).length
}

function totalsLast(text: string, group: Segment): FactFinding[] {
  return group.facts.flatMap((total, index): FactFinding[] => {
    const label = text.slice(Math.max(group.start, group.facts[index - 1]?.end ?? 0, total.start - 20), total.start)
    if (!totalWords.test(label) || !isAdditive(total.unit) || total.upTo !== null) return []
    // Back over neighbours of the same unit, each in a clause of its own, up to another total or a cue.
    const parts: Fact[] = []
    for (let at = index - 1; at >= 0; at -= 1) {
      const part = group.facts[at]!
      const words = text.slice(Math.max(group.start, group.facts[at - 1]?.end ?? 0), part.start)
      if (part.unit !== total.unit || part.upTo !== null || part.change !== null || totalWords.test(words) || /其中/.test(words)) break
      parts.unshift(part)
    }
    return judgeRow(text, total, parts)
  })
}

function judgeRow(text: string, total: Fact, row: readonly Fact[]): FactFinding[] {
  const whole = pointsOf(total.value)
  for (let from = row.length - 2; from >= 0; from -= 1) {
    const parts = row.slice(from)
    if (equalPoints(sumOf(parts), whole)) return [finding(total, parts, sumOf(parts), 'equal', 'agrees')]
  }
  // Without a match only a plain row (、 between its members) right before the total is surely meant as its parts.
  const lastBreak = row.findLastIndex((part, index) => index + 1 < row.length && !text.slice(part.end, row[index + 1]!.start).includes('、'))
  const parts = row.slice(lastBreak + 1)
  if (parts.length < 2) return []
  const sum = sumOf(parts)
  const isClose = comparePoints(multiplyPoints(sum, pointsOf(5)), multiplyPoints(whole, pointsOf(4))) >= 0 && comparePoints(multiplyPoints(sum, pointsOf(4)), multiplyPoints(whole, pointsOf(5))) <= 0
  if (!isClose) return []
  const isVague = [total, ...parts].some((fact) => fact.bound !== 'exact')
  return [finding(total, parts, sum, comparePoints(sum, whole) > 0 ? 'over' : 'short', isVague ? 'cannot-tell' : 'conflicts')]
}

function sumOf(parts: readonly Fact[]): Points {
  return sumPoints(parts.map((part) => pointsOf(part.value)))
}

function finding(total: Fact, parts: readonly Fact[], sum: Points, relation: 'equal' | 'over' | 'short' | 'part-over', verdict: FactFinding['verdict']): FactFinding {
  return {
    kind: 'sum',
    verdict,
    places: [placeOf(total), ...parts.map(placeOf)],
    working: { key: 'sum', values: { total: total.value, parts: parts.map((part) => part.value).join(' + '), sum: writeExact(sum), unit: total.unit, relation } },
  }
}
