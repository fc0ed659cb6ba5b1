import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashRubric } from '#core/rubric/hashRubric'
import { checkRubric } from '#core/rubric/checkRubric'
import { diffRubrics } from '#core/rubric/diffRubrics'
import { draftFindings } from '#core/rubric/edit/draftFindings'
import { rubricInLanguage } from '#core/rubric/language/rubricInLanguage'
import { textsOf } from '#core/rubric/language/textsOf'
import { withEnglish } from '#core/rubric/language/withEnglish'
import { parseRubric } from '#core/rubric/parseRubric'
import type { Rubric } from '#core/rubric/rubric'
import { deepFreeze } from '../../../builders/deepFreeze'
import { arbitraryRubric } from '../arbitraryRubric'
import { rubricWithEveryRule } from '../rubricWithEveryRule'
import { withEnglishEverywhere } from '../withEnglishEverywhere'

const original = deepFreeze(rubricWithEveryRule)
const translated = deepFreeze(withEnglishEverywhere(original))

/** Every string of a value with its path, ids and codes included. */
function stringsIn(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, field]) => stringsIn(field, `${path}.${name}`))
}

describe('a rubric in two languages', () => {
  test('every text with Chinese in it may carry English, but cue words', () => {
    const chinese = stringsIn(original).filter(([path, text]) => /[一-鿿]/.test(text) && !path.includes('.cueWords.'))
    const found = new Set(textsOf(original).map(({ path }) => `.${path.join('.')}`))
    expect(chinese.filter(([path]) => !found.has(path))).toEqual([])
    expect(found.size).toBeGreaterThan(150)
  })

  test('is read, sound, and shows its English to those who read English', () => {
    expect(parseRubric(translated)).toEqual({ ok: true, value: translated })
    expect(checkRubric(translated)).toEqual([])
    const english = rubricInLanguage(translated, 'en')
    expect(stringsIn(english).filter(([path, text]) => /[一-鿿]/.test(text) && !path.includes('.cueWords.'))).toEqual([])
    expect(JSON.stringify(english)).not.toContain('"en":')
    expect([english.en, english.name, english.groups[0]?.name, english.vetoes?.[0]?.guidance.slice(0, 8)]).toEqual([undefined, 'English 1', 'English 4', 'English '])
    expect(english.groups[0]?.children.map(({ id, full }) => [id, full])).toEqual(original.groups[0]?.children.map(({ id, full }) => [id, full]))
  })

  test('is itself in Chinese; without English it is itself in English, too', () => {
    expect(rubricInLanguage(translated, 'zh')).toBe(translated)
    expect(rubricInLanguage(original, 'en')).toBe(original)
  })

  test('what has no English is shown as it stands', () => {
    const some = withEnglish(withEnglish(original, ['groups', 0, 'name'], 'Rules'), ['groups', 0, 'children', 1, 'rule', 'criterion'], 'On time')
    const shown = rubricInLanguage(some, 'en')
    const { en: _, ...group } = some.groups[0]!
    const [first, second, ...others] = group.children as readonly Extract<Rubric['groups'][number]['children'][number], { kind: 'item' }>[]
    expect(shown).toEqual({ ...original, groups: [{ ...group, name: 'Rules', children: [first, { ...second, rule: { ...original.groups[0]!.children[1]!, ...(second!.rule as object), criterion: 'On time', en: undefined, id: undefined, name: undefined, full: undefined, guidance: undefined, cueWords: undefined, basis: undefined, rule: undefined, kind: 'passFail' } }, ...others] }, ...original.groups.slice(1)] })
    expect(shown.groups[1]).toBe(some.groups[1])
  })

  test('English beside a text that is not there is a problem, and makes none', () => {
    const { summary: _summary, ...basis } = { ...original.bases[0]!, summary: '' }
    const { note: _note, ...short } = basis
    const broken: Rubric = { ...original, bases: [{ ...short, en: { note: 'A note' } }] }
    expect(checkRubric(broken)).toEqual([{ kind: 'translates-nothing', path: 'bases[0].en.note' }])
    expect(rubricInLanguage(broken, 'en').bases).toEqual([short])
  })

  test('English is wording: another rubric of the same structure', () => {
    expect(hashRubric(translated).structureHash).toBe(hashRubric(original).structureHash)
    expect(hashRubric(translated).hash).not.toBe(hashRubric(original).hash)
    const difference = diffRubrics(original, translated)
    expect(difference.overall).toBe('wording')
    expect(new Set(difference.nodes.flatMap(({ changes }) => changes))).toEqual(new Set(['reworded']))
    expect(new Set([...difference.fields, ...difference.nodes.flatMap(({ fields }) => fields)].map(({ kind }) => kind))).toEqual(new Set(['wording']))
    expect(diffRubrics(translated, withEnglish(translated, ['groups', 0, 'name'], 'Other')).nodes.map(({ fields }) => fields)).toEqual([
      [{ path: ['en', 'name'], kind: 'wording', before: 'English 4', after: 'Other' }],
    ])
  })

  test('no English, or English everywhere, is no reminder; some is, at the nodes that lack it', () => {
    const places = (rubric: Rubric): string[] => draftFindings(rubric).flatMap((finding) => (finding.severity === 'warning' && finding.kind === 'partly-translated' ? [finding.place] : []))
    expect([places(original), places(translated)]).toEqual([[], []])
    expect(places(withEnglish(translated, ['groups', 2, 'children', 0, 'name'], null))).toEqual(['groups[2].children[0]'])
    expect(places(withEnglish(translated, ['bases', 0, 'short'], null))).toEqual([''])
  })

  test('any rubric: English that is taken away again leaves the rubric as it was', () => {
    fc.assert(fc.property(arbitraryRubric, (rubric) => {
      const bare = textsOf(rubric).reduce((each, { path }) => withEnglish(each, path, null), rubric)
      expect(JSON.stringify(bare)).not.toContain('"en":{')
      const back = textsOf(rubric).reduce((each, { path, english }) => withEnglish(each, path, english), bare)
      expect(back).toEqual(rubric)
    }), { numRuns: 100 })
  })
})

test('withEnglish: a path that leads nowhere changes nothing', () => {
  for (const path of [['nowhere'], ['groups', 99, 'name'], ['groups', 0, 'children', 0, 'rule', 'label']]) expect(withEnglish(original, path, 'x')).toEqual(original)
})
