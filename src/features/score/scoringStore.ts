import { defineStore } from 'pinia'
import { ref, shallowReactive } from 'vue'
import type { EntryId, Instant } from '#core/ids'
import type { ItemWork, MarkDraft } from '#features/score/itemWork'
import type { SaveProblem } from '#features/score/problems'

/** Unsaved or just saved work on one item: it stands on screen until the live scorecard shows the same. */
export interface WorkRecord {
  readonly work: ItemWork
  /** draft: not written, incomplete or being typed · saving · written: awaited, not yet echoed · failed: kept, to be tried again. */
  readonly phase: 'draft' | 'saving' | 'written' | 'failed'
  readonly problem: SaveProblem | null
  /** The newest judgement handed to the queue; what the next one is compared with. */
  readonly sent: MarkDraft | null
  /** The entry our newest judgement became; null while it is on its way. */
  readonly last: EntryId | null
  /** Entries that stood before our newest: a live update that shows one of them is late. */
  readonly stale: ReadonlySet<EntryId | null>
}

const fontSizes = { least: 15, most: 23, usual: 17 } as const
const fontKey = 'zhunsheng.score.fontSize'
/** From this height of the window on there is room for the list of passages above the report. */
const tallWindow = 900

/** The session of the score desk: where one is, what is not saved yet, how one likes to read. Never what the database holds. */
export const useScoringStore = defineStore('scoring', () => {
  const works = shallowReactive(new Map<string, WorkRecord>())
  /** What this session last wrote for an item, by work key: a time is only shown while that entry still stands. */
  const written = shallowReactive(new Map<string, { readonly entryId: EntryId; readonly at: Instant }>())
  /** Where one left off, by project. */
  const places = new Map<string, { unitId: string; itemId: string | null }>()
  const onlyOpen = ref(false)
  /** Whether the guidance is shown at full length. */
  const guidanceOpen = ref(false)
  /** Whether the list of passages is shown at length. */
  const passagesOpen = ref(globalThis.innerHeight >= tallWindow)
  const fontSize = ref(rememberedSize())
  /** Phrases searched for on a unit for an item, by `unit|item`, the earliest first. */
  const searches = shallowReactive(new Map<string, readonly string[]>())

  function changeFontSize(by: 1 | -1): void {
    fontSize.value = Math.min(fontSizes.most, Math.max(fontSizes.least, fontSize.value + by))
    try {
      localStorage.setItem(fontKey, String(fontSize.value))
    } catch {
      // Private windows may refuse; the size then lasts as long as the window.
    }
  }

  function noteSearch(key: string, phrase: string): void {
    const known = searches.get(key) ?? []
    if (phrase !== '' && !known.includes(phrase)) searches.set(key, [...known, phrase])
  }

  return { works, written, places, onlyOpen, guidanceOpen, passagesOpen, searches, noteSearch, fontSize, fontSizes, changeFontSize }
})

function rememberedSize(): number {
  try {
    const size = Number(localStorage.getItem(fontKey))
    return size >= fontSizes.least && size <= fontSizes.most ? size : fontSizes.usual
  } catch {
    return fontSizes.usual
  }
}
