import { expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { readDraftFile } from '#features/rubrics/readDraftFile'
import { fileNameOf } from '#features/rubrics/rubricFile'

const rubric = aRubric([aGroup('A', 2, [anItem('A1', 2)])])

function read(text: string): ReturnType<typeof readDraftFile> {
  return readDraftFile(new File([text], 'x.json'))
}

test('what was exported is read again, unsound or not', async () => {
  expect(await read(JSON.stringify(rubric, null, 2))).toEqual({ ok: true, value: rubric })
  const unsound = { ...rubric, full: 7, name: '' }
  expect(await read(`\ufeff${JSON.stringify(unsound)}`)).toEqual({ ok: true, value: unsound })
})

test('a refusal says where and why', async () => {
  expect(await read(' ')).toEqual({ ok: false, problem: { kind: 'empty' } })
  expect(await read('{\n"format": 1,\n}')).toMatchObject({ ok: false, problem: { kind: 'not-json', line: 3 } })
  expect(await read(JSON.stringify({ ...rubric, groups: [{ ...rubric.groups[0], full: '2' }] }))).toEqual({
    ok: false, problem: { kind: 'refused', problems: [{ kind: 'wrong-type', path: 'groups[0].full', expected: 'number' }] },
  })
})

test('file names have what every file system takes', () => {
  expect(fileNameOf({ ...rubric, name: '评估/体系: "甲"', version: '2025.1' })).toBe('评估体系 甲 2025.1.json')
  expect(fileNameOf({ ...rubric, name: '', version: '' })).toBe('test.json')
})
