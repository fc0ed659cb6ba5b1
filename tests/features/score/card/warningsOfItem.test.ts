import { expect, test } from 'vitest'
import { anItem } from '../../../builders/aRubric'
import type { ItemId } from '#core/ids'
import { warningsOfItem } from '#features/score/card/warningsOfItem'

test('a warning stands on the card of every item concerned and names the others in the order of the rubric', () => {
  const items = ['A', 'B', 'C'].map((id) => anItem(id, 1))
  const warning = { rule: 'w', message: '请核对', items: ['A' as ItemId], because: ['C' as ItemId] }
  const shown = ['A', 'B', 'C'].map((id) => warningsOfItem([warning], items, id as ItemId).map(({ others }) => others.map(({ name }) => name)))
  expect(shown).toEqual([[['项目 C']], [], [['项目 A']]])
})
