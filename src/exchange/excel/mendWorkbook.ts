import { strFromU8, strToU8 } from 'fflate'
import { listZipParts, unpackPart } from '#exchange/excel/zipParts'
import { replaceZipPart } from '#exchange/excel/replaceZipPart'

const noCaps = { parts: 65_535, totalBytes: Number.MAX_SAFE_INTEGER, ratio: Number.MAX_SAFE_INTEGER }
const workbookPart = 'xl/workbook.xml'

/**
 * What hucre 1.0.0 writes otherwise than we want, mended in the finished file; the other parts are copied as they are packed.
 *
 * calcPr fullCalcOnLoad="1" makes Excel recompute on opening and ask to save on closing. Our cached values are true, so the file opens
 * as it is; a formula is still recomputed as soon as something that it reads changes.
 */
export function mendWorkbook(bytes: Uint8Array): Uint8Array {
  const parts = listZipParts(bytes, noCaps)
  const part = parts.ok ? parts.value.find(({ name }) => name === workbookPart) : undefined
  const xml = part && unpackPart(part)
  if (!xml?.ok) throw new Error('the workbook that was just written cannot be read')
  return replaceZipPart(bytes, workbookPart, strToU8(strFromU8(xml.value).replace(/<calcPr [^>]*\/>/, '<calcPr calcId="191029"/>')))
}
