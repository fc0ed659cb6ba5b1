import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './findChromium.mjs'
import { readTestReport } from './readTestReport.mjs'
import { root, runCommand, runTool } from './runCommand.mjs'

/**
 * npm run verify: types → lint → unit, property and architecture tests → production build → end-to-end. Every step runs even when an
 * earlier one failed, so that one run tells everything. The last line is `N passed, N failed[, N skipped]`.
 */
const reports = join(root, 'node_modules', '.cache', 'zhunsheng')
mkdirSync(reports, { recursive: true })
const outcomes = []

await check('typecheck: src/core (no DOM)', () => runTool('typescript/bin/tsc', ['-p', 'src/core/tsconfig.json']))
await check('typecheck: everything', () => runTool('vue-tsc/bin/vue-tsc.js', ['-p', 'tsconfig.json', '--noEmit']))
await check('lint', () => runTool('eslint/bin/eslint.js', ['.', '--max-warnings', '0']))
await tests('tests', ['core', 'storage', 'views', 'architecture'], 'Asia/Shanghai')
// Calendar days and instants must not care where the laptop is.
await tests('tests in another time zone', ['core', 'storage'], 'America/Los_Angeles')
const built = await check('build', () => runCommand(process.execPath, ['scripts/build.mjs', '--logLevel', 'warn']))
if (built) {
  process.env.CHROMIUM_PATH ||= (await findChromium()) ?? ''
  await tests('end-to-end', ['e2e'], 'Asia/Shanghai')
} else {
  console.log('\nend-to-end: not run, there is no build to drive')
}
close()

async function check(name, run) {
  const done = begin(name)
  const code = await run()
  outcomes.push({ name, seconds: done(), passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [], problems: [] })
  return code === 0
}

async function tests(name, projects, timeZone) {
  const done = begin(name)
  const report = join(reports, `${projects.join('-')}-${timeZone.replace('/', '-')}.json`)
  rmSync(report, { force: true })
  const choice = projects.flatMap((project) => ['--project', project])
  const args = ['run', ...choice, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runTool('vitest/vitest.mjs', args, { env: { ...process.env, TZ: timeZone } })
  outcomes.push({ name, seconds: done(), ...readTestReport(report, code) })
}

function begin(name) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`)
  const startedAt = performance.now()
  return () => Math.round((performance.now() - startedAt) / 1000)
}

function close() {
  console.log(`\n── summary ${'─'.repeat(53)}`)
  for (const { name, seconds, passed, failed, skipped, problems } of outcomes) {
    console.log(`${failed === 0 ? 'ok  ' : 'FAIL'}  ${name} (${seconds} s): ${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`)
    for (const problem of problems) console.log(`        ${problem}`)
  }
  const skipped = outcomes.flatMap((outcome) => outcome.skipped)
  const reasons = groupBy(skipped, reasonOf)
  for (const [reason, titles] of reasons) {
    console.log(`skipped ${titles.length}, ${reason}:`)
    for (const title of titles) console.log(`        ${title}`)
  }
  const passed = sum(outcomes.map((outcome) => outcome.passed))
  const failed = sum(outcomes.map((outcome) => outcome.failed))
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
  console.log(`\n${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`)
}

/** Conditional tests say in their title what they need: "(needs ../shared)", "(needs LibreOffice)". */
function reasonOf(title) {
  return title.match(/\((needs [^)]+)\)/)?.[1] ?? 'without a stated reason'
}

function groupBy(values, keyOf) {
  const groups = new Map()
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value])
  return groups
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
