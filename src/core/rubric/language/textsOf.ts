/** One text for people, and the English beside it. */
export interface FoundText {
  /** Leads to the text: ['rule', 'levels', 0, 'label']. */
  readonly path: readonly (string | number)[]
  readonly text: string
  /** Null: none. */
  readonly english: string | null
}

/**
 * Every text of a rubric, or of a part of one, that may carry English, in the order in which the fields stand. What lies at the places in
 * `leaveOut` is passed over: 'children' of a group, 'bonus.items' of a rubric. Texts that are empty are there, too.
 * @example textsOf({ kind: 'group', id: 'A', name: '结构', full: 2, children: [], en: { name: 'Structure' } }) // [{ path: ['name'], text: '结构', english: 'Structure' }]
 */
export function textsOf(value: unknown, leaveOut: readonly string[] = []): FoundText[] {
  const texts = textsIn(value)
  return leaveOut.length === 0 ? texts : texts.filter(({ path }) => !leaveOut.some((place) => `${path.join('.')}.`.startsWith(`${place}.`)))
}

/** Where the nodes of a rubric stand: leaves its own texts. */
export const placesOfNodes: readonly string[] = ['groups', 'totalSources.items', 'bonus.items', 'negative.items', 'vetoes']

function textsIn(value: unknown): FoundText[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => below(textsIn(entry), index))
  if (!isRecord(value)) return []
  const english = isRecord(value['en']) ? value['en'] : {}
  return Object.entries(value).flatMap(([name, field]): FoundText[] => {
    if (name === 'en') return []
    if (typeof field !== 'string') return below(textsIn(field), name)
    if (!isText(value, name)) return []
    const translation = Object.hasOwn(english, name) ? english[name] : undefined
    return [{ path: [name], text: field, english: typeof translation === 'string' ? translation : null }]
  })
}

/** Whether English is missing here: an empty text needs none. */
export function isUntranslated({ text, english }: FoundText): boolean {
  return english === null && text.trim() !== ''
}

const textFields: ReadonlySet<string> = new Set([
  'name', 'summary', 'title', 'short', 'note', 'place', 'guidance', 'label', 'criterion', 'dateLabel', 'measure', 'unit', 'subItem', 'numerator', 'denominator',
  'when', 'passage', 'ruling', 'reason', 'message',
])

/** An item's own `measure` is the name of a count, not a text. */
function isText(holder: Readonly<Record<string, unknown>>, name: string): boolean {
  return textFields.has(name) && !(name === 'measure' && holder['kind'] === 'item')
}

function below(texts: readonly FoundText[], step: string | number): FoundText[] {
  return texts.map((found) => ({ ...found, path: [step, ...found.path] }))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
