import { sha256OfText } from '#core/digest/sha256OfText'
import type { Sha256 } from '#core/ids'
import { cleanPages } from '#core/text/cleanText'
import { findPublishedDay, findSignedDay } from '#core/text/findDays'
import { findDocumentKind } from '#core/text/findDocumentKind'
import { findReportYear } from '#core/text/findReportYear'
import { findSignature } from '#core/text/findSignature'
import { findSourceAddress, withPageDay } from '#core/text/findSource'
import { findTitle } from '#core/text/findTitle'
import { findUnit } from '#core/text/findUnit'
import { findUnitCode } from '#core/text/findUnitCode'
import type { RawDocument } from '#core/text/rawDocument'
import type { Proposed, ReportProposal } from '#core/text/reportProposal'
import { splitOutline } from '#core/text/splitOutline'

/**
 * Cleans what a reader made of a file and reads title, unit, year and days out of it, each with the place it was found and how sure
 * that is, for a person to confirm. Nothing is guessed silently: what a careful reader would not swear to is 'doubtful', what is not
 * there is 'missing'. Days that contradict each other or the year (published before signed, signed before the year) become doubtful.
 * @example proposeReport({ fileName: 'a.txt', sizeBytes: 12, bytesHash }, raw).year.value // 2023
 */
export function proposeReport(file: { readonly fileName: string; readonly sizeBytes: number; readonly bytesHash: Sha256 }, raw: RawDocument): ReportProposal {
  const { text, residue, pages } = cleanPages(raw.text, raw.pages)
  const { fileName } = file
  const head = findTitle(text)
  const outline = splitOutline(text)
  const signature = findSignature(text)
  const signed = findSignedDay(head, signature)
  const published = withPageDay(findPublishedDay(text, head), raw.published)
  const year = findReportYear({ fileName, text, head, outline, signedYear: signed.value === null ? null : yearOf(signed.value) })
  const unit = findUnit({ fileName, text, head, signature })
  const placed = findUnitCode(unit, text)
  const isSignedOddly = signed.value !== null && year.value !== null && (yearOf(signed.value) < year.value || yearOf(signed.value) > year.value + 1)
  const isPublishedOddly = published.value !== null && signed.value !== null && published.value < signed.value
  return {
    ...file,
    format: raw.format,
    encoding: raw.encoding,
    textHash: sha256OfText(text),
    text,
    residue,
    pages,
    title: titleOrPageTitle(head.title, raw.title),
    unitName: unit.name,
    unitKind: unit.kind,
    unitLevel: placed.level,
    unitCode: placed.code,
    unitPlaces: placed.places,
    year,
    signedOn: isSignedOddly ? inDoubt(signed) : signed,
    publishedOn: isPublishedOddly ? inDoubt(published) : published,
    sourceAddress: findSourceAddress(text, raw.address),
    documentKind: findDocumentKind({ fileName, text, head, outline }),
  }
}

/** The page's own title (<title>, document property) where the text has none; it often carries the name of the site, hence doubtful. */
function titleOrPageTitle(title: Proposed<string>, pageTitle: string | null): Proposed<string> {
  const words = pageTitle?.trim() ?? ''
  return title.value !== null || words === '' ? title : { value: words, place: null, confidence: 'doubtful', source: 'page-metadata' }
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

function inDoubt<T>(proposed: Proposed<T>): Proposed<T> {
  return proposed.confidence === 'certain' ? { ...proposed, confidence: 'doubtful' } : proposed
}
