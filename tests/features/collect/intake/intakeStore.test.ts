import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ProjectId } from '#core/ids'
import { failure, success } from '#core/result'
import { useIntakeStore, type ReadFile } from '#features/collect/intake/intakeStore'
import { indexUnits } from '#features/collect/intake/matchUnit'
import type { ChosenFile } from '#features/collect/intake/sortOutFiles'
import { aProposal } from './aProposal'

const projectId = 'p1' as ProjectId
const units = () => indexUnits([])

function chosen(...names: readonly string[]): ChosenFile[] {
  return names.map((name) => ({ file: new File(['x'], name), path: `区县/${name}` }))
}

function states(): string[] {
  return useIntakeStore().filesOf(projectId).map((file) => `${file.path} ${file.state === 'refused' ? file.problem.kind : file.state}`)
}

const readAll: ReadFile = (file) => Promise.resolve(success(aProposal({ fileName: file.name })))

beforeEach(() => setActivePinia(createPinia()))

describe('useIntakeStore', () => {
  test('every file is read or refused with its reason, and the others go on', async () => {
    await useIntakeStore().add(projectId, chosen('a', 'b', 'c'), (file) => (file.name === 'b' ? Promise.resolve(failure({ kind: 'empty-file' })) : readAll(file)), units)
    expect(states()).toEqual(['区县/a read', '区县/b empty-file', '区县/c read'])
    expect(useIntakeStore().readings.size).toBe(0)
  })

  test('a few at once, never all', async () => {
    let now = 0
    let most = 0
    const slow: ReadFile = async (file) => {
      most = Math.max(most, (now += 1))
      await new Promise((resolve) => setTimeout(resolve, 1))
      now -= 1
      return readAll(file)
    }
    await useIntakeStore().add(projectId, chosen(...Array.from({ length: 40 }, (_, index) => `${index}`)), slow, units)
    expect(most).toBe(3)
    expect(states().filter((state) => state.endsWith(' read'))).toHaveLength(40)
  })

  test('when the reader dies, only the file that killed it is refused', async () => {
    const dying: ReadFile = async (file) => {
      if (file.name === 'bad') throw new Error('extract worker: out of memory')
      if (first.delete(file.name)) throw new Error('extract worker: out of memory')
      return readAll(file)
    }
    const first = new Set(['beside'])
    await useIntakeStore().add(projectId, chosen('bad', 'beside', 'later'), dying, units)
    expect(states()).toEqual(['区县/bad reader-failed', '区县/beside read', '区县/later read'])
  })

  test('stopping lets go what was not begun; what is begun is finished, and the count is right', async () => {
    const store = useIntakeStore()
    const open: (() => void)[] = []
    const waits: ReadFile = async (file) => {
      await new Promise<void>((resolve) => open.push(resolve))
      return readAll(file)
    }
    const done = store.add(projectId, chosen('a', 'b', 'c', 'd', 'e'), waits, units)
    await new Promise((resolve) => setTimeout(resolve))
    expect(store.stopReading(projectId)).toBe(2)
    for (const go of open) go()
    await done
    expect(states()).toEqual(['区县/a read', '区县/b read', '区县/c read'])
    expect(store.readings.size).toBe(0)
    await store.add(projectId, chosen('f'), readAll, units)
    expect(states().at(-1)).toBe('区县/f read')
  })

  test('what was put aside can be put back', async () => {
    const store = useIntakeStore()
    await store.add(projectId, chosen('a', 'b'), readAll, units)
    const [first] = store.filesOf(projectId)
    store.putAside(projectId, new Set([first!.key]))
    expect(states()).toEqual(['区县/b read'])
    store.putBack(projectId, [first!])
    expect(states()).toEqual(['区县/a read', '区县/b read'])
  })

  test('projects do not see each other\'s files', async () => {
    const store = useIntakeStore()
    await Promise.all([store.add(projectId, chosen('a'), readAll, units), store.add('p2' as ProjectId, chosen('b', 'c'), readAll, units)])
    expect([store.filesOf(projectId).length, store.filesOf('p2' as ProjectId).length]).toEqual([1, 2])
  })
})
