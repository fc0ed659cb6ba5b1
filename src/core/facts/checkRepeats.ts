import type { Fact, FactFinding, Place } from '#core/facts/fact'
import { isAdditive } from '#core/facts/factUnits'
import { clauseGroupsOf, labelBefore, placeOf } from '#core/facts/segments'
import { comparePoints, equalPoints, pointsOf } from '#core/points'

const circumstance = /(?:19|20)\d{2}年度?|今年以来|截至目前|目前|全年|年内|年度|累计|总计|合计|共计|一共|共|已|均|达到?|为|了|有关|相关|各类|各种|我市|我县|我区|我省|全市|全县|全区|全省/g
/** Words that make it another quantity: other times, other places, shares of it. */
const otherScope = /上半年|下半年|季度|上年|去年|同比|月|其中|本级|直|县|区|镇|乡|街道|部门|日均|人均|平均|每/
/** Words that pin the period: only with them two different numbers surely speak of the same thing. */
const period = /全年|年度|累计|总计|合计|共/
const leastLabel = 5

interface Mention {
  readonly fact: Fact
  readonly label: string
}

/**
 * The same quantity stated in two places: the words before the number are the same but for 全年, 共, 全市 and the like, at least five characters of
 * them, and the unit is the same. Equal numbers agree; 3.4万余 and 34215 agree too. Different exact numbers conflict when all words were
 * the same and pin the period (全年, 共, 累计), else it cannot be told. What lies in a plan is a target and is compared with nothing.
 */
export function checkRepeats(text: string, facts: readonly Fact[], plans: readonly Place[] = []): FactFinding[] {
  const seen = new Map<string, Mention[]>()
  const findings: FactFinding[] = []
  for (const group of clauseGroupsOf(text, facts)) {
    for (const fact of group.facts) {
      if (!isAdditive(fact.unit) || fact.upTo !== null || fact.change !== null || plans.some((plan) => fact.start >= plan.start && fact.start < plan.end)) continue
      const label = labelBefore(text, group, fact).trim()
      const core = label.replace(circumstance, '')
      if (core.length < leastLabel || otherScope.test(core) || /[^\u4e00-\u9fff]/.test(core)) continue
      const key = `${core} ${fact.unit}`
      const mentions = seen.get(key) ?? []
      const earlier = mentions[0]
      if (earlier) findings.push(compare(earlier, { fact, label }))
      else seen.set(key, [{ fact, label }])
    }
  }
  return findings
}

function compare(first: Mention, second: Mention): FactFinding {
  const [a, b] = [first.fact, second.fact]
  const agrees = mayBeEqual(a, b) || mayBeEqual(b, a)
  const isSure = first.label === second.label && period.test(first.label) && a.bound === 'exact' && b.bound === 'exact'
  return {
    kind: 'repeat',
    verdict: agrees ? 'agrees' : isSure ? 'conflicts' : 'cannot-tell',
    places: [placeOf(a), placeOf(b)],
    working: { key: 'repeat', values: { first: a.value, second: b.value, unit: a.unit } },
  }
}

/** Whether `exact` may be what `vague` says: equal, or above 3.4万余 by less than its last digit. */
function mayBeEqual(vague: Fact, exact: Fact): boolean {
  const [low, value] = [pointsOf(vague.value), pointsOf(exact.value)]
  if (equalPoints(low, value)) return true
  const limit = pointsOf(String(BigInt(vague.value.split('.')[0]!) + BigInt(vague.step.split('.')[0]!)))
  return vague.bound === 'more' && comparePoints(value, low) > 0 && comparePoints(value, limit) < 0
}
