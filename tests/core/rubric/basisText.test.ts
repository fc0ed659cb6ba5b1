import { expect, test } from 'vitest'
import { basisText } from '#core/rubric/basisText'

test('a place in Latin letters is set off, one in Chinese is not, none leaves nothing behind', () => {
  expect([basisText('督察规定', '第二十五条'), basisText('Inspection Provisions', 'Article 25'), basisText('纲要', undefined)]).toEqual(['督察规定第二十五条', 'Inspection Provisions Article 25', '纲要'])
})
