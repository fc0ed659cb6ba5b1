import { describe, expect, test } from 'vitest'
import { outlineFaults } from '#core/text/outlineFaults'
import { splitOutline } from '#core/text/splitOutline'

function faults(text: string): [string, string, number, number][] {
  return outlineFaults(splitOutline(text), text).map(({ kind, marker, expected, found }) => [kind, marker, expected, found])
}

describe('outlineFaults', () => {
  test('a whole fault: the numbering starts at two', () => {
    const text = '一、做法\n(二)执法。抽查案卷。\n(三)普法'
    expect(outlineFaults(splitOutline(text), text)).toEqual([{ kind: 'missing', depth: 2, marker: '(二)', expected: 1, found: 2, start: 5, end: 10 }])
  })

  test.each<[string, string, [string, string, number, number][]]>([
    ['a gap', '一、甲\n二、乙\n五、戊\n六、己', [['missing', '五、', 3, 5]]],
    ['a repeat', '一、甲\n二、乙\n二、丙\n三、丁', [['repeated', '二、', 3, 2]]],
    ['the first said twice', '一、甲\n一、乙\n二、丙', [['repeated', '一、', 2, 1]]],
    ['disorder', '(一)甲\n(三)丙\n(二)乙\n(四)丁', [['out-of-order', '(二)', 4, 2]]],
    ['a gap and a repeat', '1.甲\n3.丙\n3.丁', [['missing', '3.', 2, 3], ['repeated', '3.', 4, 3]]],
    ['in a paragraph', '做法:一是甲。三是丙。', [['missing', '三是', 2, 3]]],
    ['under one heading only', '一、甲\n(一)子\n(二)丑\n二、乙\n(二)卯', [['missing', '(二)', 1, 2]]],
    ['digits of full width', '\uff11.甲\n\uff13.丙', [['missing', '\uff13.', 2, 3]]],
    ['eleven to thirteen', '一、甲\n二、乙\n三、丙\n四、丁\n五、戊\n六、己\n七、庚\n八、辛\n九、壬\n十、癸\n十一、子\n十三、寅', [['missing', '十三、', 12, 13]]],
  ])('%s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected)
  })

  test.each([
    ['in order', '一、甲\n(一)子。一是多。二是少。\n(二)丑\n1.寅\n2.卯\n二、乙'],
    ['each paragraph begins anew', '一、甲\n一是多。二是少。\n一是快。二是慢。三是稳。'],
    ['a list within another', '一、甲\n一是多。二是办两件事:一是快。二是慢。三是稳。三是好。'],
    ['a second list after the first', '一、甲\n二、乙\n附件:\n一、子\n二、丑'],
    ['digits begin anew below a heading of no number', '1.甲\n2.乙\n另\n1.丙\n2.丁'],
    ['a number in running text', '一、做法。主要是:(一)建立机制;\n(二)抽查案卷;\n(三)开展培训。'],
    ['一是 after a stop that does not count', '做法有(一是多)。二是少。'],
    ['an article of a law', '一、依据第十条第\n(二)项规定办理。\n二、乙'],
    ['no headings', '没有标题。'],
  ])('no fault: %s', (_, text) => {
    expect(faults(text)).toEqual([])
  })
})
