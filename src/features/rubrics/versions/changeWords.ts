import type { FieldChange } from '#core/rubric/version/compareFields'
import type { VersionWords } from './useVersionWords'

type Json = Readonly<Record<string, unknown>>

/**
 * Where a change lies, in words: ['rule', 'levels', '#fact', 'points'] → "分档 · “有具体事项” · 分值". Entries of lists are named by
 * their label in `after`, or in `before` where they are gone; a field without words keeps its name.
 */
export function placeOfChange({ say, has }: VersionWords, { path }: Pick<FieldChange, 'path'>, before: unknown, after: unknown): string {
  const steps = path[0] === 'rule' && path.length > 1 ? path.slice(1) : path
  return steps.map((step, index) => {
    if (step.startsWith('#')) {
      const ofStep = path.slice(0, path.length - steps.length + index + 1)
      return `“${labelAt(after, ofStep) ?? labelAt(before, ofStep) ?? step.slice(1)}”`
    }
    if (/^\d+$/.test(step)) return say('nth', { n: Number(step) + 1 })
    return has(`field.${step}`) ? say(`field.${step}`) : step
  }).join(' · ')
}

/** One side of a change, short enough for a line: words as they are, parts by their names and points. */
export function valueOfChange(words: VersionWords, value: unknown): string {
  const { say, t } = words
  if (value === undefined || value === null) return say('none')
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no')
  if (Array.isArray(value)) return value.length === 0 ? say('none') : value.map((entry) => valueOfChange(words, entry)).join(t('ui.listComma'))
  if (!isObject(value)) return String(value)
  if (typeof value['month'] === 'number') return dayWords(words, value)
  const kind = typeof value['kind'] === 'string' ? value['kind'] : null
  if (kind !== null && ruleKinds.has(kind)) return t(`ui.ruleKind.${kind}`)
  const name = ['label', 'name', 'title', 'when', 'passage', 'message', 'criterion'].map((field) => value[field]).find((each) => typeof each === 'string')
  const points = ['points', 'perEvent', 'full'].map((field) => value[field]).find((each) => typeof each === 'number')
  if (typeof name === 'string') return points === undefined ? name : `${name} ${say('points', { n: points })}`
  return Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([field, inner]) => `${words.has(`field.${field}`) ? say(`field.${field}`) : field} ${valueOfChange(words, inner)}`)
    .join(t('ui.listComma'))
}

function dayWords({ say }: VersionWords, value: Json): string {
  const after = Number(value['yearsAfter'])
  const years = after === 0 ? say('yearsAfter.same') : after === 1 ? say('yearsAfter.next') : say('yearsAfter.later', { n: after })
  return say('annualDay', { years, month: value['month'], day: value['day'] })
}

const ruleKinds: ReadonlySet<string> = new Set([
  'level', 'passFail', 'checklist', 'deduct', 'ratio', 'count', 'interval', 'itemMean', 'judge', 'timeliness', 'byRank', 'reference', 'sources', 'scale', 'negative', 'veto',
])

function labelAt(root: unknown, path: readonly string[]): string | null {
  const found = path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return step.startsWith('#') ? value.find((entry) => isObject(entry) && entry['id'] === step.slice(1)) : value[Number(step)]
    return isObject(value) ? value[step] : undefined
  }, root)
  if (!isObject(found)) return null
  const label = found['label'] ?? found['short'] ?? found['message']
  return typeof label === 'string' ? label : null
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
