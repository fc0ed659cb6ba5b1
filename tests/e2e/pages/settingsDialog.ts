import type { Page } from 'playwright-core'
import { openProject, toStart } from './projectsPage.js'
import { fillSettings, type SettingsGiven } from './settingsForm.js'

/** What the dialog said before anything was written; null while nobody has scored. */
export interface SettingsEffectShown {
  readonly ranks: number
  readonly bands: number
}

export interface ChangeSettingsOptions {
  /** Who changes them; default as proposed: who is signed in. */
  readonly by?: string
}

/**
 * Changes the settings of the open project: from the ranking desk, or from the list of projects while there is nothing to rank. Throws
 * the words of a refusal, and leaves everything as it was.
 */
export async function changeSettings(page: Page, settings: SettingsGiven, reason: string, { by }: ChangeSettingsOptions): Promise<SettingsEffectShown | null> {
  const name = await askSettings(page)
  const dialog = page.getByRole('dialog')
  await dialog.locator('[name=decimals]').waitFor()
  await fillSettings(dialog, settings)
  await dialog.locator('[name=settings-reason]').fill(reason)
  if (by !== undefined) await dialog.locator('[name=settings-who]').fill(by)
  const faults = dialog.locator('[data-settings-problem], .error:visible')
  const save = dialog.locator('[data-save-settings]')
  if (await save.isDisabled()) {
    const words = (await faults.allInnerTexts()).map((text) => text.trim())
    await page.keyboard.press('Escape')
    throw new Error(words.join(' | ') || 'nothing was changed')
  }
  const shown = dialog.locator('[data-settings-effect][aria-busy=false]')
  const nobody = dialog.getByText('还没有人评分', { exact: false })
  await shown.or(nobody).waitFor()
  const effect = (await shown.count()) ? readEffect(await shown.locator('.counts b').allInnerTexts()) : null
  const method = page.locator('main .method')
  const before = name === null ? await method.innerText() : ''
  await save.click()
  const refused = dialog.getByRole('alert').first()
  const outcome = await Promise.race([dialog.waitFor({ state: 'hidden' }).then(() => null), refused.waitFor().then(() => refused.innerText()), dialog.locator('.side .error').first().waitFor().then(() => dialog.locator('.side .error').first().innerText())])
  if (outcome !== null) {
    await page.keyboard.press('Escape')
    throw new Error(outcome)
  }
  if (name !== null) {
    await openProject(page, name)
    return effect
  }
  // The desk behind says the new rules first, then computes by them.
  await method.filter({ hasNotText: before }).waitFor()
  await page.waitForTimeout(100)
  await page.locator('.list[aria-busy=false]').waitFor()
  return effect
}

/** Opens the dialog; the name of the project when its desk had to be left for that. */
async function askSettings(page: Page): Promise<string | null> {
  const id = /#\/p\/([^/]+)\//.exec(page.url())?.[1]
  if (id === undefined) throw new Error('no project is open')
  await page.getByRole('banner').getByRole('link', { name: '排名', exact: true }).click()
  const button = page.locator('[data-change-settings]')
  await button.or(page.locator('main .ui-empty, main [data-empty], main .empty')).first().waitFor()
  if (await button.count()) {
    await button.click()
    return null
  }
  await toStart(page)
  const row = page.locator('tr').filter({ has: page.locator(`a[href*="${id}"]`) }).first()
  const name = (await row.locator(`a[href*="${id}"]`).innerText()).trim()
  await row.locator('button[aria-haspopup=menu]').click()
  await page.getByRole('menuitem', { name: '修改计分与排名规则' }).click()
  return name
}

function readEffect(words: readonly string[]): SettingsEffectShown {
  const [ranks = 0, bands = 0] = words.map((text) => Number(/\d+/.exec(text)?.[0]))
  return { ranks, bands }
}
