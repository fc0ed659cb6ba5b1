import { parseArgs } from 'node:util'
import type { Build } from './program'

export interface RunOptions {
  readonly rounds: number
  readonly controlRounds: number
  readonly build: Build
  readonly seed: number
}

const longestMinutes = 30

/** --rounds, --control (rounds of the positive control), --build pwa|file, --seed. */
export function readOptions(usual: { readonly rounds: number; readonly controlRounds: number }): RunOptions {
  setTimeout(() => {
    verdict(false, `not done after ${longestMinutes} minutes`)
    process.exit()
  }, longestMinutes * 60_000).unref()
  const { values } = parseArgs({ options: { rounds: { type: 'string' }, control: { type: 'string' }, build: { type: 'string' }, seed: { type: 'string' } } })
  const build = values.build ?? 'pwa'
  if (build !== 'pwa' && build !== 'file') throw new Error('--build is pwa or file')
  return { rounds: count(values.rounds, usual.rounds), controlRounds: count(values.control, usual.controlRounds), build, seed: count(values.seed, 1) }
}

function count(text: string | undefined, usual: number): number {
  if (text === undefined) return usual
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`${text} is not a count`)
  return value
}

/** Prints a line of the result and fails the run if it does not hold. */
export function verdict(holds: boolean, words: string): void {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${words}`)
  if (!holds) process.exitCode = 1
}

/** Repeatable chance in [0, 1): the same seed gives the same moments and places. */
export function makeChance(seed: number): () => number {
  let state = (seed * 0x9e3779b9) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
