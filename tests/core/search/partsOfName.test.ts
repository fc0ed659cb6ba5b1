import { expect, test } from 'vitest'
import { partsOfName } from '#core/search/partsOfName'

test.each([
  ['推进法治政府建设的主要举措和成效', ['measures']],
  ['主要做法', ['measures']],
  ['存在的问题及原因', ['problems']],
  ['短板弱项', ['problems']],
  ['2025年主要工作安排', ['plan']],
  ['下步打算', ['plan']],
  ['存在的问题和下一步打算', ['plan', 'problems']],
  ['党政主要负责人履行推进法治建设第一责任人职责情况', ['leader']],
  ['加强组织领导', []],
  ['', []],
])('%s', (heading, themes) => {
  expect(partsOfName(heading)).toEqual(themes)
})
