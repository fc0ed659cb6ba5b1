import type { AnswerGiven } from './driver.js'

/**
 * An answer to every item of the shipped rubric, with the points that METHOD §4 gives for it, worked out by hand.
 * Sums: A 8.6 · B 9.2 · C 27.65 · D 20/3 · E 8 · F 5 · G 3.625 of 99 applicable: 68.7416… × 100 ÷ 99 = 69.436… → 69.44.
 */
export const answers: readonly { readonly item: string; readonly answer: AnswerGiven | null; readonly note?: string; readonly points: string | null }[] = [
  { item: 'A1', answer: { date: '2024-04-15' }, points: '3.00' },
  { item: 'A2', answer: { date: '2024-01-29' }, points: '2.00' },
  { item: 'A3', answer: { marks: { column: 1, search: 0.5, archive: 0 } }, points: '1.50' },
  { item: 'A4', answer: { events: { 'no-title': 1 } }, note: '正文没有题名', points: '1.50' },
  { item: 'A5', answer: { events: { typo: 2 } }, points: '0.60' },
  { item: 'B1', answer: { marks: { measures: 2, shortcomings: 1, leader: 2, plan: 0.5 } }, points: '5.50' },
  { item: 'B2', answer: { value: 3.8 }, points: '0.60' },
  { item: 'B3', answer: { value: 6.4 }, points: '1.10' },
  { item: 'B4', answer: { value: 3507 }, points: '2.00' },
  { item: 'C1', answer: { level: '有事项' }, points: '2.10' },
  { item: 'C2', answer: { level: '有事项且有数据或结果' }, points: '4.00' },
  { item: 'C3', answer: { marks: { making: 0.5, review: 0.5, filing: 1, cleanup: 1 } }, points: '3.00' },
  { item: 'C4', answer: { marks: { catalogue: 0.5, steps: 0.4, opinions: 0, counsel: 1 } }, points: '1.90' },
  { item: 'C5', answer: { marks: { systems: 1, oversight: 0.5, staff: 1, fields: 1, methods: 0.5 } }, points: '4.00' },
  { item: 'C6', answer: { level: '有事项' }, points: '1.40' },
  { item: 'C7', answer: { marks: { 'review-cases': '不适用', 'review-results': '不适用', lawsuits: 1, losses: 0.5, appearance: 1, mediation: 1 } }, points: '5.25' },
  { item: 'C8', answer: { marks: { proposals: 1, audits: 0.5, requests: 0, disclosure: 1 } }, points: '2.50' },
  { item: 'C9', answer: { level: '有事项且有数据或结果' }, points: '2.00' },
  { item: 'C10', answer: { marks: { leaders: 0.5, staff: 1 } }, points: '1.50' },
  { item: 'D1', answer: { subItems: ['empty', 'field', 'field'] }, note: '第一条为套话', points: '1.67' },
  { item: 'D2', answer: { events: { problem: 3 } }, points: '1.50' },
  { item: 'D3', answer: { level: '笼统' }, points: '2.00' },
  { item: 'D4', answer: { level: '提及' }, points: '1.50' },
  { item: 'E1', answer: { marks: { party: 1, government: 1 } }, points: '2.00' },
  { item: 'E2', answer: { marks: { deploy: 1, ask: 0.5, coordinate: 0, supervise: 1 } }, points: '2.50' },
  { item: 'E3', answer: { level: '有对象和形式' }, points: '1.50' },
  { item: 'E4', answer: { level: '有次数或内容' }, points: '2.00' },
  { item: 'F1', answer: { subItems: ['vague', 'named', 'measurable'] }, points: '2.00' },
  { item: 'F2', answer: { numerator: 2, denominator: 3 }, points: '2.00' },
  { item: 'F3', answer: { passed: true }, points: '1.00' },
  { item: 'G1', answer: { value: 7 }, points: '1.00' },
  { item: 'G2', answer: { events: {} }, points: '2.00' },
  { item: 'G3', answer: { value: 11 }, points: '0.63' },
  { item: 'G4', answer: null, note: '比对集为空', points: null },
]

export const total = '69.44'

/** Points that no two decimals hold, as the workbook's cells carry them. */
export const unrounded: Readonly<Record<string, number>> = { D1: 5 / 3, G3: 0.625 }
