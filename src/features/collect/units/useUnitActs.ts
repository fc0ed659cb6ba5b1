import { inject } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ProjectId } from '#core/ids'
import type { UnitRecord } from '#core/records/unitRecord'
import type { Result } from '#core/result'
import { refusalWords, unitProblemWords } from '#features/collect/problems'
import type { UnitDraft } from '#features/collect/units/UnitDialog.vue'
import { useToast } from '#ui/useToast'
import { addUnits } from '#workflows/addUnits'
import { archiveUnit, changeUnit, removeUnit, restoreUnit, unarchiveUnit } from '#workflows/changeUnit'
import { depsKey, type Deps } from '#workflows/deps'
import type { ImportRefusal } from '#workflows/importReport'

/** What can be done to units, each with its word afterwards and, where it can be taken back, an undo. */
export function useUnitActs(projectId: ProjectId) {
  const { t } = useI18n()
  const { toast } = useToast()
  const deps = inject<Deps>(depsKey)!

  async function add(drafts: readonly UnitDraft[]): Promise<string | null> {
    const added = await addUnits(deps, projectId, drafts)
    if (!added.ok) return added.problem.map((problem) => unitProblemWords(problem, t)).join(' ')
    const [only] = drafts
    toast({ text: drafts.length === 1 && only ? t('collect.unit.added', { name: only.name }) : t('collect.paste.done', { count: drafts.length }) })
    return null
  }

  async function change(unit: UnitRecord, draft: UnitDraft): Promise<string | null> {
    const changed = await changeUnit(deps, projectId, unit.id, draft)
    if (!changed.ok) return changed.problem.map((problem) => unitProblemWords(problem, t)).join(' ')
    toast({ text: t('collect.unit.changed', { name: draft.name }) })
    return null
  }

  /** Runs an act and says what came of it; `back` offers to take it back. */
  async function act(done: Promise<Result<null, ImportRefusal>>, words: string, back?: () => Promise<void>): Promise<void> {
    const result = await done
    if (!result.ok) toast({ text: refusalWords(result.problem, t), tone: 'error' })
    else toast({ text: words, ...(back ? { action: { label: t('ui.undo'), run: back } } : {}) })
  }

  function archive(unit: UnitRecord): Promise<void> {
    return act(archiveUnit(deps, projectId, unit.id), t('collect.unit.archived', { name: unit.name }), () => unarchive(unit))
  }

  function unarchive(unit: UnitRecord): Promise<void> {
    return act(unarchiveUnit(deps, projectId, unit.id), t('collect.unit.unarchived', { name: unit.name }))
  }

  function remove(unit: UnitRecord): Promise<void> {
    return act(removeUnit(deps, projectId, unit.id), t('collect.remove.done', { name: unit.name }), () => restore(unit))
  }

  function restore(unit: UnitRecord): Promise<void> {
    return act(restoreUnit(deps, projectId, unit.id), t('collect.remove.restored', { name: unit.name }))
  }

  return { add, change, archive, unarchive, remove, restore }
}
