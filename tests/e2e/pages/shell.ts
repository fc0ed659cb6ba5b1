import type { Page } from 'playwright-core'

export type Desk = '报告入库' | '打分' | '排名' | '成果'

/** Goes to a desk of the open project by its link in the header. */
export async function goToDesk(page: Page, desk: Desk): Promise<void> {
  const link = page.getByRole('banner').getByRole('link', { name: desk, exact: true })
  await link.click()
  await page.locator(`a[aria-current=page]:text-is("${desk}")`).waitFor()
}

/** Says who is scoring: a name of the list, or a new one. */
export async function signIn(page: Page, assessor: string): Promise<void> {
  const header = page.getByRole('banner')
  if (await header.locator('.who').isVisible() && (await header.locator('.who b').innerText()).trim() === assessor) return
  await header.getByRole('button', { name: /^(登记|更换|登录|选择评估员|换人|说明谁在打分)/ }).or(header.locator('[data-sign-in]')).first().click()
  const dialog = page.getByRole('dialog')
  const known = dialog.getByRole('button', { name: assessor, exact: true })
  if (await known.count()) await known.first().click()
  else {
    await dialog.locator('input[name=assessor]').fill(assessor)
    await dialog.locator('footer').getByRole('button').last().click()
  }
  await header.locator('.who b').filter({ hasText: assessor }).waitFor()
}

/** Waits until the status bar says that everything is written, or throws what it says instead. */
export async function waitForWritten(page: Page): Promise<void> {
  const status = page.getByRole('contentinfo').getByRole('status')
  await page.waitForFunction(() => /committed|failed|idle/.test(document.querySelector('footer [role=status]')?.className ?? ''))
  if ((await status.getAttribute('class'))?.includes('failed')) throw new Error(await status.innerText())
}
