import { makeCalendarDay, type AnnualDay } from '#core/calendarDay'
import {
  comparePoints, dividePoints, makePoints, maxPoints, minPoints, multiplyPoints, pointsOf, sumPoints, zeroPoints, type Points,
} from '#core/points'
import { assertNever } from '#core/brand'
import { checkBounds, checkEntryIds, checkNotEmpty, checkPositive, checkReach, checkRising, type RulePlace, type RuleSurroundings } from '#core/rubric/checkList'
import { checkByRank, checkNegative, checkReference, checkScale, checkSources, checkVeto } from '#core/rubric/checkOutsideRules'
import { fullOfElement } from '#core/rubric/fullOf'
import type { ChecklistRule, CountRule, DeductRule, IntervalRule, ItemMeanRule, JudgeRule, LevelRule, RatioRule, Rule, TimelinessRule } from '#core/rubric/rubric'
import type { SoundnessProblem } from '#core/rubric/rubricProblem'

const one = pointsOf(1)

/** A rule that is looked at outside of a rubric: an effect on the whole then only has to be no less than zero. */
const alone: RuleSurroundings = { whole: null, key: null, outside: false }

/**
 * Can an item with these full marks M > 0 be scored by this rule (METHOD §4, §6A.2)? Some answer reaches M; points, caps and floors
 * lie within [0, M]; lists go from lowest to highest; zero and full marks lie apart; days exist. Problems are appended.
 * @example checkRule({ kind: 'ratio', …, zeroAt: 0.7, fullAt: 0.7 }, full, path, problems) // no-spread
 */
export function checkRule(rule: Rule, full: Points, path: string, problems: SoundnessProblem[], around: RuleSurroundings = alone): void {
  const place = { full, path, problems, ...around }
  switch (rule.kind) {
    case 'level': return checkLevels(rule, place)
    case 'passFail': return rule.deadline === undefined ? undefined : checkAnnualDay(rule.deadline, `${path}.deadline`, problems)
    case 'checklist': return checkChecklist(rule, place)
    case 'deduct': return checkDeduct(rule, place)
    case 'ratio': return checkRatio(rule, place)
    case 'count': return checkCount(rule, place)
    case 'interval': return checkInterval(rule, place)
    case 'itemMean': return checkItemMean(rule, place)
    case 'judge': return checkJudge(rule, place)
    case 'timeliness': return checkTimeliness(rule, place)
    case 'byRank': return checkByRank(rule, place)
    case 'reference': return checkReference(rule, place)
    case 'sources': return checkSources(rule, place)
    case 'scale': return checkScale(rule, place)
    case 'negative': return checkNegative(rule, place)
    case 'veto': return checkVeto(rule, place)
    default: return assertNever(rule)
  }
}

function checkLevels(rule: LevelRule, { full, path, problems }: RulePlace): void {
  const list = `${path}.levels`
  if (!checkNotEmpty(rule.levels, list, problems)) return
  checkEntryIds(rule.levels, list, problems)
  const points = rule.levels.map((level) => pointsOf(level.points))
  points.forEach((value, index) => checkBounds(value, zeroPoints, full, `${list}[${index}].points`, problems))
  checkRising(points, 'rising', list, problems)
  checkReach(points.reduce(maxPoints), full, list, problems)
}

function checkChecklist(rule: ChecklistRule, { full, path, problems }: RulePlace): void {
  const list = `${path}.elements`
  if (rule.cap !== undefined) checkBounds(pointsOf(rule.cap), zeroPoints, full, `${path}.cap`, problems)
  if (!checkNotEmpty(rule.elements, list, problems)) return
  checkEntryIds(rule.elements, list, problems)
  rule.elements.forEach((element, index) => checkMarks(element.marks, { full, path: `${list}[${index}].marks`, problems }))
  const sum = sumPoints(rule.elements.map(fullOfElement))
  checkReach(rule.cap === undefined ? sum : minPoints(sum, pointsOf(rule.cap)), full, path, problems)
}

function checkMarks(marks: ChecklistRule['elements'][number]['marks'], { full, path, problems }: Pick<RulePlace, 'full' | 'path' | 'problems'>): void {
  if (!checkNotEmpty(marks, path, problems)) return
  const points = marks.map((mark) => pointsOf(mark.points))
  points.forEach((value, index) => checkBounds(value, zeroPoints, full, `${path}[${index}].points`, problems))
  checkRising(points, 'strictly', path, problems)
  if (!points.some((value) => value.numerator === 0n)) problems.push({ kind: 'zero-mark-missing', path })
  // An element that can only bring 0 would leave nothing to scale by when it alone applies.
  const highest = points.reduce(maxPoints)
  if (highest.numerator === 0n) problems.push({ kind: 'not-positive', path: `${path}[${marks.length - 1}].points`, found: '0' })
}

/** Full marks are where it starts, so they are always reached. */
function checkDeduct(rule: DeductRule, { full, path, problems }: RulePlace): void {
  if (rule.floor !== undefined) checkBounds(pointsOf(rule.floor), zeroPoints, full, `${path}.floor`, problems)
  if (!checkNotEmpty(rule.causes, `${path}.causes`, problems)) return
  checkEntryIds(rule.causes, `${path}.causes`, problems)
  rule.causes.forEach((cause, index) => {
    checkPositive(cause.perEvent, `${path}.causes[${index}].perEvent`, problems)
    if (cause.cap !== undefined) checkBounds(pointsOf(cause.cap), zeroPoints, full, `${path}.causes[${index}].cap`, problems)
  })
}

/** A numerator never exceeds its denominator, so thresholds are shares within [0, 1]. They may fall: less is better. */
function checkRatio(rule: RatioRule, { path, problems }: RulePlace): void {
  checkBounds(pointsOf(rule.zeroAt), zeroPoints, one, `${path}.zeroAt`, problems)
  checkBounds(pointsOf(rule.fullAt), zeroPoints, one, `${path}.fullAt`, problems)
  if (rule.zeroAt === rule.fullAt) problems.push({ kind: 'no-spread', path: `${path}.fullAt` })
}

function checkCount(rule: CountRule, { full, path, problems }: RulePlace): void {
  if (rule.cap !== undefined) {
    checkBounds(pointsOf(rule.cap), zeroPoints, full, `${path}.cap`, problems)
    checkReach(pointsOf(rule.cap), full, `${path}.cap`, problems)
  }
  if (!checkNotEmpty(rule.kinds, `${path}.kinds`, problems)) return
  checkEntryIds(rule.kinds, `${path}.kinds`, problems)
  rule.kinds.forEach((kind, index) => checkPositive(kind.points, `${path}.kinds[${index}].points`, problems))
}

function checkInterval(rule: IntervalRule, { full, path, problems }: RulePlace): void {
  const list = `${path}.breaks`
  if (!checkNotEmpty(rule.breaks, list, problems)) return
  if (rule.breaks.length === 1) problems.push({ kind: 'no-spread', path: list })
  const points = rule.breaks.map((point) => pointsOf(point.y))
  checkRising(rule.breaks.map((point) => pointsOf(point.x)), 'strictly', list, problems)
  points.forEach((value, index) => checkBounds(value, zeroPoints, full, `${list}[${index}].y`, problems))
  checkReach(points.reduce(maxPoints), full, list, problems)
}

function checkItemMean(rule: ItemMeanRule, { full, path, problems }: RulePlace): void {
  const list = `${path}.scale`
  if (!checkNotEmpty(rule.scale, list, problems)) return
  checkEntryIds(rule.scale, list, problems)
  const shares = rule.scale.map((step) => pointsOf(step.share))
  shares.forEach((share, index) => checkBounds(share, zeroPoints, one, `${list}[${index}].share`, problems))
  checkRising(shares, 'rising', list, problems)
  checkReach(multiplyPoints(full, shares.reduce(maxPoints)), full, list, problems)
}

/** Entered marks are multiples of the step, so M must be one. */
function checkJudge(rule: JudgeRule, { full, path, problems }: RulePlace): void {
  checkPositive(rule.step, `${path}.step`, problems)
  if (rule.step <= 0) return
  const step = pointsOf(rule.step)
  const steps = dividePoints(full, step)
  checkReach(multiplyPoints(step, makePoints(steps.numerator / steps.denominator, 1n)), full, `${path}.step`, problems)
}

function checkTimeliness(rule: TimelinessRule, { full, path, problems }: RulePlace): void {
  checkAnnualDay(rule.deadline, `${path}.deadline`, problems)
  if (rule.late.kind === 'perDay') return checkPositive(rule.late.points, `${path}.late.points`, problems)
  const list = `${path}.late.steps`
  const steps = [{ until: rule.deadline, points: full }, ...rule.late.steps.map((step) => ({ until: step.until, points: pointsOf(step.points) }))]
  steps.slice(1).forEach((step, index) => {
    checkAnnualDay(step.until, `${list}[${index}].until`, problems)
    checkBounds(step.points, zeroPoints, full, `${list}[${index}].points`, problems)
    const before = steps[index] as (typeof steps)[number]
    if (orderOf(step.until) <= orderOf(before.until)) problems.push({ kind: 'not-rising', path: `${list}[${index}].until` })
    if (comparePoints(step.points, before.points) > 0) problems.push({ kind: 'not-rising', path: `${list}[${index}].points` })
  })
  const otherwise = pointsOf(rule.late.otherwise)
  checkBounds(otherwise, zeroPoints, (steps.at(-1) as (typeof steps)[number]).points, `${path}.late.otherwise`, problems)
}

function checkAnnualDay(annual: AnnualDay, path: string, problems: SoundnessProblem[]): void {
  // 2000 was a leap year: 29 February is a day, in common years read as 1 March.
  const exists = makeCalendarDay(2000, annual.month, annual.day) !== null
  if (!exists || annual.yearsAfter < 0 || annual.yearsAfter > 9) problems.push({ kind: 'not-an-annual-day', path })
}

function orderOf(annual: AnnualDay): number {
  return (annual.yearsAfter * 12 + annual.month) * 31 + annual.day
}
