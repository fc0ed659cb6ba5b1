import type { Brand } from '#core/brand'

export type ProjectId = Brand<string, 'ProjectId'>
export type UnitId = Brand<string, 'UnitId'>
export type ReportId = Brand<string, 'ReportId'>
export type AssessorId = Brand<string, 'AssessorId'>
export type RubricDraftId = Brand<string, 'RubricDraftId'>
export type CopyId = Brand<string, 'CopyId'>
export type EntryId = Brand<string, 'EntryId'>
/** Id of a rubric node as its owner wrote it ("C5"); unique within the rubric, never a label. */
export type ItemId = Brand<string, 'ItemId'>
/** SHA-256, 64 lower-case hex digits. */
export type Sha256 = Brand<string, 'Sha256'>
/** An instant, UTC, ISO 8601 with milliseconds: "2025-03-01T06:30:00.000Z". Shown in local time. */
export type Instant = Brand<string, 'Instant'>
