import type { ItemId } from '#core/ids'
import { pointsOf } from '#core/points'
import { allItems } from '#core/rubric/allItems'
import { makeJudge } from '#core/rubric/proposal/composeJudge'
import type { DraftItem, RubricDraft } from '#core/rubric/proposal/draftRubric'
import type { Rubric, RubricNode, Rule } from '#core/rubric/rubric'

/** adopt: the proposed rule; keep: an assessor judges by the wording as it stands. */
export type Decision = 'adopt' | 'keep'

/** By itemKey, so that a decision outlives a change of the columns as long as its item stays the same. */
export type Decisions = ReadonlyMap<string, Decision>

/** An item of the table with what a person needs to decide on it. */
export interface ReviewedItem {
  readonly key: string
  readonly draft: DraftItem
  readonly name: string
  readonly full: number
}

export function reviewedItems({ rubric, items }: RubricDraft): ReviewedItem[] {
  const byId = new Map(allItems(rubric).map((item) => [item.id, item]))
  return items.flatMap((draft) => {
    const item = byId.get(draft.id)
    return item === undefined ? [] : [{ key: JSON.stringify([draft.id, item.name, item.full, draft.standard]), draft, name: item.name, full: item.full }]
  })
}

/** What was decided. Of a wording that was not understood there is nothing to adopt: it is kept as it stands. */
export function decisionOn({ key, draft }: ReviewedItem, decisions: Decisions): Decision | null {
  return draft.proposal.confidence === 'not-understood' ? 'keep' : (decisions.get(key) ?? null)
}

/** Decides all that are still open and pass; decisions taken one by one stay. */
export function decideOpen(items: readonly ReviewedItem[], decisions: Decisions, decision: Decision, which: (item: ReviewedItem) => boolean): Decisions {
  return new Map([...decisions, ...items.filter((item) => decisionOn(item, decisions) === null && which(item)).map(({ key }) => [key, decision] as const)])
}

/** The rubric with the rules that were decided on; null while any item is open. */
export function decidedRubric(draft: RubricDraft, decisions: Decisions): Rubric | null {
  const rules = new Map<ItemId, Rule>()
  for (const item of reviewedItems(draft)) {
    const decision = decisionOn(item, decisions)
    if (decision === null) return null
    rules.set(item.draft.id, decision === 'adopt' ? item.draft.proposal.rule : makeJudge({ standard: item.draft.standard, full: pointsOf(item.full) }))
  }
  const decided = (node: RubricNode): RubricNode => (node.kind === 'item' ? { ...node, rule: rules.get(node.id) ?? node.rule } : { ...node, children: node.children.map(decided) })
  return { ...draft.rubric, groups: draft.rubric.groups.map((group) => ({ ...group, children: group.children.map(decided) })) }
}

/** The wording in pieces, those that were read into the rule marked. */
export function markedPieces({ standard, proposal }: DraftItem): { readonly text: string; readonly used: boolean }[] {
  const pieces: { text: string; used: boolean }[] = []
  let at = 0
  for (const { start, end } of proposal.understood) {
    pieces.push({ text: standard.slice(at, start), used: false }, { text: standard.slice(start, end), used: true })
    at = end
  }
  return [...pieces, { text: standard.slice(at), used: false }].filter(({ text }) => text !== '')
}
