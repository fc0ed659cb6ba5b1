import type { InjectionKey } from 'vue'

/** Versions and the last steps, without any text of a report; the shell provides it, `more` lines are added. */
export type WriteErrorReport = (more: readonly string[]) => string

export const errorReportKey: InjectionKey<WriteErrorReport> = Symbol('error report')
