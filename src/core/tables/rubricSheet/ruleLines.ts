import { readAnnualDay } from '#core/tables/rubricSheet/annualDayText'
import { unescapeText } from '#core/tables/rubricSheet/escapeText'
import { readDecimal } from '#core/tables/rubricSheet/readDecimal'
import type { RubricSheetProblem, SheetPlace } from '#core/tables/rubricSheet/rubricSheetProblem'
import { keyOfWord, type LineWord, type RubricSheetWords } from '#core/tables/rubricSheet/rubricSheetWords'
import type { AnnualDay } from '#core/calendarDay'

/** A line of our notation: which word it begins with, its parts behind that word, and its number from 1. */
export interface RuleLine {
  readonly word: LineWord
  readonly parts: readonly string[]
  readonly line: number
  readonly text: string
}

/** The lines of one cell, what they are read with, and where their problems go. */
export interface RuleLines {
  readonly lines: readonly RuleLine[]
  readonly words: RubricSheetWords
  readonly place: SheetPlace
  readonly problems: RubricSheetProblem[]
}

/** Splits a cell into lines. A line that begins with no word of ours is a problem; empty lines are not. */
export function splitRuleLines(text: string, words: RubricSheetWords, place: SheetPlace, problems: RubricSheetProblem[]): RuleLines {
  const lines: RuleLine[] = []
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    const [first = '', ...parts] = line.split('|').map((part) => part.trim())
    const word = keyOfWord(words.lines, first)
    if (word === null) problems.push({ kind: 'bad-line', place, line: index + 1, found: line })
    else lines.push({ word, parts, line: index + 1, text: line })
  })
  return { lines, words, place, problems }
}

/** Every line must be of a word that this rule knows. */
export function refuseOthers(source: RuleLines, known: readonly LineWord[]): void {
  for (const line of source.lines) if (!known.includes(line.word)) badLine(source, line)
}

export function linesWith(source: RuleLines, word: LineWord): RuleLine[] {
  return source.lines.filter((line) => line.word === word)
}

/** The one line with this word; two are a problem, none is where it is needed. */
export function lineWith(source: RuleLines, word: LineWord, need: 'needed' | 'optional'): RuleLine | undefined {
  const [line, second] = linesWith(source, word)
  if (second !== undefined) badLine(source, second)
  if (line === undefined && need === 'needed') source.problems.push({ kind: 'missing-line', place: source.place, word: source.words.lines[word] })
  return line
}

export function badLine(source: RuleLines, line: RuleLine): void {
  source.problems.push({ kind: 'bad-line', place: source.place, line: line.line, found: line.text })
}

/** Text of a part; empty is a problem unless it is written as such (\e). */
export function textAt(source: RuleLines, line: RuleLine, index: number): string {
  const part = line.parts[index] ?? ''
  if (part === '') badLine(source, line)
  return unescapeText(part)
}

export function numberAt(source: RuleLines, line: RuleLine, index: number): number {
  const value = readDecimal(line.parts[index] ?? '')
  if (value === null) badLine(source, line)
  return value ?? 0
}

export function hasPart(line: RuleLine, index: number): boolean {
  return (line.parts[index] ?? '') !== ''
}

/** An id, or one made of a letter and the place in the list where none is written. */
export function idAt(source: RuleLines, line: RuleLine, index: number, made: string): string {
  const id = line.parts[index] ?? ''
  if (id === '') return made
  if (!/^[A-Za-z][A-Za-z0-9-]{0,63}$/.test(id)) badLine(source, line)
  return id
}

export function annualDayAt(source: RuleLines, line: RuleLine, index: number): AnnualDay {
  const day = readAnnualDay(line.parts[index] ?? '')
  if (day === null) badLine(source, line)
  return day ?? { yearsAfter: 1, month: 1, day: 1 }
}

/** One of the words of a list. */
export function choiceAt<K extends string>(source: RuleLines, line: RuleLine, index: number, choices: Readonly<Record<K, string>>): K {
  const key = keyOfWord(choices, line.parts[index] ?? '')
  if (key === null) badLine(source, line)
  return key ?? (Object.keys(choices)[0] as K)
}

export function textOf(source: RuleLines, word: LineWord): string {
  const line = lineWith(source, word, 'needed')
  return line === undefined ? '' : textAt(source, line, 0)
}

export function numberOf(source: RuleLines, word: LineWord): number {
  const line = lineWith(source, word, 'needed')
  return line === undefined ? 0 : numberAt(source, line, 0)
}

/** `{ cap: 2 }`, or nothing to spread where the line is not there. */
export function optionalNumber<N extends string>(source: RuleLines, word: LineWord, name: N): Partial<Record<N, number>> {
  const line = lineWith(source, word, 'optional')
  return line === undefined ? {} : ({ [name]: numberAt(source, line, 0) } as Record<N, number>)
}
