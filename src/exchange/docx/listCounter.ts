import { formatNumber } from '#exchange/docx/formatNumber'
import type { NumberedList, NumberLevel } from '#exchange/docx/numbering'

/** How far the lists of a document have counted; lists of one definition share it. */
export class ListCounter {
  private readonly counts = new Map<string, (number | undefined)[]>()
  private readonly begun = new Set<string>()

  constructor(private readonly lists: ReadonlyMap<string, NumberedList>) {}

  /**
   * The label of the next paragraph of a list at a level, as Word writes it before the paragraph: '一、', '(三)', '1.2 '. A space stands
   * after it unless it ends in a mark that needs none. '' where the list is unknown, has bullets, or no label.
   */
  next(listId: string, depth: number): string {
    const list = this.lists.get(listId)
    const level = list?.levels.get(depth)
    if (!list || !level || depth > 8) return ''
    const counts = this.counts.get(list.definition) ?? []
    this.counts.set(list.definition, counts)
    const anew = list.startOverrides.get(depth)
    const isFirst = !this.begun.has(`${listId} ${depth}`)
    this.begun.add(`${listId} ${depth}`)
    const before = counts[depth]
    counts[depth] = isFirst && anew !== undefined ? anew : before === undefined ? level.start : before + 1
    for (let below = depth + 1; below <= 8; below += 1) {
      const restart = list.levels.get(below)?.restart ?? null
      if (restart === null || (restart !== 0 && depth < restart)) counts[below] = undefined
    }
    return labelOf(list, level, counts)
  }
}

function labelOf(list: NumberedList, level: NumberLevel, counts: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') return ''
  const label = level.text.replace(/%([1-9])/g, (_, place: string) => {
    const index = Number(place) - 1
    const other = list.levels.get(index)
    const format = other === undefined || (level.isLegal && other !== level) ? 'decimal' : other.format
    return formatNumber(counts[index] ?? other?.start ?? 1, format)
  })
  return label === '' || level.suffix === 'nothing' || /[、\uff0e\uff09\uff1a。\u3000 ]$/.test(label) ? label : `${label} `
}
