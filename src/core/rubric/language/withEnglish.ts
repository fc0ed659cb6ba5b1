/**
 * The value with this English beside the text that `path` leads to; null or blank takes it away, and with the last one the `en` that
 * held it. Only what lies on the way is new. A path that leads nowhere changes nothing.
 * @example withEnglish({ name: '结构', full: 2 }, ['name'], 'Structure') // { name: '结构', full: 2, en: { name: 'Structure' } }
 */
export function withEnglish<T>(value: T, path: readonly (string | number)[], english: string | null): T {
  const [step, ...rest] = path
  if (step === undefined || typeof value !== 'object' || value === null) return value
  if (rest.length > 0) {
    if (Array.isArray(value)) return (typeof step === 'number' && step in value ? value.with(step, withEnglish(value[step], rest, english)) : value) as T
    const holder = value as Readonly<Record<string, unknown>>
    return Object.hasOwn(holder, step) ? { ...value, [step]: withEnglish(holder[step], rest, english) } : value
  }
  const { en, ...own } = value as { readonly en?: Readonly<Record<string, string>> }
  if (typeof step !== 'string' || !Object.hasOwn(own, step)) return value
  const { [step]: _old, ...others } = en ?? {}
  const texts = english === null || english.trim() === '' ? others : { ...en, [step]: english }
  return (Object.keys(texts).length > 0 ? { ...own, en: texts } : own) as T
}
