import { afterAll, afterEach } from 'vitest'

/**
 * House rule: an unexpected console.warn or console.error fails the test. Vue, vue-i18n and Dexie say there what they will not throw
 * (a missing message key, a wrong prop), and nobody reads it otherwise. A test that means to provoke one calls `expectConsole` first.
 */
let heard: string[] = []
let expected: RegExp[] = []

/** This test provokes a warning that matches; it fails if the warning does not come. */
export function expectConsole(pattern: RegExp): void {
  expected.push(pattern)
}

function hear(level: string, values: readonly unknown[]): void {
  heard.push(`console.${level}: ${values.map((value) => (value instanceof Error ? (value.stack ?? value.message) : String(value))).join(' ')}`)
}

console.warn = (...values: unknown[]) => hear('warn', values)
console.error = (...values: unknown[]) => hear('error', values)

function settle(): void {
  const surprises = heard.filter((line) => !expected.some((pattern) => pattern.test(line)))
  const missed = expected.filter((pattern) => !heard.some((line) => pattern.test(line)))
  heard = []
  expected = []
  if (surprises.length > 0) throw new Error(`The console spoke unexpectedly:\n${surprises.join('\n')}`)
  if (missed.length > 0) throw new Error(`Expected on the console, but it did not come: ${missed.map(String).join(', ')}`)
}

afterEach(settle)
afterAll(settle)
