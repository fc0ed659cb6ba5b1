import type { Locator } from 'playwright-core'

/**
 * An answer in the user's words, one form per kind of rule. Labels are those on the card; ids of the rubric file work, too.
 *
 * level { level: '只表态' } · passFail { passed: true } or { date: '2025-01-20' } · checklist { marks: { 目录公布: 1, 程序环节: '不适用' } }
 * deduct { events: { 缺题名: 1 } }, {} = nothing to deduct · ratio { numerator: 3, denominator: 4 } · count { events: { 问题: 3 } }
 * interval { value: 3.8 } · itemMean { subItems: ['套话', '点明领域或环节'] } · judge { points: 2.5 } · timeliness { date: '2025-03-20' } or { never: true }
 * byRank { value: 30 } · reference { score: 73.69 } or { takeFrom: '上年质量评估' } (a project of this machine) · sources { scores: { 书面: 77.5, 实地: '不适用' } }
 * scale { counts: { 满意: 3 }, unknown: 1 } · negative { events: 2 } · veto { applies: true } (with a note: the reason) or { applies: false }
 */
export type AnswerGiven =
  | { readonly level: string }
  | { readonly passed: boolean }
  | { readonly date: string }
  | { readonly never: true }
  | { readonly marks: Readonly<Record<string, number | '不适用' | 'notApplicable'>> }
  | { readonly events: Readonly<Record<string, number>> }
  | { readonly numerator: number; readonly denominator: number }
  | { readonly value: number }
  | { readonly subItems: readonly string[] }
  | { readonly points: number }
  | { readonly score: number }
  | { readonly takeFrom: string }
  | { readonly scores: Readonly<Record<string, number | '不适用'>> }
  | { readonly counts: Readonly<Record<string, number>>; readonly unknown?: number }
  | { readonly events: number }
  | { readonly applies: boolean }
  /** A level by its label or id. */
  | string
  /** The one number that the rule asks for: points, a value, or a count of its only kind. */
  | number

/** Enters an answer on the card with mouse and keyboard. */
export async function giveAnswer(card: Locator, answer: AnswerGiven): Promise<void> {
  if (typeof answer === 'string') return choose(named(card, 'level', answer))
  if (typeof answer === 'number') return giveNumber(card, answer)
  if ('level' in answer) return choose(named(card, 'level', answer.level))
  if ('passed' in answer) return choose(card.locator(`[data-passed="${answer.passed}"]`))
  if ('date' in answer) return typeInto(card, 'day', answer.date)
  if ('never' in answer) return choose(card.locator('[data-never]'))
  if ('value' in answer) return typeInto(card, 'value', String(answer.value))
  if ('points' in answer) return typeInto(card, 'points', String(answer.points))
  if ('numerator' in answer) {
    await typeInto(card, 'numerator', String(answer.numerator))
    return typeInto(card, 'denominator', String(answer.denominator))
  }
  if ('marks' in answer) {
    for (const [element, mark] of Object.entries(answer.marks)) {
      const row = named(card, 'element', element)
      await choose(row.locator(`[data-mark="${mark === '不适用' ? 'notApplicable' : mark}"]`))
    }
    return
  }
  if ('subItems' in answer) {
    const standing = card.locator('[data-sub]')
    while (await standing.count()) await standing.first().getByRole('button').click()
    for (const step of answer.subItems) await named(card, 'scale', step).click()
    return
  }
  if ('score' in answer) return typeInto(card, 'score', String(answer.score))
  if ('takeFrom' in answer) return card.locator(`[data-offer="${answer.takeFrom}"] button`).click()
  if ('scores' in answer) return giveScores(card, answer.scores)
  if ('counts' in answer) return giveCounts(card, answer.counts, answer.unknown ?? 0)
  if ('applies' in answer) return giveVeto(card, answer.applies)
  if (typeof answer.events === 'number') return answer.events === 0 ? choose(card.locator('[data-clean]')) : typeCount(card.locator('[data-negative] input'), answer.events)
  await giveEvents(card, answer.events)
}

async function giveScores(card: Locator, scores: Readonly<Record<string, number | '不适用'>>): Promise<void> {
  for (const [source, score] of Object.entries(scores)) {
    const row = card.locator(`[data-source="${source}"]`).or(card.locator('[data-source]').filter({ has: card.page().getByText(source, { exact: true }) })).first()
    if (score === '不适用') await row.getByRole('checkbox').check()
    else await typeCount(row.locator('[data-field]'), score)
  }
}

async function giveCounts(card: Locator, counts: Readonly<Record<string, number>>, unknown: number): Promise<void> {
  for (const [step, count] of Object.entries(counts)) await typeCount(named(card, 'step', step).locator('input'), count)
  await typeCount(card.locator('[data-step="unknown"] input'), unknown)
}

/** One that applies asks twice. */
async function giveVeto(card: Locator, applies: boolean): Promise<void> {
  await choose(card.locator(`[data-applies="${applies}"]`))
  if (applies) await card.locator('[data-confirm-veto]').click()
}

async function giveNumber(card: Locator, number: number): Promise<void> {
  for (const field of ['points', 'value']) {
    if (await card.locator(`[data-field="${field}"]`).count()) return typeInto(card, field, String(number))
  }
  return typeCount(card.locator('[data-kind] input').first(), number)
}

async function giveEvents(card: Locator, events: Readonly<Record<string, number>>): Promise<void> {
  const clean = card.locator('[data-clean]')
  if (await clean.count()) await clean.click()
  else for (const input of await card.locator('[data-kind] input').all()) await typeCount(input, 0)
  for (const [name, count] of Object.entries(events)) {
    const row = (await named(card, 'cause', name).count()) ? named(card, 'cause', name) : named(card, 'kind', name)
    // A cause that can count only once is a switch instead of a number.
    const once = row.getByRole('radio', { name: count > 0 ? '有' : '无', exact: true })
    if (await once.count()) await once.check({ force: true })
    else await typeCount(row.locator('input'), count)
  }
}

/** A row of the card by its rubric id or by its label. */
function named(card: Locator, kind: 'level' | 'element' | 'cause' | 'kind' | 'scale' | 'step', name: string): Locator {
  const byId = card.locator(`[data-${kind}="${name}"]`)
  const byLabel = card.locator(`[data-${kind}]`).filter({ has: card.page().locator('b', { hasText: new RegExp(`^(＋ )?${escape(name)}$`) }) })
  return byId.or(byLabel).first()
}

async function choose(row: Locator): Promise<void> {
  await row.click()
}

async function typeInto(card: Locator, field: string, text: string): Promise<void> {
  const input = card.locator(`[data-field="${field}"]`)
  await input.fill(text)
  await input.press('Enter')
}

async function typeCount(input: Locator, count: number): Promise<void> {
  await input.fill(String(count))
  await input.press('Enter')
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
