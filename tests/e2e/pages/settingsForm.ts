import type { Locator } from 'playwright-core'

/** Settings of a project; what is left out stays. */
export interface SettingsGiven {
  readonly decimals?: 0 | 1 | 2 | 3 | 4
  readonly rankOn?: 'rounded' | 'unrounded'
  readonly tieRule?: 'competition' | 'dense'
  readonly rankProvisional?: boolean
  /** In this order; dimensions by their ids. */
  readonly tieBreak?: readonly ('fewerDeductions' | 'earlierPublication' | { readonly dimension: string })[]
  /** All of them, from best to worst. */
  readonly bands?: readonly { readonly name: string; readonly from: number }[]
  readonly quota?: { readonly band: string; readonly percent: number } | null
}

/** The form of the settings, in either of its two dialogs. */
export async function fillSettings(form: Locator, settings: SettingsGiven): Promise<void> {
  const { decimals, rankOn, tieRule, rankProvisional, tieBreak, bands, quota } = settings
  if (decimals !== undefined) await form.locator('[name=decimals]').selectOption(String(decimals))
  if (rankOn) await form.locator(`[name=rank-on][value=${rankOn}]`).check()
  if (tieRule) await form.locator(`[name=tie-rule][value=${tieRule}]`).check()
  if (rankProvisional !== undefined) await form.locator('[name=rank-provisional]').setChecked(rankProvisional)
  if (tieBreak) await fillTieBreak(form, tieBreak)
  if (bands) await fillBands(form, bands)
  if (quota === undefined) return
  await form.getByRole('combobox', { name: '哪一等次有名额' }).selectOption({ label: quota?.band ?? '不限名额' })
  if (quota) await form.locator('[name=quota-percent]').fill(String(quota.percent))
}

async function fillTieBreak(form: Locator, chain: NonNullable<SettingsGiven['tieBreak']>): Promise<void> {
  const steps = form.locator('[data-tie-break]')
  while (await steps.count()) await steps.first().getByRole('button', { name: /^去掉/ }).click()
  for (const step of chain) {
    const key = typeof step === 'string' ? step : `dimension ${step.dimension}`
    await form.locator('[data-add-tie-break]').selectOption(key)
    await form.locator(`[data-tie-break="${key}"]`).waitFor()
  }
}

async function fillBands(form: Locator, bands: NonNullable<SettingsGiven['bands']>): Promise<void> {
  const rows = form.locator('[data-band]')
  while ((await rows.count()) > bands.length) await rows.first().getByRole('button', { name: /^去掉等次/ }).click()
  while ((await rows.count()) < bands.length) await form.getByRole('button', { name: /之上加一档$|^在最高处加一档$/ }).first().click()
  for (const [index, { name, from }] of bands.entries()) {
    await rows.nth(index).locator('[data-band-name]').fill(name)
    await rows.nth(index).locator('[data-band-from]').fill(String(from))
  }
}
