/**
 * Which of the numbers keep their order: a longest rising run of them, not necessarily next to each other. Who is not in it has moved.
 * Of several longest runs, the one that ends earliest in value. Numbers are distinct.
 * @example stayInOrder([2, 0, 1]) // [0, 1]
 */
export function stayInOrder(numbers: readonly number[]): number[] {
  /** By length − 1: the run of that length with the smallest end. */
  const runs: (readonly number[])[] = []
  for (const number of numbers) {
    const place = runs.findIndex((run) => (run.at(-1) as number) >= number)
    const length = place < 0 ? runs.length : place
    runs[length] = [...(runs[length - 1] ?? []), number]
  }
  return [...(runs.at(-1) ?? [])]
}
