import type { Rubric, RubricGroup, RubricItem, RubricNode } from '#core/rubric/rubric'

/**
 * Where a node stands, in the notation of RubricProblem.path: "groups[2].children[0]", "bonus.items[1]", "vetoes[0]"; "" is the
 * rubric itself. A draft may have ids twice or none at all, so places, not ids, name its nodes.
 */
export type NodePlace = string

/** The rubric's own items, the outside sources of its base total, or one of the three sections after it (METHOD §5.3). */
export type Section = 'base' | 'source' | 'bonus' | 'negative' | 'veto'

export const sections: readonly Section[] = ['base', 'source', 'bonus', 'negative', 'veto']

const lists = { 'totalSources.items': 'source', 'bonus.items': 'bonus', 'negative.items': 'negative', vetoes: 'veto' } as const

export interface Step {
  readonly section: Section
  /** One index per level; outside the base total there is one level. */
  readonly indexes: readonly number[]
}

/** Null for the rubric itself and for what is no place of a node. */
export function splitPlace(place: NodePlace): Step | null {
  const base = /^groups\[(\d+)\]((?:\.children\[\d+\])*)$/.exec(place)
  if (base) return { section: 'base', indexes: [Number(base[1]), ...[...base[2]!.matchAll(/\d+/g)].map(([digits]) => Number(digits))] }
  const outside = /^((?:totalSources|bonus|negative)\.items|vetoes)\[(\d+)\]$/.exec(place)
  return outside ? { section: lists[outside[1] as keyof typeof lists], indexes: [Number(outside[2])] } : null
}

export function writePlace({ section, indexes }: Step): NodePlace {
  const [first, ...below] = indexes
  switch (section) {
    case 'base': return `groups[${first}]${below.map((index) => `.children[${index}]`).join('')}`
    case 'source': return `totalSources.items[${first}]`
    case 'bonus': return `bonus.items[${first}]`
    case 'negative': return `negative.items[${first}]`
    case 'veto': return `vetoes[${first}]`
  }
}

/**
 * The node to which a place in the file belongs: "groups[0].children[1].rule.levels[2].points" → "groups[0].children[1]". What
 * belongs to no node belongs to the rubric itself.
 */
export function placeOfPath(path: string): NodePlace {
  return /^(?:groups\[\d+\](?:\.children\[\d+\])*|(?:totalSources|bonus|negative)\.items\[\d+\]|vetoes\[\d+\])(?=\.|$)/.exec(path)?.[0] ?? ''
}

/** Undefined when nothing stands there (any more). */
export function nodeAt(rubric: Rubric, place: NodePlace): RubricNode | undefined {
  const step = splitPlace(place)
  if (!step) return undefined
  let list: readonly RubricNode[] = nodesOfSection(rubric, step.section)
  let node: RubricNode | undefined
  for (const index of step.indexes) {
    node = list[index]
    list = node?.kind === 'group' ? node.children : []
  }
  return node
}

export interface PlacedNode {
  readonly place: NodePlace
  readonly node: RubricNode
  readonly section: Section
  /** 0 at the top of its section. */
  readonly depth: number
}

/** Every node in the order in which it stands, each group before its children; the sections after the base total come last. */
export function placedNodes(rubric: Rubric): PlacedNode[] {
  return sections.flatMap((section) => below(nodesOfSection(rubric, section), { section, indexes: [] }))
}

function below(nodes: readonly RubricNode[], { section, indexes }: Step): PlacedNode[] {
  return nodes.flatMap((node, index) => {
    const step = { section, indexes: [...indexes, index] }
    const own = { place: writePlace(step), node, section, depth: indexes.length }
    return node.kind === 'group' ? [own, ...below(node.children, step)] : [own]
  })
}

export function nodesOfSection(rubric: Rubric, section: Section): readonly RubricNode[] {
  switch (section) {
    case 'base': return rubric.groups
    case 'source': return rubric.totalSources?.items ?? []
    case 'bonus': return rubric.bonus?.items ?? []
    case 'negative': return rubric.negative?.items ?? []
    case 'veto': return rubric.vetoes ?? []
  }
}

/** The same rubric with other nodes in a section. A section that becomes empty goes: nothing that would be refused is left behind. */
export function withSection(rubric: Rubric, section: Section, nodes: readonly RubricNode[]): Rubric {
  if (section === 'base') return { ...rubric, groups: nodes as readonly RubricGroup[] }
  const items = nodes as readonly RubricItem[]
  const { totalSources, bonus, negative, vetoes, ...rest } = rubric
  // The rubric's own items are the whole until another source is there; the owner says what each is worth.
  const own = totalSources?.own ?? { label: rubric.name, weight: 100 }
  return {
    ...rest,
    ...optional('totalSources', section === 'source' ? (items.length > 0 ? { own, items } : undefined) : totalSources),
    ...optional('bonus', section === 'bonus' ? (items.length > 0 ? { ...bonus, items } : undefined) : bonus),
    ...optional('negative', section === 'negative' ? (items.length > 0 ? { ...negative, items } : undefined) : negative),
    ...optional('vetoes', section === 'veto' ? (items.length > 0 ? items : undefined) : vetoes),
  }
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V })
}
