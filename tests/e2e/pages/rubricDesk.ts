import type { Locator, Page } from 'playwright-core'
import type { GroupSpec, ItemSpec, RubricSpec, RuleSpec, VetoSpec } from './rubricSpec.js'
import { toStart } from './projectsPage.js'

/** The library of rubrics, from anywhere. */
export async function goToLibrary(page: Page): Promise<void> {
  await toStart(page)
  await page.getByRole('banner').getByRole('link', { name: '指标体系', exact: true }).click()
  await page.waitForURL(/#\/rubrics$/)
  // The shelf of shipped rubrics fills by itself.
  await page.getByRole('main').getByRole('button', { name: '另存为草稿' }).first().waitFor()
}

/** Builds a rubric by hand, from a blank draft to one without a fault, and waits until it is saved. Throws what the desk still finds wrong. */
export async function buildRubric(page: Page, spec: RubricSpec): Promise<void> {
  await goToLibrary(page)
  await page.getByRole('main').getByRole('button', { name: '新建空白草稿' }).click()
  await page.waitForURL(/#\/rubrics\/draft\//)
  const main = page.getByRole('main')
  await select(main, '')
  await main.locator('[data-field=name]').fill(spec.name)
  if (spec.version) await main.getByRole('textbox', { name: '版本', exact: true }).fill(spec.version)
  await main.locator('[data-field=full] input').fill(String(spec.total))
  if (spec.notApplicable) await chooseByStart(main.getByRole('combobox', { name: '不适用项' }), spec.notApplicable)
  for (const [index, group] of spec.groups.entries()) await buildGroup(main, group, index)
  for (const item of spec.bonus?.items ?? []) await buildOutside(main, 'bonus', item)
  for (const item of spec.negative?.items ?? []) await buildOutside(main, 'negative', item)
  for (const veto of spec.vetoes ?? []) await buildVeto(main, veto)
  if (spec.bonus || spec.negative) await select(main, '')
  if (spec.bonus) await fillBonus(main, spec.bonus)
  if (spec.negative?.cap !== undefined) await main.getByRole('textbox', { name: '扣分合计上限' }).fill(String(spec.negative.cap))
  await main.locator('[data-saving].saved').waitFor()
  if (await main.locator('[data-adopt]').isDisabled()) throw new Error(`the draft is unsound: ${(await main.locator('[data-finding]').allInnerTexts()).join(' | ')}`)
}

/** Adopts a draft of the library for a new project, in the desk of the draft. */
export async function createFromDraft(page: Page, draft: string, project: { readonly name: string; readonly year: number }): Promise<void> {
  await goToLibrary(page)
  await page.getByRole('region', { name: '草稿', exact: true }).getByRole('link', { name: draft, exact: true }).first().click()
  await page.getByRole('main').locator('[data-adopt]').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '项目名称' }).fill(project.name)
  await dialog.getByRole('textbox', { name: '报告年度' }).fill(String(project.year))
  await dialog.getByRole('button', { name: '创建项目' }).click()
  const refused = dialog.getByRole('alert').first()
  const outcome = await Promise.race([page.waitForURL(/#\/p\/.+\/collect/).then(() => null), refused.waitFor().then(() => refused.innerText())])
  if (outcome !== null) throw new Error(outcome)
}

/** What was read out of a standard of a foreign table, in the words of the screen. */
export interface ReadStandard {
  readonly id: string
  /** 有把握 · 请确认 · 未读懂，保留原文 */
  readonly confidence: string
}

export interface WorkbookImport {
  /** 'sure': what is sure is adopted, of the rest the wording is kept; or what is to be done by item id, the rest being kept. */
  readonly confirm: 'sure' | Readonly<Record<string, 'adopt' | 'keep'>>
  /** Name of the rubric; default as proposed. */
  readonly name?: string
}

/** Imports a workbook into a new draft and stays at its desk. Our template goes there at once: no row comes back. Throws the words of a refusal. */
export async function importRubricWorkbook(page: Page, path: string, options: WorkbookImport): Promise<ReadStandard[]> {
  await goToLibrary(page)
  await page.getByRole('main').locator('[data-workbook-file]').setInputFiles(path)
  const dialog = page.getByRole('dialog')
  const next = dialog.locator('[data-read-items]')
  const refused = dialog.locator('[data-workbook-problem], [data-import-failure], [data-mapping-problem]').first()
  const atDesk = page.waitForURL(/#\/rubrics\/draft\//).then(() => 'stored' as const)
  const outcome = await Promise.race([atDesk, next.waitFor().then(() => 'columns' as const), refused.waitFor().then(() => 'refused' as const)])
  if (outcome === 'stored') return []
  if (outcome === 'refused' || (await next.isDisabled())) throw new Error(await refused.innerText())
  if (options.name !== undefined) await dialog.locator('input[name=rubric-name]').fill(options.name)
  await next.click()
  const items = dialog.locator('[data-review]')
  await Promise.race([items.first().waitFor(), refused.waitFor().then(async () => { throw new Error(await refused.innerText()) })])
  const read: ReadStandard[] = []
  for (const item of await items.all()) read.push({ id: (await item.getAttribute('data-review')) ?? '', confidence: (await item.locator('.head').innerText()).trim().split(/\s/).at(-1) ?? '' })
  if (options.confirm === 'sure') {
    const sure = dialog.locator('[data-adopt-sure]')
    if (await sure.isEnabled()) await sure.click()
  } else {
    for (const [id, decision] of Object.entries(options.confirm)) await dialog.locator(`[data-review="${id}"] [data-${decision === 'adopt' ? 'adopt-rule' : 'keep-text'}]`).click()
  }
  const rest = dialog.locator('[data-keep-rest]')
  if (await rest.isEnabled()) await rest.click()
  await dialog.locator('[data-make-draft]').click()
  await atDesk
  return read
}

async function select(main: Locator, place: string): Promise<void> {
  const row = main.locator(`[data-place="${place}"]`)
  await row.click()
  await row.and(main.locator('[aria-selected=true]')).waitFor()
}

async function buildGroup(main: Locator, group: GroupSpec, index: number): Promise<void> {
  const place = `groups[${index}]`
  // A blank draft has one group with one item.
  if (index > 0) {
    await select(main, '')
    await main.locator('[data-act=addGroup]').click()
  }
  await select(main, place)
  await fillHead(main, group)
  for (const [at, item] of group.items.entries()) {
    if (index > 0 || at > 0) {
      await select(main, place)
      await main.locator('[data-act=addItem]').click()
    }
    await select(main, `${place}.children[${at}]`)
    await fillItem(main, item)
  }
}

async function buildOutside(main: Locator, section: 'bonus' | 'negative', item: ItemSpec): Promise<void> {
  await addTo(main, section)
  await fillItem(main, item)
}

async function buildVeto(main: Locator, veto: VetoSpec): Promise<void> {
  await addTo(main, 'veto')
  await main.locator('[data-field=name]').fill(veto.name)
  await main.locator('[data-field=id]').fill(veto.id)
  const rule = main.locator('[data-rule]').first()
  await fillField(rule, 'criterion', 0, veto.criterion)
  await main.locator('[data-field=guidance]').fill(veto.guidance)
  const { effect } = veto
  const [choice, label, number] = typeof effect === 'string' ? [effect, '', 0] : '总分至多' in effect ? ['总分封顶', '总分至多', effect.总分至多] : ['降等次', '降几档', effect.降几档]
  await rule.getByRole('radio', { name: choice, exact: true }).check()
  if (label !== '') await rule.getByRole('textbox', { name: label }).fill(String(number))
}

async function addTo(main: Locator, section: 'bonus' | 'negative' | 'veto'): Promise<void> {
  const rows = main.getByRole('treeitem')
  const before = await rows.count()
  await main.locator(`[data-add="${section}"]`).click()
  await rows.nth(before).waitFor()
}

async function fillHead(main: Locator, node: { readonly id: string; readonly name: string; readonly full: number }): Promise<void> {
  await main.locator('[data-field=name]').fill(node.name)
  await main.locator('[data-field=id]').fill(node.id)
  await main.locator('[data-field=full] input').fill(String(node.full))
}

async function fillItem(main: Locator, item: ItemSpec): Promise<void> {
  await fillHead(main, item)
  await fillRule(main.locator('[data-rule]').first(), item.rule)
  await main.locator('[data-field=guidance]').fill(item.guidance)
  if (item.mayNotApply !== undefined) {
    await main.locator('[data-field=notApplicable]').check()
    await main.getByRole('textbox', { name: '什么情况下不适用', exact: true }).fill(item.mayNotApply)
  }
}

async function fillRule(rule: Locator, spec: RuleSpec): Promise<void> {
  const kinds = rule.locator('[data-rule-kind]')
  await chooseByStart(kinds, spec.kind)
  switch (spec.kind) {
    case '分档':
      return fillList(rule, '档次（从低到高）', spec.levels.map(({ label, criterion, points }) => ({ label, criterion, points })))
    case '达标':
      return fillField(rule, 'criterion', 0, spec.criterion)
    case '酌情':
      await fillField(rule, 'criterion', 0, spec.criterion)
      return fillField(rule, 'step', 0, spec.step)
    case '扣分':
      return fillList(rule, '扣分情形', spec.causes.map(({ label, each, atMost }) => ({ label, perEvent: each, cap: atMost ?? '' })))
    case '计数':
      await fillList(rule, '计数情形', spec.events.map(({ label, each }) => ({ label, points: each })))
      return fillField(rule, 'cap', 0, spec.cap ?? '')
    case '比例':
      for (const key of ['numerator', 'denominator', 'zeroAt', 'fullAt'] as const) await fillField(rule, key, 0, spec[key])
      return
    case '负面扣分':
      await fillField(rule, 'perEvent', 0, spec.each)
      return fillField(rule, 'cap', 0, spec.cap ?? '')
    case '要素': {
      const list = rule.getByRole('group', { name: '要素', exact: true })
      await growTo(list, '.card', '要素', spec.elements.length)
      for (const [index, element] of spec.elements.entries()) {
        const card = list.locator('.card').nth(index)
        await fillField(card, 'label', 0, element.label)
        await fillList(card, '可得的分（从 0 起）', element.marks.map(({ points, criterion }) => ({ points, criterion })))
      }
    }
  }
}

/** A list of the rule, made as long as it has to be, row by row. */
async function fillList(within: Locator, label: string, entries: readonly Readonly<Record<string, string | number>>[]): Promise<void> {
  const list = within.locator(`[role=group][aria-label$="${label}"]`).first()
  await growTo(list, '.tools', label, entries.length)
  for (const [index, entry] of entries.entries()) {
    for (const [key, value] of Object.entries(entry)) await fillField(list, key, index, value)
  }
}

async function growTo(list: Locator, row: string, label: string, length: number): Promise<void> {
  const rows = list.locator(row)
  while ((await rows.count()) > length) await rows.last().locator('.remove').click()
  while ((await rows.count()) < length) {
    const before = await rows.count()
    await list.getByRole('button', { name: new RegExp(`^在“.*${label.replace(/[（）]/g, '.')}”中添加$`) }).last().click()
    await rows.nth(before).waitFor()
  }
}

async function fillField(within: Locator, key: string, index: number, value: string | number): Promise<void> {
  const field = within.locator(`[data-rule-field="${key}"]`).nth(index)
  const isControl = await field.evaluate((element) => element.matches('input, textarea'))
  const control = isControl ? field : field.locator('input')
  if ((await control.inputValue()) !== String(value)) await control.fill(String(value))
}

async function fillBonus(main: Locator, bonus: NonNullable<RubricSpec['bonus']>): Promise<void> {
  if (bonus.cap !== undefined) await main.getByRole('textbox', { name: '加分合计上限' }).fill(String(bonus.cap))
  if (bonus.gate) {
    await main.getByRole('combobox', { name: '加分门槛' }).selectOption({ label: 'above' in bonus.gate ? '基础分超过' : '基础分达到' })
    await main.getByRole('textbox', { name: '门槛分' }).fill(String('above' in bonus.gate ? bonus.gate.above : bonus.gate.from))
  }
  if (bonus.capAtFull) await main.getByRole('checkbox', { name: /^加分后总分不超过/ }).check()
}

/** The choice whose words begin so: "扣分：按情形……". */
async function chooseByStart(select: Locator, start: string): Promise<void> {
  const words = await select.locator('option').allInnerTexts()
  const label = words.find((choice) => choice.trim().startsWith(`${start}：`))
  if (label === undefined) throw new Error(`no such choice: ${start} (${words.join(' | ')})`)
  await select.selectOption({ label: label.trim() })
}
