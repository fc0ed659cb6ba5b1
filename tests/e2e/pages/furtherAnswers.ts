import type { Page } from 'playwright-core'
import type { AnswerGiven } from './answers.js'
import { openItem, type ScoreOptions } from './scorePage.js'

/**
 * Answers to the rules of the whole method, in the words of the card.
 *
 * negative { happened: 2 } · veto { applies: true }, which needs a note · scale { answers: { 好: 3, 较好: 1, 不了解: 1 } } ·
 * sources { sources: { 日常评价: 90, 成员单位评议: '不适用' } } by label or id · reference { result: 88.5 }
 */
export type FurtherAnswer =
  | { readonly happened: number }
  | { readonly applies: boolean }
  | { readonly answers: Readonly<Record<string, number>> }
  | { readonly sources: Readonly<Record<string, number | '不适用'>> }
  | { readonly result: number }

export function isFurther(answer: AnswerGiven | FurtherAnswer | null): answer is FurtherAnswer {
  return typeof answer === 'object' && answer !== null && ['happened', 'applies', 'answers', 'sources', 'result'].some((key) => key in answer)
}

/** Gives the answer and waits until the screen says that it is written. */
export async function scoreFurther(page: Page, unit: string, itemId: string, answer: FurtherAnswer, options: ScoreOptions): Promise<void> {
  const card = await openItem(page, unit, itemId)
  if (options.note !== undefined) await card.locator('[data-note]').fill(options.note)
  const type = async (field: string, value: number): Promise<void> => {
    const input = card.locator(`[data-field="${field}"]`)
    await input.fill(String(value))
    await input.press('Enter')
  }
  if ('happened' in answer) {
    if (answer.happened === 0) await card.locator('[data-clean]').click()
    else {
      const input = card.locator('[data-negative] input')
      await input.fill(String(answer.happened))
      await input.press('Enter')
    }
  } else if ('applies' in answer) {
    await card.locator(`[data-applies="${answer.applies}"] input`).check({ force: true })
    if (answer.applies) await card.locator('[data-confirm-veto]').click()
  } else if ('answers' in answer) {
    for (const [label, count] of Object.entries(answer.answers)) {
      const input = card.locator('[data-step]').filter({ has: page.getByText(label, { exact: true }) }).locator('input')
      await input.fill(String(count))
      await input.press('Enter')
    }
  } else if ('sources' in answer) {
    for (const [source, score] of Object.entries(answer.sources)) {
      const row = card.locator(`[data-source="${source}"]`).or(card.locator('[data-source]').filter({ has: page.getByText(source, { exact: true }) })).first()
      if (score === '不适用') await row.getByRole('checkbox').check()
      else {
        const input = row.locator('[data-field]')
        await input.fill(String(score))
        await input.press('Enter')
      }
    }
  } else await type('score', answer.result)
  await card.locator('[data-note]').blur()
  const state = card.locator('[data-save-state]')
  await state.and(card.locator('.done, .failed')).waitFor()
  if ((await state.getAttribute('class'))?.includes('failed')) throw new Error(await state.innerText())
}

