/** What was before, what is now, what was undone. Pure and immutable: any kind of value. */
export interface EditHistory<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  /** What the last edit was about; an edit about the same joins it, so that a typed word is one step. */
  readonly topic: string | null
}

/** Steps that can be undone. */
export const historyLimit = 300

export function startHistory<T>(present: T): EditHistory<T> {
  return { past: [], present, future: [], topic: null }
}

/**
 * After an edit. The same `topic` as the edit before joins it; null never joins. What had been undone is gone.
 * @example recordEdit(recordEdit(start, 'a', 'name'), 'ab', 'name') // one step back leads to start
 */
export function recordEdit<T>(history: EditHistory<T>, present: T, topic: string | null = null): EditHistory<T> {
  if (present === history.present) return history
  if (topic !== null && topic === history.topic && history.future.length === 0) return { ...history, present }
  return { past: [...history.past, history.present].slice(-historyLimit), present, future: [], topic }
}

export function undoEdit<T>(history: EditHistory<T>): EditHistory<T> {
  if (history.past.length === 0) return history
  return { past: history.past.slice(0, -1), present: history.past.at(-1) as T, future: [history.present, ...history.future], topic: null }
}

export function redoEdit<T>(history: EditHistory<T>): EditHistory<T> {
  if (history.future.length === 0) return history
  return { past: [...history.past, history.present], present: history.future[0] as T, future: history.future.slice(1), topic: null }
}
