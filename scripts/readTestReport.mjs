import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { root } from './runCommand.mjs'

/**
 * What a Vitest run did, from the file its JSON reporter left (4.x: numbers on top, one assertionResult a test).
 * A run that ended badly without a failed test (a file that does not load, an error outside any test, no report, no test at all) counts
 * as one failure more, so that it can never look green.
 *
 * @returns { passed, failed, skipped: title[], problems: line[] }
 */
export function readTestReport(path, exitCode) {
  const outcome = { passed: 0, failed: 0, skipped: [], problems: [] }
  if (existsSync(path)) {
    for (const file of JSON.parse(readFileSync(path, 'utf8')).testResults) {
      for (const test of file.assertionResults) {
        if (test.status === 'passed') outcome.passed += 1
        else if (test.status === 'failed') outcome.failed += 1
        else outcome.skipped.push(test.fullName)
      }
      if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) {
        outcome.failed += 1
        outcome.problems.push(`${relative(root, file.name)}: ${firstLine(file.message)}`)
      }
    }
  }
  const ran = outcome.passed + outcome.failed
  if (ran === 0 || (exitCode !== 0 && outcome.failed === 0)) {
    outcome.failed += 1
    outcome.problems.push(ran === 0 ? 'no test ran' : `Vitest ended with exit code ${exitCode} though no test failed`)
  }
  return outcome
}

function firstLine(message) {
  return (message || 'did not load').split('\n')[0]
}
