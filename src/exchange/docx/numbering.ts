import { walkXml } from '#exchange/html/walkXml'

/** One level of a list as Word defines it; `text` has %1 … %9 for the numbers of the levels. */
export interface NumberLevel {
  readonly start: number
  readonly format: string
  readonly text: string
  /** Arabic digits for the levels above (w:isLgl). */
  readonly isLegal: boolean
  /** The level whose number sets this one back; null = any above, 0 = none. */
  readonly restart: number | null
  readonly suffix: string
}

export interface NumberedList {
  /** Lists of one definition count on together. */
  readonly definition: string
  readonly levels: ReadonlyMap<number, NumberLevel>
  /** Levels that begin anew in this list, and with what. */
  readonly startOverrides: ReadonlyMap<number, number>
}

export interface ParagraphNumber {
  readonly list: string | null
  readonly level: number | null
}

type Draft = { -readonly [Key in keyof NumberLevel]: NumberLevel[Key] }

interface ListDraft {
  definition: string
  readonly overrides: Map<number, Draft>
  readonly startOverrides: Map<number, number>
}

/** The lists of word/numbering.xml by their ids (w:numId). `styles`: of readStyleNumbers, for definitions that are kept in a style. */
export function readNumbering(xml: string, styles: ReadonlyMap<string, ParagraphNumber>): Map<string, NumberedList> {
  const definitions = new Map<string, { readonly levels: Map<number, Draft>; link: string | null }>()
  const drafts = new Map<string, ListDraft>()
  let levels: Map<number, Draft> | null = null
  let draft: ListDraft | null = null
  let definition: { readonly levels: Map<number, Draft>; link: string | null } | null = null
  let level: Draft | null = null
  let overridden = 0
  walkXml(xml, {
    open({ name, attributes }) {
      const value = attributes.get('val') ?? ''
      if (name === 'abstractNum') {
        definition = { levels: new Map(), link: null }
        levels = definition.levels
        definitions.set(attributes.get('abstractNumId') ?? '', definition)
        draft = null
      } else if (name === 'num') {
        draft = { definition: '', overrides: new Map(), startOverrides: new Map() }
        levels = draft.overrides
        definition = null
        drafts.set(attributes.get('numId') ?? '', draft)
      } else if (name === 'numStyleLink' && definition) definition.link = value
      else if (name === 'abstractNumId' && draft) draft.definition = value
      else if (name === 'lvlOverride') overridden = wholeNumber(attributes.get('ilvl'), 0)
      else if (name === 'startOverride' && draft) draft.startOverrides.set(overridden, wholeNumber(value, 1))
      else if (name === 'lvl') {
        level = { start: 1, format: 'decimal', text: '', isLegal: false, restart: null, suffix: 'tab' }
        levels?.set(wholeNumber(attributes.get('ilvl'), 0), level)
      } else if (level) readLevelPart(level, name, value, attributes)
      return true
    },
    close(name) {
      if (name === 'lvl') level = null
    },
  })
  const lists = new Map<string, NumberedList>()
  for (const [id, { definition: own, overrides, startOverrides }] of drafts) {
    const linked = definitions.get(own)?.link ?? null
    const style = linked === null ? null : styles.get(linked)?.list
    const from = style ? (drafts.get(style)?.definition ?? own) : own
    lists.set(id, { definition: from, levels: new Map([...(definitions.get(from)?.levels ?? []), ...overrides]), startOverrides })
  }
  return lists
}

function readLevelPart(level: Draft, name: string, value: string, attributes: ReadonlyMap<string, string>): void {
  if (name === 'start') level.start = wholeNumber(value, 1)
  else if (name === 'numFmt') level.format = value
  else if (name === 'lvlText') level.text = value
  else if (name === 'suff') level.suffix = value
  else if (name === 'isLgl') level.isLegal = isOn(attributes)
  else if (name === 'lvlRestart') level.restart = wholeNumber(value, 0)
}

/** The list and level that a paragraph style brings along (word/styles.xml), its base style's where it has none of its own. */
export function readStyleNumbers(xml: string): Map<string, ParagraphNumber> {
  const styles = new Map<string, { list: string | null; level: number | null; base: string | null }>()
  let style: { list: string | null; level: number | null; base: string | null } | null = null
  walkXml(xml, {
    open({ name, attributes }) {
      const value = attributes.get('val') ?? ''
      if (name === 'style') {
        style = { list: null, level: null, base: null }
        styles.set(attributes.get('styleId') ?? '', style)
      } else if (style && name === 'basedOn') style.base = value
      else if (style && name === 'numId') style.list = value
      else if (style && name === 'ilvl') style.level = wholeNumber(value, 0)
      return true
    },
  })
  const numbers = new Map<string, ParagraphNumber>()
  for (const id of styles.keys()) {
    let list: string | null = null
    let level: number | null = null
    // Ten deep is more than any document; a circle of base styles ends there, too.
    for (let at = styles.get(id), depth = 0; at && depth < 10; at = at.base === null ? undefined : styles.get(at.base), depth += 1) {
      list ??= at.list
      level ??= at.level
    }
    numbers.set(id, { list, level })
  }
  return numbers
}

export function wholeNumber(value: string | undefined, otherwise: number): number {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isSafeInteger(number) && number >= 0 && number < 1_000_000 ? number : otherwise
}

function isOn(attributes: ReadonlyMap<string, string>): boolean {
  return !['0', 'false', 'off'].includes(attributes.get('val') ?? 'true')
}
