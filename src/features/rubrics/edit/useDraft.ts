import { computed, onScopeDispose, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Instant } from '#core/ids'
import type { RubricDraftRecord } from '#core/records/rubricDraftRecord'
import { recordEdit, redoEdit, startHistory, undoEdit, type EditHistory } from '#core/rubric/edit/editHistory'
import { changeNode, type Edited } from '#core/rubric/edit/editNodes'
import { nodeAt, type NodePlace } from '#core/rubric/edit/nodePlace'
import type { Rubric, RubricNode } from '#core/rubric/rubric'
import type { Deps } from '#workflows/deps'
import { saveRubricDraft, type RubricDraftProblem } from '#workflows/rubricDrafts'

export type SaveState = { readonly kind: 'saved'; readonly at: Instant } | { readonly kind: 'waiting' } | { readonly kind: 'refused'; readonly problem: RubricDraftProblem }

export interface DraftDesk {
  readonly rubric: ComputedRef<Rubric>
  /** The node in hand; "" is the rubric itself. */
  readonly place: ComputedRef<NodePlace>
  readonly saving: Readonly<Ref<SaveState>>
  readonly canUndo: ComputedRef<boolean>
  readonly canRedo: ComputedRef<boolean>
  readonly select: (place: NodePlace) => void
  /** Takes an edit; null (it makes no sense here) changes nothing. `topic`: edits about the same are undone together. */
  readonly edit: (edited: Edited | null, topic?: string | null) => boolean
  readonly changeRubric: (rubric: Rubric, topic?: string | null) => void
  readonly changeHere: (change: (node: RubricNode) => RubricNode, topic?: string | null) => void
  readonly undo: () => void
  readonly redo: () => void
  /** Saves what waits, and says whether everything is saved. */
  readonly flush: () => Promise<boolean>
}

/** A pause in typing after which the draft is saved. */
const pauseMs = 500

/**
 * A draft under the owner's hands: its history, the node in hand, and saving by itself. Saves go one after another, each based on the
 * revision of the one before; after a refusal nothing more is saved until the page is opened anew.
 */
export function useDraft(deps: Deps, record: RubricDraftRecord): DraftDesk {
  const history: ShallowRef<EditHistory<Edited>> = shallowRef(startHistory({ rubric: record.rubric, place: '' }))
  const selected = ref<NodePlace>('')
  const saving = ref<SaveState>({ kind: 'saved', at: record.changedAt })
  let revision = record.revision
  let savedRubric = record.rubric
  let timer: ReturnType<typeof setTimeout> | undefined
  let queue: Promise<void> = Promise.resolve()

  const rubric = computed(() => history.value.present.rubric)
  // After an undo the place may be one that is no more.
  const place = computed(() => (nodeAt(rubric.value, selected.value) ? selected.value : ''))

  function edit(edited: Edited | null, topic: string | null = null): boolean {
    if (!edited || edited.rubric === rubric.value) return false
    // What is undone leads back to the node that was in hand then, not to the one before it.
    const here = { ...history.value, present: { rubric: rubric.value, place: place.value } }
    take(recordEdit(here, edited, topic === null ? null : `${edited.place} ${topic}`))
    return true
  }

  function take(next: EditHistory<Edited>): void {
    if (next === history.value) return
    history.value = next
    selected.value = next.present.place
    if (saving.value.kind === 'refused') return
    saving.value = { kind: 'waiting' }
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), pauseMs)
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    queue = queue.then(save)
    await queue
    return saving.value.kind === 'saved'
  }

  async function save(): Promise<void> {
    const content = rubric.value
    if (content === savedRubric || saving.value.kind === 'refused') {
      if (saving.value.kind === 'waiting') saving.value = { kind: 'saved', at: deps.clock() }
      return
    }
    const saved = await saveRubricDraft(deps, record.id, content, revision)
    if (!saved.ok) {
      saving.value = { kind: 'refused', problem: saved.problem }
      return
    }
    revision = saved.value.revision
    savedRubric = content
    saving.value = rubric.value === content ? { kind: 'saved', at: saved.value.changedAt } : { kind: 'waiting' }
  }

  function onLeave(event: BeforeUnloadEvent): void {
    if (saving.value.kind === 'saved') return
    void flush()
    event.preventDefault()
  }

  window.addEventListener('beforeunload', onLeave)
  onScopeDispose(() => {
    window.removeEventListener('beforeunload', onLeave)
    void flush()
  })

  return {
    rubric,
    place,
    saving,
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    select: (next) => { selected.value = next },
    edit,
    changeRubric: (next, topic = null) => void edit({ rubric: next, place: place.value }, topic),
    changeHere: (change, topic = null) => void edit({ rubric: changeNode(rubric.value, place.value, change), place: place.value }, topic),
    undo: () => take(undoEdit(history.value)),
    redo: () => take(redoEdit(history.value)),
    flush,
  }
}
