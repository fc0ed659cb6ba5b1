import type { MeasureWorking } from '#core/measure/suggestion'

type Translate = (key: string, values?: Record<string, unknown>) => string

/** The working of a count in one line: "问题部分 412 字 ÷ 全文 7,649 字 = 5.39%". */
export function suggestionWords(t: Translate, { key, values }: MeasureWorking): string {
  const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, /^\d{4,}$/.test(value) ? Number(value).toLocaleString('en-US') : value]))
  return t(`score.measure.${key}`, shown)
}
