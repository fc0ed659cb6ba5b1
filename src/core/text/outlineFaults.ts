import { readChineseNumber } from '#core/text/parseChineseDay'
import type { OutlineNode } from '#core/text/reportProposal'

/**
 * A slip in the numbering (序号缺漏、重复、颠倒), at the heading that shows it. `expected` is the number that should have come, `found` the
 * one that did: missing, from 1 to 2 = item 1 missing; missing, from 3 to 6 = items 3 to 5 missing.
 */
export interface OutlineFault {
  readonly kind: 'missing' | 'repeated' | 'out-of-order'
  readonly depth: OutlineNode['depth']
  /** The heading's own marker, as it stands. */
  readonly marker: string
  readonly expected: number
  readonly found: number
  /** The heading, UTF-16 offsets. */
  readonly start: number
  readonly end: number
}

interface Numbered {
  readonly node: OutlineNode
  readonly number: number
}

/**
 * Checks the numbering of an outline, each row of siblings by itself: gaps, repeats, disorder. A row begins anew at 1 where the one
 * before has gone on past 1 (a second list, 一是 of the next paragraph), which is no fault. With the text at hand neither is a number
 * that stands in running text instead of at the start of a line, nor 第十条第(二)项 at the start of one.
 * @example outlineFaults(splitOutline('(二)甲\n(三)乙'), '(二)甲\n(三)乙') // [{ kind: 'missing', depth: 2, expected: 1, found: 2, … }]
 */
export function outlineFaults(outline: readonly OutlineNode[], text = ''): OutlineFault[] {
  return faultsOf(outline, text, 0).sort((a, b) => a.start - b.start)
}

function faultsOf(siblings: readonly OutlineNode[], text: string, from: number): OutlineFault[] {
  const rows = new Map<string, Numbered[]>()
  for (const node of siblings) {
    const number = readMarker(node.marker)
    if (number === null || /^[项款条目]/.test(node.title)) continue
    const row = rows.get(styleOf(node))
    if (row) row.push({ node, number })
    else rows.set(styleOf(node), [{ node, number }])
  }
  return [
    ...[...rows.values()].flatMap((row) => splitRuns(row).flatMap((run) => faultsOfRun(run, text, from))),
    ...siblings.flatMap((node) => faultsOf(node.children, text, node.start)),
  ]
}

/** 1、1、 is a repeat, 1、2、1、2 are two lists, and 1、2、[1、2、]3、 a list within another, which then goes on. */
function splitRuns(row: readonly Numbered[]): Numbered[][] {
  const runs: Numbered[][] = []
  // The runs that wait for a number, the latest last; a search through all runs would be quadratic.
  const waiting = new Map<number, Numbered[][]>()
  const latestWaitingFor = (number: number): Numbered[] | undefined => {
    const stack = waiting.get(number) ?? []
    while (stack.length > 0 && stack.at(-1)!.at(-1)!.number + 1 !== number) stack.pop()
    return stack.at(-1)
  }
  row.forEach((item, index) => {
    const current = runs.at(-1)
    const last = current?.at(-1)?.number ?? 0
    const suspended = item.number === last + 1 ? undefined : latestWaitingFor(item.number)
    const begins = item.number === 1 && last > 1 && row[index + 1]?.number !== last + 1
    const run = suspended ?? (!current || begins ? [] : current)
    if (run.length === 0) runs.push(run)
    run.push(item)
    const stack = waiting.get(item.number + 1)
    if (stack) stack.push(run)
    else waiting.set(item.number + 1, [run])
  })
  return runs
}

function faultsOfRun(run: readonly Numbered[], text: string, from: number): OutlineFault[] {
  const faults: OutlineFault[] = []
  const seen = new Set<number>()
  let expected = 1
  let before = from
  run.forEach(({ node, number }, index) => {
    const place = { depth: node.depth, marker: node.marker, expected, found: number, start: node.start, end: node.headingEnd }
    if (seen.has(number)) {
      faults.push({ kind: 'repeated', ...place })
    } else if (number < expected) {
      faults.push({ kind: 'out-of-order', ...place })
    } else if (number > expected) {
      const later = run.slice(index + 1).some((item) => item.number >= expected && item.number < number)
      if (!later && !areInRunningText(text.slice(before, node.start), node.marker, expected, number)) faults.push({ kind: 'missing', ...place })
    }
    seen.add(number)
    expected = Math.max(expected, number + 1)
    before = node.headingEnd
  })
  return faults
}

/** Whether all numbers from `first` to below `end` stand in the stretch, in the marker's own style. */
function areInRunningText(stretch: string, marker: string, first: number, end: number): boolean {
  for (let number = first; number < end; number += 1) {
    const digits = marker.replace(/[一二三四五六七八九十]+|[0-9\uff10-\uff19]+/, (old) => (/[一二三四五六七八九十]/.test(old) ? chineseNumber(number) : String(number)))
    if (!stretch.includes(digits.trim())) return false
  }
  return true
}

function readMarker(marker: string): number | null {
  const chinese = /[一二三四五六七八九十]+/.exec(marker)
  if (chinese) return readChineseNumber(chinese[0])
  const digits = /[0-9\uff10-\uff19]+/.exec(marker)
  return digits ? Number(digits[0].replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))) : null
}

/** (1) and 一是 are of one depth and count each for itself; width and kind of stop do not make a row of its own. */
function styleOf({ depth, marker }: OutlineNode): string {
  return `${depth} ${marker.endsWith('是') ? '是' : ''}`
}

function chineseNumber(number: number): string {
  const digits = '〇一二三四五六七八九'
  const tens = Math.floor(number / 10)
  return `${tens > 1 ? digits[tens]! : ''}${tens > 0 ? '十' : ''}${number % 10 === 0 ? '' : digits[number % 10]!}`
}
