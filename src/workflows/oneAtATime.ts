import type { ProjectId } from '#core/ids'

const queues = new Map<ProjectId, Promise<unknown>>()

/** Runs what writes a project's file one after the other: in this window, and, where browsers know locks, over all windows. */
export function oneAtATime<T>(projectId: ProjectId, work: () => Promise<T>): Promise<T> {
  const before = queues.get(projectId) ?? Promise.resolve()
  const run = before.then(() => locked(`zhunsheng.work-file.${projectId}`, work))
  queues.set(projectId, run.catch(() => undefined))
  return run
}

function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks
  return locks ? locks.request(name, work) : work()
}
