import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareVersions } from '#core/evidence/compareVersions'
import { findAlterations } from '#core/evidence/findAlterations'

function read(before: string, after: string): string[] {
  return compareVersions(before, after).map(({ kind, before: old, after: now }) => `${kind} ${old ? before.slice(old.start, old.end) : '-'} → ${now ? after.slice(now.start, now.end) : '-'}`)
}

describe('compareVersions', () => {
  test('what stands, what came, what went, what was changed', () => {
    const before = '甲市报告\n全年培训执法人员3次，参训200人次。\n公开行政规范性文件12件。\n普法形式较为单一。\n'
    const after = '甲市报告\n\n　　全年培训执法人员4次，参训200人次。\n新设立法联系点2个。\n普法形式较为单一。'
    expect(read(before, after)).toEqual([
      'same 甲市报告 → 甲市报告',
      'changed 全年培训执法人员3次，参训200人次。 → 全年培训执法人员4次，参训200人次。',
      'removed 公开行政规范性文件12件。 → -',
      'added - → 新设立法联系点2个。',
      'same 普法形式较为单一。 → 普法形式较为单一。',
    ])
  })

  test('what was put in another order is moved, not removed and added', () => {
    expect(read('甲。\n乙乙。\n丙丙丙。\n丁。', '丁。\n甲。\n乙乙。\n丙丙丙。')).toEqual(['moved 丁。 → 丁。', 'same 甲。 → 甲。', 'same 乙乙。 → 乙乙。', 'same 丙丙丙。 → 丙丙丙。'])
  })

  test('lines that occur several times are matched in their places', () => {
    expect(read('表\n一\n表\n二\n表', '表\n一\n表\n三\n表')).toEqual(['same 表 → 表', 'same 一 → 一', 'same 表 → 表', 'removed 二 → -', 'added - → 三', 'same 表 → 表'])
  })

  test('of two alike, the likest is the one that was changed', () => {
    expect(read('抽查案卷180宗。\n抽查食品180批次，合格170批次。', '抽查食品190批次，合格170批次。\n抽查案卷181宗。')).toEqual([
      'changed 抽查食品180批次，合格170批次。 → 抽查食品190批次，合格170批次。',
      'changed 抽查案卷180宗。 → 抽查案卷181宗。',
    ])
  })

  test('nothing on either side', () => {
    expect([read('', ''), read('', '甲'), read('甲\n \n', '\n\n')]).toEqual([[], ['added - → 甲'], ['removed 甲 → -']])
  })

  test('every paragraph of both is told of exactly once (property)', () => {
    const line = fc.constantFrom('甲乙丙', '甲乙丁', '一', '', '戊己庚辛', '戊己庚壬')
    fc.assert(fc.property(fc.array(line), fc.array(line), (a, b) => {
      const [before, after] = [a.join('\n'), b.join('\n')]
      const passages = compareVersions(before, after)
      const old = passages.flatMap(({ before: stretch }) => (stretch ? [stretch] : [])).sort((x, y) => x.start - y.start).map(({ start, end }) => before.slice(start, end))
      const now = passages.flatMap(({ after: stretch }) => (stretch ? [after.slice(stretch.start, stretch.end)] : []))
      expect(now).toEqual(b.filter((words) => words !== ''))
      expect(old).toEqual(a.filter((words) => words !== ''))
      expect(passages.filter(({ kind }) => kind === 'same').every(({ before: x, after: y }) => before.slice(x!.start, x!.end) === after.slice(y!.start, y!.end))).toBe(true)
    }))
  })

  test('a text against itself is the same throughout (property)', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('甲', '乙丙', '', '甲 ')), (lines) => {
      expect(compareVersions(lines.join('\n'), lines.join('\n')).every(({ kind, before, after }) => kind === 'same' && before?.start === after?.start)).toBe(true)
    }))
  })
})

describe('findAlterations', () => {
  const show = (before: string, after: string): string => findAlterations(before, after).map(({ kind, before: a, after: b }) => (kind === 'added' ? `+${after.slice(b.start, b.end)}` : `${kind === 'removed' ? '-' : '='}${before.slice(a.start, a.end)}`)).join(' ')

  test('only what differs', () => {
    expect([show('开会3次', '开会4次'), show('甲', '甲'), show('', '甲'), show('甲乙', ''), show('', '')]).toEqual(['=开会 -3 +4 =次', '=甲', '+甲', '-甲乙', ''])
    expect(show('受理57件，审结52件。', '受理57件，审结50件，撤回2件。')).toBe('=受理57件，审结5 +0件，撤回 =2件。')
  })

  test('a lone equal character between changes is no island', () => {
    expect(show('甲的乙丙丁', '戊的己丙丁')).toBe('-甲的乙 +戊的己 =丙丁')
  })

  test('surrogate pairs stay whole', () => {
    expect(show('字𠮷号', '字𠮶号')).toBe('=字 -𠮷 +𠮶 =号')
  })

  test('too many changes are one replacement', () => {
    const [a, b] = ['甲乙'.repeat(700), '丙丁'.repeat(700)]
    expect(findAlterations(a, b).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })

  test('both texts can be put together again (property)', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '𠮷') })
    fc.assert(fc.property(text, text, (before, after) => {
      const found = findAlterations(before, after)
      expect(found.filter(({ kind }) => kind !== 'added').map(({ before: a }) => before.slice(a.start, a.end)).join('')).toBe(before)
      expect(found.filter(({ kind }) => kind !== 'removed').map(({ after: b }) => after.slice(b.start, b.end)).join('')).toBe(after)
      expect(found.filter(({ kind }) => kind === 'same').every(({ before: a, after: b }) => before.slice(a.start, a.end) === after.slice(b.start, b.end))).toBe(true)
    }))
  })
})
