import { expect, test } from 'vitest'
import { reportSizeLimit } from '#exchange/text/decodeText'
import { fileSizeLimit } from '#features/collect/intake/fileSizeLimit'

test('the limit that is told is the limit of the door', () => {
  expect(fileSizeLimit).toBe(reportSizeLimit)
})
