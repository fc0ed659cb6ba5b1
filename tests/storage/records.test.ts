import { describe, expect, test } from 'vitest'
import { assessorId, projectId, refusalOf, snapshot, unitA, unitB, withDatabase } from './withDatabase'
import { sha256OfText } from '#core/digest/sha256OfText'
import type { AssessorId, Instant, ProjectId, ReportId, Sha256, UnitId } from '#core/ids'
import type { AssessorRecord } from '#core/records/assessorRecord'
import type { ReportRecord } from '#core/records/reportRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import { addAssessor, rememberSignedIn } from '#storage/assessors'
import { database } from '#storage/db'
import { rememberFileSave } from '#storage/fileSaves'
import { addProject, changeProject } from '#storage/projects'
import { lastFileSave } from '#storage/queries/lastFileSave'
import { originalOfReport } from '#storage/queries/originalOfReport'
import { reportByBytes } from '#storage/queries/reportByBytes'
import { reportOfUnit } from '#storage/queries/reportOfUnit'
import { rubricOfProject } from '#storage/queries/rubricOfProject'
import { unitsOfProject } from '#storage/queries/unitsOfProject'
import { addReport, changeReport, removeReport } from '#storage/reports'
import { addUnits, changeUnit } from '#storage/units'

withDatabase()
const [unit, otherUnit] = snapshot.units as [UnitRecord, UnitRecord]
const [report] = snapshot.reports as [ReportRecord]
const [assessor] = snapshot.assessors as [AssessorRecord]
const later = '2025-05-01T00:00:00.000Z' as Instant

describe('projects', () => {
  test('come with their rubric, kept once', async () => {
    expect(await addProject(snapshot.project, snapshot.rubric)).toBe(projectId)
    await addProject({ ...snapshot.project, id: 'P2' as ProjectId, name: '第二' }, snapshot.rubric)
    expect(await database().rubrics.toArray()).toEqual([snapshot.rubric])
    expect(await rubricOfProject('P2' as ProjectId)).toEqual(snapshot.rubric)
    expect(await refusalOf(rubricOfProject('P3' as ProjectId))).toEqual({ kind: 'not-found', what: 'project' })
  })

  test('are not added twice, nor with another rubric', async () => {
    await addProject(snapshot.project, snapshot.rubric)
    expect(await refusalOf(addProject(snapshot.project, snapshot.rubric))).toEqual({ kind: 'already-there', what: 'project', id: projectId })
    const other = { ...snapshot.project, id: 'P2' as ProjectId, rubricHash: 'f'.repeat(64) as Sha256 }
    expect(await refusalOf(addProject(other, snapshot.rubric))).toEqual({ kind: 'not-found', what: 'rubric' })
    expect(await database().projects.toArray()).toEqual([snapshot.project])
  })

  test('change in what is named only', async () => {
    await addProject(snapshot.project, snapshot.rubric)
    await changeProject(projectId, { name: '改名', changedAt: later })
    await changeProject(projectId, { archivedAt: later })
    expect(await database().projects.get(projectId)).toEqual({ ...snapshot.project, name: '改名', changedAt: later, archivedAt: later })
    expect(await refusalOf(changeProject('x' as ProjectId, {}))).toEqual({ kind: 'not-found', what: 'project' })
  })
})

describe('units', () => {
  test('are numbered in the order they are added', async () => {
    await addProject(snapshot.project, snapshot.rubric)
    expect(await addUnits(projectId, [otherUnit])).toEqual([unitB])
    expect(await addUnits(projectId, [unit, { ...unit, id: 'U3' as UnitId, name: '第三' }])).toEqual([unitA, 'U3'])
    expect((await unitsOfProject(projectId)).map(({ id, position }) => [id, position])).toEqual([[unitB, 0], [unitA, 1], ['U3', 2]])
    expect(await refusalOf(addUnits('x' as ProjectId, [unit]))).toEqual({ kind: 'not-found', what: 'project' })
  })

  test('that no reader tells apart are one name: width, blanks, what nobody sees', async () => {
    await addProject(snapshot.project, snapshot.rubric)
    await addUnits(projectId, [{ ...unit, name: '甲县（新）' }])
    for (const name of ['甲县(新)', '甲县 （新）', '甲县\u200b（新）']) {
      expect(await refusalOf(addUnits(projectId, [{ ...otherUnit, name }]))).toMatchObject({ kind: 'name-taken', unitId: unitA })
    }
  })

  test('of one name are refused, all of them, and a removed one frees its name', async () => {
    await addProject(snapshot.project, snapshot.rubric)
    await addUnits(projectId, [unit])
    const namesake = { ...unit, id: 'U3' as UnitId }
    expect(await refusalOf(addUnits(projectId, [otherUnit, namesake]))).toEqual({ kind: 'name-taken', name: unit.name, unitId: unitA })
    expect((await unitsOfProject(projectId)).map(({ id }) => id)).toEqual([unitA])
    await changeUnit(projectId, unitA, { removedAt: later })
    await addUnits(projectId, [namesake])
    expect(await refusalOf(changeUnit(projectId, unitA, { removedAt: null }))).toEqual({ kind: 'name-taken', name: unit.name, unitId: 'U3' })
    await changeUnit(projectId, 'U3' as UnitId, { name: '别名' })
    await changeUnit(projectId, unitA, { removedAt: null, group: '一组' })
    expect(await database().units.get([projectId, unitA])).toEqual({ ...unit, group: '一组' })
    expect(await refusalOf(changeUnit(projectId, 'x' as UnitId, {}))).toEqual({ kind: 'not-found', what: 'unit' })
  })
})

describe('assessors', () => {
  test('of one name are one', async () => {
    await addProject(snapshot.project, snapshot.rubric)
    expect(await addAssessor(assessor)).toBe(assessorId)
    expect(await addAssessor({ ...assessor, id: 'A2' as AssessorId })).toBe(assessorId)
    expect(await addAssessor({ ...assessor, id: 'A3' as AssessorId, name: '乙' })).toBe('A3')
    expect(await database().assessors.count()).toBe(2)
    expect(await refusalOf(addAssessor({ ...assessor, projectId: 'x' as ProjectId }))).toEqual({ kind: 'not-found', what: 'project' })
    await rememberSignedIn(projectId, assessorId)
    expect(await refusalOf(rememberSignedIn(projectId, 'nobody' as AssessorId))).toEqual({ kind: 'not-found', what: 'assessor' })
  })
})

describe('reports', () => {
  const bytes = snapshot.originals.get(report.id) as Uint8Array

  test('keep text and bytes; only what is known about them changes', async () => {
    await addProject(snapshot.project, snapshot.rubric)
    await addUnits(projectId, [unit])
    const inLargerBuffer = new Uint8Array([0, ...bytes, 0]).subarray(1, -1)
    expect(await addReport({ report, original: inLargerBuffer })).toBe(report.id)
    expect(await reportOfUnit(projectId, unitA)).toEqual(report)
    expect(await originalOfReport(projectId, report.id)).toEqual(bytes)
    expect((await originalOfReport(projectId, report.id))?.buffer.byteLength).toBe(bytes.length)
    await changeReport(projectId, report.id, { year: 2023, title: null })
    expect(await reportOfUnit(projectId, unitA)).toEqual({ ...report, year: 2023, title: null })
    expect(await refusalOf(changeReport(projectId, 'x' as ReportId, {}))).toEqual({ kind: 'not-found', what: 'report' })
    await removeReport(projectId, report.id)
    expect(await reportOfUnit(projectId, unitA)).toBeUndefined()
    expect(await originalOfReport(projectId, report.id)).toBeUndefined()
    expect(await database().texts.count()).toBe(0)
  })

  test('the same file is recognised; of several the last imported is read', async () => {
    await addProject(snapshot.project, snapshot.rubric)
    await addUnits(projectId, [unit])
    await addReport({ report, original: bytes })
    expect((await reportByBytes(projectId, report.bytesHash))?.id).toBe(report.id)
    expect(await reportByBytes(projectId, 'f'.repeat(64) as Sha256)).toBeUndefined()
    expect(await refusalOf(addReport({ report: { ...report, id: 'R2' as ReportId }, original: bytes }))).toEqual({ kind: 'report-already-there', reportId: report.id })
    const second = { ...report, id: 'R2' as ReportId, bytesHash: 'f'.repeat(64) as Sha256, importedAt: later, text: '第二稿', textHash: sha256OfText('第二稿') }
    await addReport({ report: second, original: new Uint8Array([2]) })
    expect(await reportOfUnit(projectId, unitA)).toEqual(second)
    expect(await refusalOf(addReport({ report: { ...second, id: 'R3' as ReportId, unitId: unitB }, original: bytes }))).toEqual({ kind: 'not-found', what: 'unit' })
  })
})

describe('saves to a file', () => {
  test('the last one is remembered', async () => {
    await addProject(snapshot.project, snapshot.rubric)
    expect(await lastFileSave(projectId)).toBeNull()
    await rememberFileSave(projectId, { at: later, fileName: '一.zip' })
    await rememberFileSave(projectId, { at: later, fileName: '二.zip' })
    expect(await lastFileSave(projectId)).toEqual({ at: later, fileName: '二.zip' })
    expect(await refusalOf(rememberFileSave('x' as ProjectId, { at: later, fileName: '' }))).toEqual({ kind: 'not-found', what: 'project' })
  })
})
