/** A stretch of two texts read side by side, with its offsets (UTF-16 units) in both; one of the two is empty where it was added or removed. */
export interface Alteration {
  readonly kind: 'same' | 'removed' | 'added'
  readonly before: Stretch
  readonly after: Stretch
}

export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Beyond so many single changes the middle of the texts is one replacement: nobody reads such a patchwork, and it costs the square. */
const mostChanges = 600
/** Fewer equal characters between two changes are chance, not something that stayed. */
const leastIsland = 2

/**
 * What was taken out of a text and what was put in, character by character (Myers' shortest script), in reading order; a surrogate pair is
 * one character. Equal ends are left alone, so that a change in a long paragraph costs its own length.
 * @example findAlterations('开会3次', '开会4次').map(({ kind }) => kind) // ['same', 'removed', 'added', 'same']
 */
export function findAlterations(before: string, after: string): Alteration[] {
  const [a, b] = [[...before], [...after]]
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  const middle = shortestScript(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return toStretches(joinIslands([...repeat('same', head), ...middle, ...repeat('same', tail)]), a, b)
}

type Step = Alteration['kind']

function repeat(step: Step, count: number): Step[] {
  return new Array<Step>(count).fill(step)
}

function shortestScript(a: readonly string[], b: readonly string[]): Step[] {
  const whole = [...repeat('removed', a.length), ...repeat('added', b.length)]
  if (a.length === 0 || b.length === 0) return whole
  const trail: Int32Array[] = []
  const limit = Math.min(mostChanges, a.length + b.length)
  // furthest[limit + 1 + k]: how far in a the diagonal k = x - y is reached.
  const furthest = new Int32Array(2 * limit + 3)
  const middle = limit + 1
  for (let changes = 0; changes <= limit; changes += 1) {
    trail.push(furthest.slice(middle - changes - 1, middle + changes + 2))
    for (let k = -changes; k <= changes; k += 2) {
      const down = k === -changes || (k !== changes && furthest[middle + k - 1]! < furthest[middle + k + 1]!)
      let x = down ? furthest[middle + k + 1]! : furthest[middle + k - 1]! + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      furthest[middle + k] = x
      if (x >= a.length && x - k >= b.length) return walkBack(trail, a.length, b.length)
    }
  }
  return whole
}

function walkBack(trail: readonly Int32Array[], endOfA: number, endOfB: number): Step[] {
  const steps: Step[] = []
  let [x, y] = [endOfA, endOfB]
  for (let changes = trail.length - 1; changes > 0; changes -= 1) {
    const reached = (k: number): number => trail[changes]![k + changes + 1]!
    const k = x - y
    const down = k === -changes || (k !== changes && reached(k - 1) < reached(k + 1))
    const fromX = down ? reached(k + 1) : reached(k - 1)
    const fromY = fromX - (down ? k + 1 : k - 1)
    const same = Math.min(x - fromX - (down ? 0 : 1), y - fromY - (down ? 1 : 0))
    for (let step = 0; step < same; step += 1) steps.push('same')
    steps.push(down ? 'added' : 'removed')
    x = fromX
    y = fromY
  }
  for (let step = 0; step < x; step += 1) steps.push('same')
  return steps.reverse()
}

/** A lone equal character between two changes is taken out and put in again: what changed then reads as words. */
function joinIslands(steps: readonly Step[]): Step[] {
  const joined: Step[] = []
  for (let at = 0; at < steps.length; ) {
    let end = at
    while (end < steps.length && steps[end] === 'same') end += 1
    const isIsland = end > at && end - at < leastIsland && at > 0 && end < steps.length
    for (let step = at; step < end; step += 1) joined.push(...(isIsland ? (['removed', 'added'] as const) : (['same'] as const)))
    while (end < steps.length && steps[end] !== 'same') joined.push(steps[end++]!)
    at = end
  }
  return joined
}

/** Runs of changes, what was removed first, with offsets in UTF-16 units. */
function toStretches(steps: readonly Step[], a: readonly string[], b: readonly string[]): Alteration[] {
  const found: Alteration[] = []
  let [x, y, fromX, fromY] = [0, 0, 0, 0]
  for (let at = 0; at < steps.length; ) {
    const isSame = steps[at] === 'same'
    let [endX, endY] = [fromX, fromY]
    for (; at < steps.length && (steps[at] === 'same') === isSame; at += 1) {
      if (steps[at] !== 'added') endX += a[x++]!.length
      if (steps[at] !== 'removed') endY += b[y++]!.length
    }
    if (isSame) found.push({ kind: 'same', before: { start: fromX, end: endX }, after: { start: fromY, end: endY } })
    if (!isSame && endX > fromX) found.push({ kind: 'removed', before: { start: fromX, end: endX }, after: { start: fromY, end: fromY } })
    if (!isSame && endY > fromY) found.push({ kind: 'added', before: { start: endX, end: endX }, after: { start: fromY, end: endY } })
    fromX = endX
    fromY = endY
  }
  return found
}
