import { afterEach, describe, expect, test } from 'vitest'
import { selectionSpan } from '#features/score/report/selectionSpan'

const text = '甲乙丙丁。\n戊己庚辛。'

/** The page as it is drawn: two paragraphs, the first cut by a mark with its printed number behind it. */
function page(): HTMLElement {
  const root = document.createElement('article')
  root.innerHTML = '<p><span data-start="0">甲乙</span><mark data-start="2">丙丁</mark><button>1</button><span data-start="4">。</span></p><p class="meta">页眉</p><p><span data-start="6">戊己庚辛。</span></p>'
  document.body.append(root)
  return root
}

function range(from: Node, fromOffset: number, to: Node, toOffset: number): Range {
  const made = document.createRange()
  made.setStart(from, fromOffset)
  made.setEnd(to, toOffset)
  return made
}

function textNode(root: Element, selector: string): Node {
  return root.querySelector(selector)!.firstChild!
}

afterEach(() => document.body.replaceChildren())

describe('selectionSpan', () => {
  test('within one stretch', () => {
    const root = page()
    const node = textNode(root, '[data-start="6"]')
    expect(selectionSpan(root, range(node, 1, node, 3), text)).toEqual({ start: 7, end: 9 })
  })

  test('across a mark, its number and two paragraphs: offsets of the cleaned text', () => {
    const root = page()
    const span = selectionSpan(root, range(textNode(root, '[data-start="0"]'), 1, textNode(root, '[data-start="6"]'), 2), text)
    expect(span && [span, text.slice(span.start, span.end)]).toEqual([{ start: 1, end: 8 }, '乙丙丁。\n戊己'])
  })

  test('only the page’s own words: nothing of the report', () => {
    const root = page()
    const node = textNode(root, '.meta')
    expect(selectionSpan(root, range(node, 0, node, 2), text)).toBeNull()
  })

  test('whole paragraphs chosen by their elements', () => {
    const root = page()
    expect(selectionSpan(root, range(root, 0, root, 3), text)).toEqual({ start: 0, end: text.length })
  })
})
