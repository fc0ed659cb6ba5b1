import { Dexie } from 'dexie'
import type { EntryId } from '#core/ids'
import { addAssessor } from '#storage/assessors'
import { closeDatabase, openDatabase } from '#storage/db'
import { appendHistory } from '#storage/history'
import { addProject } from '#storage/projects'
import { commitEntry } from '#storage/scores'
import { addUnits } from '#storage/units'
import { makeEntry, makeMaterial } from '../store/material'

const name = 'bench-autosave'

/** Milliseconds of each acknowledged commitEntry, on a project whose scorecards are all full. */
async function runAutosave(samples: number): Promise<number[]> {
  const material = makeMaterial({ assessors: 5, units: 300, items: 34 })
  await Dexie.delete(name)
  const opened = await openDatabase(name)
  if (!opened.ok) throw new Error(opened.problem.kind)
  const projectId = material.project.id
  await addProject(material.project, material.rubric)
  await addUnits(projectId, material.units)
  for (const assessor of material.assessors) await addAssessor(assessor)
  await appendHistory(projectId, material.entries)
  const standing = new Map<string, EntryId>(material.entries.map((entry) => [`${entry.assessorId} ${entry.unitId} ${entry.itemId}`, entry.id]))
  const times: number[] = []
  for (let sample = 0; sample < samples; sample += 1) {
    const replaced = material.entries[(sample * 7_919) % material.entries.length] as (typeof material.entries)[number]
    const place = `${replaced.assessorId} ${replaced.unitId} ${replaced.itemId}`
    const bare = makeEntry(replaced.unitId, replaced.assessorId, replaced.itemId, 1_000_000 + sample, standing.get(place) ?? null)
    const entry = { ...bare, note: '材料第三部分有具体数字,但未说明同比变化。' }
    const started = performance.now()
    await commitEntry(projectId, entry)
    times.push(performance.now() - started)
    standing.set(place, entry.id)
  }
  closeDatabase()
  await Dexie.delete(name)
  return times
}

Object.assign(globalThis, { runAutosave })
