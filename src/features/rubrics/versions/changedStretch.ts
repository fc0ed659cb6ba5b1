/** A text and its new form, cut into what both begin with, what is different, and what both end with. */
export interface ChangedStretch {
  readonly head: string
  readonly before: string
  readonly after: string
  readonly tail: string
}

/** Characters of what stays that are shown on either side, so that the place is found in the text. */
const context = 12

/** Of long texts only the place where they differ, with a little of what stands around it. */
export function changedStretch(before: string, after: string): ChangedStretch {
  const [old, now] = [[...before], [...after]]
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  const [start, end] = [old.slice(0, head), old.slice(old.length - tail)]
  return {
    head: start.length > context ? `……${start.slice(-context).join('')}` : start.join(''),
    before: old.slice(head, old.length - tail).join(''),
    after: now.slice(head, now.length - tail).join(''),
    tail: end.length > context ? `${end.slice(0, context).join('')}……` : end.join(''),
  }
}
