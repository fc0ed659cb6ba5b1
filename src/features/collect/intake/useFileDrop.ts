import { ref } from 'vue'
import { entriesOfDrop } from '#features/collect/intake/gatherDrop'

/** Files and folders dragged onto an element: whether some hover over it, and the listeners to put on it with v-on. */
export function useFileDrop(take: (dropped: readonly (File | FileSystemEntry)[]) => void) {
  const isOver = ref(false)
  /** dragleave also fires when a child is entered; only the last one out counts. */
  let depth = 0

  function carriesFiles(event: DragEvent): boolean {
    return event.dataTransfer?.types.includes('Files') ?? false
  }

  const listeners = {
    dragenter(event: DragEvent) {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth += 1
      isOver.value = true
    },
    dragover(event: DragEvent) {
      if (carriesFiles(event)) event.preventDefault()
    },
    dragleave(event: DragEvent) {
      if (!carriesFiles(event)) return
      depth = Math.max(0, depth - 1)
      isOver.value = depth > 0
    },
    drop(event: DragEvent) {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth = 0
      isOver.value = false
      if (event.dataTransfer) take(entriesOfDrop(event.dataTransfer))
    },
  }
  return { isOver, listeners }
}
