import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { finishProject, toStart, type NewProject } from './projectsPage.js'
import type { ConsistencySpec, GroupSpec, ItemSpec, RubricSpec, VariantSpec, VetoSpec } from './rubricSpec.js'
import { fillField, fillRule, selectStarting } from './ruleForms.js'

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
  await fillWhole(main, spec)
  for (const [index, group] of spec.groups.entries()) await buildDimension(main, group, index)
  for (const item of spec.bonus?.items ?? []) await buildOutside(main, 'bonus', item)
  for (const item of spec.negative?.items ?? []) await buildOutside(main, 'negative', item)
  for (const veto of spec.vetoes ?? []) await buildVeto(main, veto)
  await select(main, '')
  if (spec.bonus) await fillBonus(main, spec.bonus)
  if (spec.negative?.cap !== undefined) await main.getByRole('textbox', { name: '扣分合计上限' }).fill(String(spec.negative.cap))
  await fillConsistency(main, spec.consistency ?? [])
  await main.locator('[data-saving].saved').waitFor()
  if (await main.locator('[data-adopt]').isDisabled()) throw new Error(`the draft is unsound: ${(await main.locator('[data-finding]').allInnerTexts()).join(' | ')}`)
}

/** Saves the draft on screen as JSON, as its owner would; the path of the file. */
export async function saveRubric(page: Page, downloads: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('main').getByRole('button', { name: '导出 JSON' }).click()])
  const path = join(downloads, file.suggestedFilename())
  await file.saveAs(path)
  return path
}

/** Adopts a draft of the library for a new project, from the desk of the draft. */
export async function createFromDraft(page: Page, draft: string, project: NewProject): Promise<void> {
  await goToLibrary(page)
  await page.getByRole('region', { name: '草稿', exact: true }).getByRole('link', { name: draft, exact: true }).first().click()
  await page.getByRole('main').locator('[data-adopt]').click()
  await finishProject(page, project)
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

/** What belongs to the rubric as a whole and is there from the beginning. */
async function fillWhole(main: Locator, spec: RubricSpec): Promise<void> {
  const text = (name: string): Locator => main.getByRole('textbox', { name, exact: true })
  await main.locator('[data-field=name]').fill(spec.name)
  if (spec.version) await text('版本').fill(spec.version)
  if (spec.key) await text('标识').fill(spec.key)
  if (spec.summary) await text('简介').fill(spec.summary)
  await main.locator('[data-field=full] input').fill(String(spec.total))
  if (spec.leastSettled !== undefined) await text('排名所需评定比例').fill(String(spec.leastSettled))
  if (spec.notApplicable) await selectStarting(main.getByRole('combobox', { name: '不适用项' }), spec.notApplicable)
  for (const [index, basis] of (spec.bases ?? []).entries()) {
    await main.getByRole('button', { name: '添加一份文件' }).click()
    const row = main.locator('.basis').nth(index)
    const words = { 文件全称: basis.title, 简称: basis.short, 编号: basis.id, 备注: basis.note, 生效: basis.inForceFrom, 失效: basis.inForceTo }
    for (const [name, value] of Object.entries(words)) if (value !== undefined) await row.getByRole('textbox', { name, exact: true }).fill(value)
  }
}

/** A blank draft has one group with one item, which becomes the first that is wanted. */
async function buildDimension(main: Locator, group: GroupSpec, index: number): Promise<void> {
  if (index > 0) {
    await select(main, '')
    await main.locator('[data-act=addGroup]').click()
  }
  const first = group.items[0]
  const standing = index === 0 && first && 'rule' in first ? 1 : 0
  if (index === 0 && standing === 0) {
    await select(main, 'groups[0].children[0]')
    await main.locator('[data-act=remove]').click()
  }
  await fillGroup(main, group, `groups[${index}]`, standing)
}

/** `standing`: how many of its children are there already. */
async function fillGroup(main: Locator, group: GroupSpec, place: string, standing: number): Promise<void> {
  await select(main, place)
  await fillHead(main, group)
  for (const [at, node] of group.items.entries()) {
    const child = `${place}.children[${at}]`
    if (at >= standing) {
      await select(main, place)
      await main.locator(`[data-act=${'rule' in node ? 'addItem' : 'addGroup'}]`).click()
      // A new group stands behind the one in hand, and is put into it.
      if (!('rule' in node)) await main.locator('[data-act=in]').click()
    }
    if ('rule' in node) {
      await select(main, child)
      await fillItem(main, node)
    } else await fillGroup(main, node, child, 0)
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

async function fillHead(main: Locator, node: { readonly id: string; readonly name: string; readonly full: number; readonly weight?: number }): Promise<void> {
  await main.locator('[data-field=name]').fill(node.name)
  await main.locator('[data-field=id]').fill(node.id)
  await main.locator('[data-field=full] input').fill(String(node.full))
  if (node.weight !== undefined) await main.locator('[data-field=weight] input').fill(String(node.weight))
}

async function fillItem(main: Locator, item: ItemSpec): Promise<void> {
  await fillHead(main, item)
  await fillRule(main.locator('[data-rule]').first(), item.rule)
  if (item.countedBy !== undefined) await main.locator('[data-field=measure]').selectOption({ label: item.countedBy })
  await main.locator('[data-field=guidance]').fill(item.guidance)
  if (item.cueWords) await main.locator('[data-field=cueWords]').fill(item.cueWords.join('、'))
  if (item.mayNotApply !== undefined) {
    await main.locator('[data-field=notApplicable]').check()
    await main.getByRole('textbox', { name: '什么情况下不适用', exact: true }).fill(item.mayNotApply)
  }
  await fillBasis(main, item.basis ?? [])
  for (const [index, variant] of (item.variants ?? []).entries()) await addVariant(main, variant, index)
  for (const [index, given] of (item.cases ?? []).entries()) {
    await main.getByRole('button', { name: '添加判例' }).click()
    const row = main.locator('.case').nth(index)
    const words = { 原文段落: given.passage, 认定: given.ruling, 理由: given.reason, 日期: given.date }
    for (const [name, value] of Object.entries(words)) if (value !== undefined) await row.getByRole('textbox', { name, exact: true }).fill(value)
  }
}

async function fillBasis(main: Locator, references: NonNullable<ItemSpec['basis']>): Promise<void> {
  for (const [index, { basis, place, checked }] of references.entries()) {
    await main.getByRole('button', { name: '添加依据' }).click()
    await main.getByRole('combobox', { name: `依据 ${index + 1}`, exact: true }).selectOption({ label: basis })
    if (place !== undefined) await main.getByRole('textbox', { name: '条款，如 第五条' }).nth(index).fill(place)
    if (checked) await main.getByRole('checkbox', { name: '已与原文核对' }).nth(index).check()
  }
}

async function addVariant(main: Locator, spec: VariantSpec, index: number): Promise<void> {
  await main.locator('[data-add=variant]').click()
  const variant = main.locator('.variant').nth(index)
  await variant.getByRole('textbox', { name: '称谓', exact: true }).fill(spec.label)
  if (spec.full !== undefined) await variant.getByRole('textbox', { name: '满分', exact: true }).first().fill(String(spec.full))
  if (spec.weight !== undefined) await variant.getByRole('textbox', { name: '权重', exact: true }).first().fill(String(spec.weight))
  const wanted: readonly string[] = [...(spec.kinds ?? []), ...(spec.levels ?? [])]
  for (const body of ['政府', '部门', '省级', '市级', '县级', '乡级']) await variant.getByRole('checkbox', { name: body, exact: true }).setChecked(wanted.includes(body))
  if (spec.appliesNot) await variant.getByRole('checkbox', { name: '本项对其不适用' }).check()
  if (!spec.rule) return
  await variant.getByRole('checkbox', { name: '另设规则' }).check()
  await fillRule(variant.locator('[data-rule]'), spec.rule)
}

async function fillBonus(main: Locator, bonus: NonNullable<RubricSpec['bonus']>): Promise<void> {
  if (bonus.cap !== undefined) await main.getByRole('textbox', { name: '加分合计上限' }).fill(String(bonus.cap))
  if (bonus.gate) {
    await main.getByRole('combobox', { name: '加分门槛' }).selectOption({ label: 'above' in bonus.gate ? '基础分超过' : '基础分达到' })
    await main.getByRole('textbox', { name: '门槛分' }).fill(String('above' in bonus.gate ? bonus.gate.above : bonus.gate.from))
  }
  if (bonus.capAtFull) await main.getByRole('checkbox', { name: /^加分后总分不超过/ }).check()
}

async function fillConsistency(main: Locator, rules: readonly ConsistencySpec[]): Promise<void> {
  const add = main.page().getByRole('button', { name: '添加一条核对' })
  for (const [index, { when, then, message }] of rules.entries()) {
    await add.click()
    const rule = main.locator('section').filter({ has: add }).locator('.rule').nth(index)
    for (const [side, conditions] of [when, then].entries()) {
      const place = rule.locator('.side').nth(side)
      for (const [at, { item, is }] of conditions.entries()) {
        if (at > 0) await place.getByRole('button', { name: '再加一个条件' }).click()
        await place.getByRole('combobox', { name: '评分项' }).nth(at).selectOption(item)
        await place.getByRole('combobox', { name: '情形' }).nth(at).selectOption({ label: is })
      }
    }
    await rule.getByRole('textbox', { name: '提示语' }).fill(message)
  }
}
