export function readTestReport(path: string, exitCode: number): {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly string[]
  readonly problems: readonly string[]
}
