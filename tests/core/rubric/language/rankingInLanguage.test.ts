import { expect, test } from 'vitest'
import type { ItemId, UnitId } from '#core/ids'
import { rankProjectWithTrees } from '#core/ranking/rankProject'
import { defaultSettings } from '#core/records/projectRecord'
import { rankingInLanguage } from '#core/rubric/language/rankingInLanguage'
import { treeInLanguage } from '#core/rubric/language/treeInLanguage'
import { withEnglish } from '#core/rubric/language/withEnglish'
import type { Rubric } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'
import { aGroup, anItem, aRubric } from '../../../builders/aRubric'
import { deepFreeze } from '../../../builders/deepFreeze'

const plain = aRubric([aGroup('A', 10, [anItem('A1', 4), anItem('A2', 6)])], { bonus: { items: [anItem('P1', 2)] } })
const english: readonly (readonly [readonly (string | number)[], string])[] = [
  [['groups', 0, 'name'], 'Dimension A'], [['groups', 0, 'children', 1, 'name'], 'Second'], [['bonus', 'items', 0, 'name'], 'Bonus'],
]
const translated: Rubric = deepFreeze(english.reduce((rubric, [path, text]) => withEnglish(rubric, path, text), plain))

function rank(rubric: Rubric) {
  const marks = new Map<ItemId, { state: ItemState; answer: Answer | null }>([['A1' as ItemId, { state: 'scored', answer: { kind: 'judge', points: 3 } }]])
  const units = [{ id: 'A1' as UnitId, name: '甲县', kind: 'government' as const, level: 'county' as const, group: '', position: 0 }]
  return rankProjectWithTrees(rubric, { year: 2024, settings: defaultSettings }, units, () => marks)
}

/** The same names as English, so that the way back can be compared. */
const chinese: Rubric = {
  ...translated,
  groups: plain.groups.map((group) => ({ ...group, en: { name: group.name }, children: group.children.map((child) => ({ ...child, en: { name: child.name } })) })),
  bonus: { items: plain.bonus!.items.map((item) => ({ ...item, en: { name: item.name } })) },
}

test('a ranking names its dimensions in English and is otherwise the same', () => {
  const ranking = rank(translated).rankings[0]!
  const shown = rankingInLanguage(ranking, translated, 'en')
  expect([shown.rows[0]!.name, shown.rows[0]!.tree.groups[0]?.name]).toEqual(['甲县', 'Dimension A'])
  expect(rankingInLanguage(shown, chinese, 'en')).toEqual(ranking)
})

test('a tree names everything that is translated', () => {
  const tree = rank(translated).trees.get('A1' as UnitId)!
  const shown = treeInLanguage(tree, translated, 'en')
  expect([shown.groups[0]?.name, shown.groups[0]?.children.map(({ name }) => name), shown.bonus.map(({ name }) => name)]).toEqual(['Dimension A', [plain.groups[0]!.children[0]!.name, 'Second'], ['Bonus']])
  expect(treeInLanguage(shown, chinese, 'en')).toEqual(tree)
})

test('and the own items as a source of the total', () => {
  const source = anItem('S', 10, undefined, { weight: 50, en: { name: 'Survey' } } as Partial<ReturnType<typeof anItem>>)
  const sourced = { ...translated, totalSources: { own: { label: '书面', weight: 50, en: { label: 'Written' } }, items: [source] } }
  const shown = treeInLanguage(rank(sourced).trees.get('A1' as UnitId)!, sourced, 'en')
  expect([shown.sources?.label, shown.sources?.items[0]?.name]).toEqual(['Written', 'Survey'])
})

test('Chinese, or a rubric without English, gives the ranking and the tree themselves', () => {
  const { rankings, trees } = rank(plain)
  const tree = trees.get('A1' as UnitId)!
  expect(rankingInLanguage(rankings[0]!, plain, 'en')).toBe(rankings[0])
  expect(rankingInLanguage(rankings[0]!, translated, 'zh')).toBe(rankings[0])
  expect([treeInLanguage(tree, plain, 'en'), treeInLanguage(tree, translated, 'zh')].every((same) => same === tree)).toBe(true)
})
