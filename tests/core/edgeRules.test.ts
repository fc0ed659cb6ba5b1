import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../builders/aRubric'
import { rollUpUnit } from '#core/aggregation/rollUpUnits'
import type { ItemId, UnitId } from '#core/ids'
import { pointsOf } from '#core/points'
import { rankUnits } from '#core/ranking/rankUnits'
import { defaultSettings } from '#core/records/projectRecord'

// METHOD §6A rule by rule: which tests prove it. Rule 30 (robustness) is not built yet; whoever builds it lists it here.

const core = 'tests/core'
const proofs: Readonly<Record<number, readonly (readonly [file: string, title: string])[]>> = {
  1: [['points', 'rounding is off by at most half a unit of the last digit, half away from zero, and symmetric'], ['points', '⅓ + ⅓ + ⅓ + 0.005 is 1.005 and shows 1.01']],
  2: [['scoring/workedExamples', 'a cap above M is held at M'], ['rubric/checkRubric', 'checkRule: full marks can be reached'], ['rubric/checkRubric', 'checkRule: bounds'], ['rubric/checkRubric', 'checkRule: order, spread and days']],
  3: [['scoring/workedExamples', 'six elements of 1, two N/A, earned 2 of 4 → 3'], ['scoring/workedExamples', 'all elements N/A → item N/A (vector 4)'], ['scoring/workedExamples', 'an element unanswered is no answer, and a mark outside the list is refused']],
  4: [['scoring/workedExamples', '未找到 scores what the rule gives to nothing (§6A.4)'], ['scoring/workedExamples', 'd = 0 → N/A by default (vector 2), zero where the rubric says so'], ['scoring/workedExamples', 'no sub-items → zero by default']],
  5: [['scoring/workedExamples', 'steps are [lo, hi) unless declared right-closed'], ['scoring/workedExamples', 'the deadline day is in time, the day after is not']],
  6: [['merging/mergeItem', 'where several assess it needs a second one (§6A.6, §6A.33)'], ['merging/mergeItem', 'a formula that leaves the item out needs no signature, but everybody’s answer (§6A.6, §6A.32)']],
  7: [['aggregation/rollUp', 'METHOD §5.2: 45 of 60 and 24 of 30 → 76.67'], ['aggregation/rollUp', 'all N/A gives no total (§6A.7, §6A.41)']],
  8: [['aggregation/notApplicableMethods', 'X = {20 earned 15, 10 earned 4, 30 N/A}, Y = {40 earned 24}: 61.43, 62.00, 60.25, 73, 43'], ['aggregation/notApplicableMethods', 'a stray item beside groups keeps its own weight; a group within a group goes up level by level']],
  9: [['aggregation/notApplicableMethods', 'with Y wholly N/A: a 63.33, b 63.33, c 59.25; d and e leave Y full and zero'], ['aggregation/notApplicableMethods', '%s: the total is the definition’s, its contributions add to it, and it lies within bounds']],
  10: [['aggregation/notApplicableMethods', 'weights down the path, points below: 25 % of 100 in items of 3 and 2 are worth 15 and 10'], ['aggregation/notApplicableMethods', 'the share of N/A is in the tree, with a warning above 20 % (§6A.10)'], ['rubric/checkRubric', 'weights: all siblings or none, above zero, together 100, for every kind of body']],
  11: [['aggregation/settleTotal', 'pending: bonuses off and deductions charged in full at the low end, the reverse at the high end'], ['aggregation/settleTotal', 'each end tests its own gate'], ['aggregation/settleTotal', 'a pending veto changes no number, and keeps the unit from a place'], ['ranking/rankUnits', 'where the project ranks them: by the low end, marked; the band only if both ends agree'], ['scoring/workedExamples', 'open items are a range from the rule’s minimum to M; they are not zero (§6A.11, §6A.36)']],
  12: [['merging/mergeItem', 'never snapped to a level again'], ['merging/mergeItem', 'a ruling beats any merge; points are held within [0, M] (§6A.12)'], ['merging/mergeTotals', 'the median is that of the totals, not the sum of the items’ medians; bonus and negative list follow once']],
  13: [['merging/mergeItem', 'a missing answer counts as minimum, then as M (§6A.13); pending beside scored is missing (§6A.32)'], ['merging/mergeItem', 'recusal and 不了解 leave n'], ['merging/mergeTotals', 'a provisional total merges with both ends; one that nobody has begun from minimum to full']],
  14: [['merging/mergeItem', 'facts are not averaged: different answers, even with equal points (§6A.14, §6A.34)']],
  15: [['merging/mergeItem', 'levels two or more apart (§6A.15)'], ['merging/mergeItem', 'others: more than 20 % of M, exactly 20 % is not']],
  16: [['merging/mergeItem', '不适用 against points (§6A.16)']],
  17: [['merging/mergePoints', 'with n = 4 the trimmed mean is the plain mean, flagged (vector 12)'], ['merging/mergePoints', 'one highest and one lowest go, even if tied'], ['merging/mergePoints', 'the median of an even n is the mean of the middle two']],
  18: [['aggregation/settleTotal', 'the gate reads the base as the ranking does: 79.996 is 80.00, and not above it'], ['aggregation/settleTotal', 'may pass full points, unless it stops there']],
  19: [['aggregation/settleTotal', 'at most its cap, after the bonus, never below zero'], ['edgeRules', '得分率 of a node uses the base; of a unit it is total ÷ full, above 100 % with a bonus (§6A.19)']],
  20: [['aggregation/settleTotal', 'suspended or invalid over zero over caps'], ['aggregation/settleTotal', 'lower by n keeps the total, the largest n only; the lowest band keeps it too'], ['ranking/rankVetoes', 'a cap moves total, place and band; lowering and the lowest band move the band only']],
  21: [['edgeRules', 'the bands by default hold from their edge on (§6A.21)'], ['ranking/rankVetoes', 'zeroed units follow every other unit, even one of no points, and share a place; they are in the last band']],
  22: [['ranking/rankVetoes', 'floor(n % × ranked), at least 1; without a place the next band shows (§6A.22, §6A.42)'], ['ranking/rankVetoes', 'a tie that overflows gets none until a ruling, and nobody passes it'], ['ranking/rankVetoes', 'lowered units take no place']],
  23: [['ranking/rankVetoes', 'level-1 points in the chosen order, then fewer deductions, then the earlier day, unknown last, then 并列'], ['ranking/rankVetoes', 'level-1 points are rounded as the ranking rounds them']],
  24: [['ranking/rankProject', 'while one value is pending the item is pending for the whole group, and only for it'], ['ranking/rankProject', 'invalid and N/A units are removed, places close up, and the removed unit’s own item is pending'], ['scoring/outsideRules', 'best ≤ 0 → 0; a value below 0 is held at 0']],
  25: [['ranking/resultForReference', 'a final total is handed on exactly, a provisional one with its range, an invalid one is 0, all others are pending (§6A.25)'], ['scoring/outsideRules', 'a provisional result passes its range on: pending, between M × low and M × high (§6A.25)'], ['ranking/resultForReference', 'references in a circle are seen, however long']],
  26: [['scoring/outsideRules', 'a missing source is no answer, a score above its full marks is refused'], ['merging/mergeItem', 'a source is left out by two or not at all; against a score it is a mixed state (§6A.16, §6A.26)'], ['aggregation/totalSources', 'a source that nobody has entered, or that is pending, makes the base a range and the unit open']],
  27: [['scoring/outsideRules', 'no valid answers → 待核, from the lowest step up']],
  28: [['ranking/compareUnits.prop', 'items, bonus, negative list, floor and veto add exactly to the unrounded gap, for every pair'], ['aggregation/totalSources', 'add exactly to the base at both ends, and to the gap of any two units'], ['edgeRules', 'printed gaps subtract the numbers the ranking reads (§6A.28)']],
  29: [['measure/suggestAnswer', 'length and the shares of the parts'], ['measure/suggestAnswer', 'numbers and filler words, names and fixed terms left out'], ['measure/suggestAnswer', 'sameness is that of the nearest text; without any it does not apply']],
  31: [['merging/mergeItem', 'what needs a ruling is pending until it is ruled'], ['merging/mergeTotals', 'in an own total an item in dispute is open for everyone until it is ruled, then as ruled (§6A.12, §6A.31)']],
  32: [['merging/mergeItem', 'a missing answer on a fact leaves the whole item open (§6A.32)']],
  33: [['merging/mergeItem', 'where several assess it needs a second one (§6A.6, §6A.33)'], ['merging/mergeItem', 'all elements N/A needs no signature; against points it is a mixed state (§6A.16, §6A.33)']],
  34: [['merging/mergeItem', 'facts are not averaged: different answers, even with equal points (§6A.14, §6A.34)'], ['merging/mergeItem', 'a kind of event that is left out happened no times; a result is the number it is, wherever it was taken from']],
  35: [['merging/mergeItem', 'consensus means that all points are equal (§6A.35)'], ['merging/mergeItem', 'under "chair decides" other entries neither open nor dispute the item (§6A.35)']],
  36: [['scoring/workedExamples', 'open items are a range from the rule’s minimum to M; they are not zero (§6A.11, §6A.36)'], ['scoring/outsideRules', 'no valid answers → 待核, from the lowest step up']],
  37: [['scoring/outsideRules', 'ranks 1–5 → 60, 57, 54, 51, 48; beyond the table 0'], ['scoring/outsideRules', 'low is best: places from below, M × best ÷ value'], ['ranking/placeByRank', 'a unit whose item was ruled keeps its points and takes no place (§6A.37)']],
  38: [['ranking/rankVetoes', 'invalid, suspended and an open veto: a total, no place, no band'], ['ranking/rankVetoes', 'zeroed units follow every other unit, even one of no points, and share a place; they are in the last band']],
  39: [['ranking/rankVetoes', 'negatives are read before the floor'], ['ranking/rankVetoes', 'tie-break chain (§6A.23, §6A.39)']],
  40: [['merging/mergeTotals', 'no item has a part in it (§6A.40): no contributions, a gap of base, and no tie-break by dimension']],
  41: [['aggregation/notApplicableMethods', 'all N/A gives no total under every method (§6A.41), and nothing N/A gives the plain sum under every method'], ['aggregation/totalSources', 'without an own result there is no total, whatever comes from outside (§6A.41)']],
  42: [['ranking/rankVetoes', 'places left over lapse: the band is needed, too'], ['ranking/rankVetoes', 'floor(n % × ranked), at least 1; without a place the next band shows (§6A.22, §6A.42)']],
}

test('every edge rule of METHOD §6A but 30 has tests, and they are where this list says', () => {
  expect(Object.keys(proofs).map(Number)).toEqual(Array.from({ length: 42 }, (_, index) => index + 1).filter((rule) => rule !== 30))
  const lost = Object.entries(proofs).flatMap(([rule, list]) => list.flatMap(([file, title]) => (readFileSync(`${core}/${file}.test.ts`, 'utf8').includes(title) ? [] : [`${rule}: ${file}: ${title}`])))
  expect(lost).toEqual([])
})

/** One dimension of 100 points and a bonus of 5. */
const rubric = aRubric([aGroup('A', 100, [anItem('a', 100, { kind: 'judge', criterion: '', step: 0.001 })])], { bonus: { items: [anItem('j', 5)] } })

function rows(totals: readonly number[], bonus = 0) {
  const units = totals.map((points, index) => {
    const marks = new Map([['a', points], ...(bonus > 0 ? [['j', bonus] as const] : [])].map(([id, value]) => [id as ItemId, { state: 'scored' as const, answer: { kind: 'judge' as const, points: value as number } }]))
    return { unitId: `u${index}` as UnitId, name: `单位${index}`, tree: rollUpUnit(rubric, { kind: 'government', level: 'county' }, 2024, marks) }
  })
  return rankUnits('', pointsOf(100), units, defaultSettings).rows
}

test('得分率 of a node uses the base; of a unit it is total ÷ full, above 100 % with a bonus (§6A.19)', () => {
  const [row] = rows([98.5], 4)
  expect([row?.percent, row?.shown?.low, row?.tree.groups[0]?.earned.low]).toEqual(['102.50', '102.50', pointsOf(98.5)])
})

test('the bands by default hold from their edge on (§6A.21)', () => {
  expect(rows([90, 89.996, 89.994, 80, 79.99, 60, 59.99, 0]).map(({ shown, band }) => [shown?.low, band])).toEqual([
    ['90.00', '优秀'], ['90.00', '优秀'], ['89.99', '良好'], ['80.00', '良好'], ['79.99', '合格'], ['60.00', '合格'], ['59.99', '不合格'], ['0.00', '不合格'],
  ])
})

test('printed gaps subtract the numbers the ranking reads (§6A.28)', () => {
  // Unrounded 1.508 apart, which would print 1.51 beside 90.00 and 88.50.
  expect(rows([90.004, 88.496]).map(({ shown, gap }) => [shown?.low, gap])).toEqual([['90.00', '0.00'], ['88.50', '-1.50']])
})
