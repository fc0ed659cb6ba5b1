import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { flattenItems } from '#core/rubric/flattenItems'
import { hashRubric } from '#core/rubric/hashRubric'
import { isUntranslated, textsOf } from '#core/rubric/language/textsOf'
import { shippedRubrics } from '#workflows/shippedRubrics'
import projectWords from '#features/projects/messages.zh.json'
import projectWordsInEnglish from '#features/projects/messages.en.json'
import { itemsOutside, loadShipped } from './loadShipped'

/** What each rubric holds: its name, items, points of the dimensions, what stands beside the base total, and its pinned hashes. */
const contents: Record<string, object> = {
  'annual-report-quality': {
    name: '年度报告文本质量', items: 34, beside: [4, 2, 4],
    dimensions: 'A 12, B 14, C 36, D 14, E 10, F 8, G 6',
    hash: 'f38599e38b455340231d7e5f2e1412b2fc197e45fef35e0495bbbc2f25a38b7e',
    structureHash: '0c1e7937817919e9002d319dc6880eaaac265e7ba76f342974c0d0ad32c863c1',
  },
  'law-based-government-2021': {
    name: '法治政府建设综合评估', items: 42, beside: [2, 3, 2],
    dimensions: 'L1 14, L2 10, L3 10, L4 18, L5 12, L6 14, L7 6, L8 8, L9 8',
    hash: 'ce6cbf28d800d83882dcf089ec3b44c70388ea0a21a51a5e333c2a7454c2892a',
    structureHash: 'a94149215bf8fd32ca0562403f921bca9d148e0c577d5ef0c962003834fbdedd',
  },
  'county-annual-assessment': {
    name: '县级年度法治建设考核', items: 34, beside: [3, 4, 4],
    dimensions: 'A 16, B 14, C 14, D 20, E 18, F 8, G 10',
    hash: '39296e9b3d69e3b069eff494093150d8cc9fc0e3da14b01909005c7499f75bb1',
    structureHash: 'c285bc9137777f916225ca5810e5b26be4b05b3f08890f3075593e34c1440ef9',
  },
  'case-file-review': {
    name: '行政执法案卷评查', items: 20, beside: [0, 0, 6],
    dimensions: 'A 14, B 26, C 30, D 16, E 14',
    hash: '5bebcad919a6bbea54f26582f94c0cda186532b4fff3fba9264b1d14defe28a6',
    structureHash: '36526081d4f41f0d4d0951eb46588fa07ddca839c2a06d5ae991631a096940dc',
  },
  'accountability-report-review': {
    name: '主要负责人述法评议', items: 11, beside: [0, 0, 3],
    dimensions: 'A 30, B 50, C 20',
    hash: '65574db1e8fac8f7507483dfb1a66046df6a20988fc5f9e130d2d8f67dd915ed',
    structureHash: 'fa36c660da43281533649536fb0cb2b4f9991c3ad468eff2a6df8bb43b54d2b7',
  },
  'public-satisfaction': {
    name: '人民满意度测评', items: 14, beside: [0, 0, 1],
    dimensions: 'A 20, B 16, C 24, D 16, E 12, F 12',
    hash: '51760a8a6a17d816a528ac1ce88d85e7a864d374094e70f7e8525f6efb5efdb1',
    structureHash: '1bb65837f7b248c9758e0d732afd219713dc5e3672994d58a738cdbd3825086f',
  },
}

const keys = Object.keys(contents)

describe('the rubrics that ship', () => {
  test('are the files of rubrics/, in the order of the picker, which has a word for each', async () => {
    const files = readdirSync('rubrics').filter((name) => name.endsWith('.json') && name !== 'rubric.schema.json').map((name) => name.replace('.json', ''))
    expect(shippedRubrics.map(({ key }) => key)).toEqual(keys)
    expect([...keys].sort()).toEqual(files.sort())
    expect(Object.keys(projectWords.rubric.shipped)).toEqual(keys)
    expect(Object.keys(projectWordsInEnglish.rubric.shipped)).toEqual(keys)
    for (const { key, load } of shippedRubrics) expect((await load()).key).toBe(key)
  })

  test.each(keys)('%s holds what it says, under its pinned hashes', (key) => {
    const rubric = loadShipped(key)
    expect({
      name: rubric.name,
      items: flattenItems(rubric).length,
      dimensions: rubric.groups.map(({ id, full }) => `${id} ${full}`).join(', '),
      beside: [rubric.bonus?.items.length ?? 0, rubric.negative?.items.length ?? 0, rubric.vetoes?.length ?? 0],
      ...hashRubric(rubric),
    }).toEqual(contents[key])
    expect(rubric.full).toBe(100)
  })

  test.each(keys)('%s explains every item in two to six sentences', (key) => {
    const rubric = loadShipped(key)
    const found = [...flattenItems(rubric), ...itemsOutside(rubric)].filter(({ guidance }) => {
      const sentences = guidance.match(/。/g)?.length ?? 0
      return sentences < 2 || sentences > 6 || !guidance.endsWith('。') || guidance.length < 60
    })
    expect(found.map(({ id }) => id)).toEqual([])
  })

  test.each(keys)('%s: every item rests on a basis, and article numbers are marked as not checked against the originals', (key) => {
    const rubric = loadShipped(key)
    const items = [...flattenItems(rubric), ...itemsOutside(rubric)]
    const references = items.flatMap(({ id, basis }) => basis.map((reference) => ({ id, ...reference })))
    expect(references.filter(({ place, checked }) => (place === undefined) !== checked)).toEqual([])
    expect(items.filter(({ basis }) => basis.length === 0).map(({ id }) => id)).toEqual([])
    const used = new Set(references.map(({ basis }) => basis))
    expect(rubric.bases.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([])
  })

  test.each(keys)('%s: items that mention another name an item that exists', (key) => {
    const rubric = loadShipped(key)
    const items = [...flattenItems(rubric), ...itemsOutside(rubric)]
    const ids = new Set(items.map(({ id }) => id as string))
    const texts = [...items.map(({ id, guidance }) => ({ id: id as string, text: guidance })), ...(rubric.consistency ?? []).map(({ id, message }) => ({ id, text: message }))]
    const mentions = texts.flatMap(({ id, text }) => [...text.matchAll(/(?<![A-Za-z0-9-])[A-Z]\d{1,2}(?:-\d{1,2})?(?![A-Za-z0-9])/g)].map((match) => ({ id, mentions: match[0] })))
    expect(mentions.length).toBeGreaterThan(0)
    expect(mentions.filter((mention) => !ids.has(mention.mentions))).toEqual([])
  })

  test.each(keys)('%s has English: the first one everywhere, the others at least for every name', (key) => {
    const named = (path: readonly (string | number)[]) => path.at(-1) === 'name' || path.at(-1) === 'summary'
    const missing = textsOf(loadShipped(key)).filter(isUntranslated).filter(({ path }) => key === 'annual-report-quality' || named(path))
    expect(missing).toEqual([])
    // Nothing was left as it stands, and nothing mixes the two.
    const chinese = textsOf(loadShipped(key)).filter(({ english }) => english !== null && /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(english))
    expect(chinese).toEqual([])
  })

  test.each(keys)('%s: consistency rules are told apart and are about items', (key) => {
    const { consistency = [] } = loadShipped(key)
    expect(consistency.length).toBeGreaterThan(2)
    expect(new Set(consistency.map(({ id }) => id)).size).toBe(consistency.length)
  })
})

const reportsPath = '../shared/reports'

test.skipIf(!existsSync(reportsPath)).each(keys)('%s copies nothing from the reports (needs ../shared)', (key) => {
  const rubric = loadShipped(key)
  const reports = readdirSync(reportsPath).map((name) => readFileSync(`${reportsPath}/${name}`, 'utf8').replace(/\s/g, '')).join('')
  const titles = rubric.bases.map((basis) => basis.title).join('')
  const words = [...JSON.stringify(rubric).matchAll(/"(?:summary|guidance|criterion|label|passage|reason|ruling|message|when)":"([^"]*)"/g)].map((match) => match[1] ?? '')
  const shared = words.flatMap((text) => Array.from({ length: Math.max(0, text.length - 11) }, (_, start) => text.slice(start, start + 12)))
    .filter((run) => reports.includes(run) && !titles.includes(run))
  expect(shared).toEqual([])
})
