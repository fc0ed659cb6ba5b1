import { expect, test } from 'vitest'
import type { ItemId, UnitId } from '#core/ids'
import { rankProject } from '#core/ranking/rankProject'
import { defaultSettings } from '#core/records/projectRecord'
import { rankingInLanguage } from '#core/rubric/language/rankingInLanguage'
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
  return rankProject(rubric, { year: 2024, settings: defaultSettings }, units, () => marks)
}

test('a ranking names what is translated in English and is otherwise the same', () => {
  const [ranking] = rank(translated)
  const shown = rankingInLanguage(ranking!, translated, 'en')
  const row = shown.rows[0]!
  expect([row.name, row.tree.groups[0]?.name, row.tree.groups[0]?.children.map(({ name }) => name), row.tree.bonus.map(({ name }) => name)]).toEqual(['甲县', 'Dimension A', [plain.groups[0]!.children[0]!.name, 'Second'], ['Bonus']])
  // Nothing but names differs: with those of the same rubric in Chinese it is the ranking again.
  const back = rankingInLanguage(shown, { ...translated, name: plain.name, groups: plain.groups.map((group) => ({ ...group, en: { name: group.name }, children: group.children.map((child) => ({ ...child, en: { name: child.name } })) })), bonus: { items: plain.bonus!.items.map((item) => ({ ...item, en: { name: item.name } })) } } as Rubric, 'en')
  expect(back).toEqual(ranking)
})

test('Chinese, or a rubric without English, gives the ranking itself', () => {
  const [ranking] = rank(plain)
  expect(rankingInLanguage(ranking!, plain, 'en')).toBe(ranking)
  expect(rankingInLanguage(ranking!, translated, 'zh')).toBe(ranking)
})
