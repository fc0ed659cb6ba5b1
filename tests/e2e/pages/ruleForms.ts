import type { Locator } from 'playwright-core'
import type { DaySpec, RuleSpec } from './rubricSpec.js'

type Cell = string | number | undefined

/** Fills in the form of a rule, of an item or of one of its variants. */
export async function fillRule(rule: Locator, spec: RuleSpec): Promise<void> {
  await selectStarting(rule.locator('[data-rule-kind]'), `${spec.kind}：`)
  switch (spec.kind) {
    case '分档':
      return fillList(rule, '档次（从低到高）', spec.levels.map(({ id, label, criterion, points }) => ({ id, label, criterion, points })))
    case '达标':
      await fillField(rule, 'criterion', 0, spec.criterion)
      if (spec.deadline) await fillDay(rule.getByRole('group', { name: '期限', exact: true }), spec.deadline)
      return fillField(rule, 'dateLabel', 0, spec.dateLabel ?? '')
    case '要素':
      return fillElements(rule, spec)
    case '扣分':
      await fillList(rule, '扣分情形', spec.causes.map(({ id, label, each, atMost }) => ({ id, label, perEvent: each, cap: atMost ?? '' })))
      return fillField(rule, 'floor', 0, spec.floor ?? '')
    case '比例':
      for (const key of ['numerator', 'denominator', 'zeroAt', 'fullAt'] as const) await fillField(rule, key, 0, spec[key])
      return choose(rule, 'onEmpty', spec.onEmpty)
    case '计数':
      await fillList(rule, '计数情形', spec.events.map(({ id, label, each }) => ({ id, label, points: each })))
      return fillField(rule, 'cap', 0, spec.cap ?? '')
    case '区间':
      for (const key of ['measure', 'unit'] as const) await fillField(rule, key, 0, spec[key])
      await choose(rule, 'shape', spec.between)
      await choose(rule, 'closed', spec.includes)
      return fillList(rule, '折点（数值递增）', spec.breaks.map(({ x, y }) => ({ x, y })))
    case '逐条均值':
      await fillField(rule, 'subItem', 0, spec.of)
      await fillList(rule, '等级（从低到高）', spec.scale.map(({ id, label, criterion, share }) => ({ id, label, criterion, share })))
      return choose(rule, 'onEmpty', spec.onEmpty)
    case '酌情':
      await fillField(rule, 'criterion', 0, spec.criterion)
      return fillField(rule, 'step', 0, spec.step)
    case '时限':
      return fillTimeliness(rule, spec)
    case '排名赋分':
      return fillByRank(rule, spec)
    case '引用':
      await fillField(rule, 'label', 0, spec.label)
      await fillField(rule, 'full', 0, spec.full)
      return fillField(rule, 'rubric', 0, spec.rubric ?? '')
    case '多来源':
      return fillList(rule, '来源', spec.sources.map(({ id, label, weight, full }) => ({ id, label, weight, full })))
    case '量表':
      return fillList(rule, '量表各级（从低到高）', spec.steps.map(({ value, label, rate }) => ({ value, label, rate: rate ?? '' })))
    case '负面扣分':
      await fillField(rule, 'perEvent', 0, spec.each)
      return fillField(rule, 'cap', 0, spec.cap ?? '')
  }
}

async function fillElements(rule: Locator, spec: Extract<RuleSpec, { kind: '要素' }>): Promise<void> {
  const list = rule.getByRole('group', { name: '要素', exact: true })
  await growTo(list, '.card', '要素', spec.elements.length)
  for (const [index, element] of spec.elements.entries()) {
    const card = list.locator('.card').nth(index)
    if (element.id !== undefined) await fillField(card, 'id', 0, element.id)
    await fillField(card, 'label', 0, element.label)
    await fillList(card, '可得的分（从 0 起）', element.marks.map(({ points, criterion }) => ({ points, criterion })))
    if (element.mayNotApply === undefined) continue
    await card.getByRole('checkbox', { name: '本要素可不适用', exact: true }).check()
    await card.getByRole('textbox', { name: '本要素可不适用：条件', exact: true }).fill(element.mayNotApply)
  }
  await fillField(rule, 'cap', 0, spec.cap ?? '')
}

async function fillTimeliness(rule: Locator, { dateLabel, deadline, late }: Extract<RuleSpec, { kind: '时限' }>): Promise<void> {
  await fillField(rule, 'dateLabel', 0, dateLabel)
  await fillDay(rule.getByRole('group', { name: '期限', exact: true }), deadline)
  await rule.getByRole('radio', { name: 'perDay' in late ? '按天扣分' : '逐档减分', exact: true }).check()
  if ('perDay' in late) return fillField(rule, 'points', 0, late.perDay)
  const list = rule.getByRole('group', { name: '逾期各档', exact: true })
  await growTo(list, '.tools', '逾期各档', late.steps.length)
  for (const [index, { until, points }] of late.steps.entries()) {
    await fillDay(list.getByRole('group', { name: /不晚于$/ }).nth(index), until)
    await fillField(list, 'points', index, points)
  }
  await fillField(rule, 'otherwise', 0, late.otherwise)
}

async function fillByRank(rule: Locator, { measure, unit, best, award }: Extract<RuleSpec, { kind: '排名赋分' }>): Promise<void> {
  await fillField(rule, 'measure', 0, measure)
  await fillField(rule, 'unit', 0, unit)
  await choose(rule, 'best', best)
  const shape = typeof award === 'string' ? award : 'places' in award ? '逐名给分' : '逐名递减'
  await rule.getByRole('radio', { name: shape, exact: true }).check()
  if (typeof award === 'string') return
  if ('places' in award) await fillField(rule, 'points', 0, award.places.join(' '))
  else await fillField(rule, 'step', 0, award.step)
}

/** A list of the rule, made as long as it has to be, row by row; a cell that is not said stays as the desk made it. */
async function fillList(within: Locator, label: string, entries: readonly Readonly<Record<string, Cell>>[]): Promise<void> {
  const list = within.locator(`[role=group][aria-label$="${label}"]`).first()
  await growTo(list, '.tools', label, entries.length)
  for (const [index, entry] of entries.entries()) {
    for (const [key, value] of Object.entries(entry)) if (value !== undefined) await fillField(list, key, index, value)
  }
}

async function growTo(list: Locator, row: string, label: string, length: number): Promise<void> {
  const rows = list.locator(row)
  while ((await rows.count()) > length) await rows.last().locator('.remove').last().click()
  while ((await rows.count()) < length) {
    const before = await rows.count()
    await list.getByRole('button', { name: new RegExp(`^在“.*${label.replace(/[（）]/g, '.')}”中添加$`) }).last().click()
    await rows.nth(before).waitFor()
  }
}

export async function fillField(within: Locator, key: string, index: number, value: string | number): Promise<void> {
  const field = within.locator(`[data-rule-field="${key}"]`).nth(index)
  const isControl = await field.evaluate((element) => element.matches('input, textarea'))
  const control = isControl ? field : field.locator('input')
  if ((await control.inputValue()) !== String(value)) await control.fill(String(value))
}

/** Year, month, day of a day that returns every year. */
async function fillDay(day: Locator, { year, month, day: of }: DaySpec): Promise<void> {
  await day.locator('select').first().selectOption({ label: `报告年度${year}` })
  await day.locator('select').nth(1).selectOption(String(month))
  await day.locator('select').nth(2).selectOption(String(of))
}

async function choose(rule: Locator, key: string, start: string | undefined): Promise<void> {
  if (start !== undefined) await selectStarting(rule.locator(`select[data-rule-field="${key}"]`).first(), start)
}

/** The choice whose words begin so: "扣分：按情形……". */
export async function selectStarting(select: Locator, start: string): Promise<void> {
  const words = (await select.locator('option').allInnerTexts()).map((choice) => choice.trim())
  const label = words.find((choice) => choice.startsWith(start))
  if (label === undefined) throw new Error(`no such choice: ${start} (${words.join(' | ')})`)
  await select.selectOption({ label })
}
