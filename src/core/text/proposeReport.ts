import type { Sha256 } from '#core/ids'
import type { TextEncodingName } from '#core/records/reportRecord'
import type { CleanedText } from '#core/text/cleanText'
import { findPublishedDay, findSignedDay } from '#core/text/findDays'
import { findReportYear } from '#core/text/findReportYear'
import { findSignature } from '#core/text/findSignature'
import { findTitle } from '#core/text/findTitle'
import { findUnit } from '#core/text/findUnit'
import type { Proposed, ReportProposal } from '#core/text/reportProposal'
import { splitOutline } from '#core/text/splitOutline'

/**
 * Reads title, unit, year and days out of a cleaned report, each with the place it was found and how sure that is, for a person to
 * confirm. Nothing is guessed silently: what a careful reader would not swear to is 'doubtful', what is not there is 'missing'.
 * Days that contradict each other or the year (published before signed, signed before the year) become doubtful.
 * @example proposeReport('a.txt', 12, 'utf-8', bytesHash, textHash, cleanText(raw)).year.value // 2023
 */
export function proposeReport(
  fileName: string,
  sizeBytes: number,
  encoding: TextEncodingName,
  bytesHash: Sha256,
  textHash: Sha256,
  cleaned: CleanedText,
): ReportProposal {
  const { text, residue } = cleaned
  const head = findTitle(text)
  const signature = findSignature(text)
  const signed = findSignedDay(head, signature)
  const published = findPublishedDay(text, head)
  const year = findReportYear({ fileName, text, head, outline: splitOutline(text), signedYear: signed.value === null ? null : yearOf(signed.value) })
  const unit = findUnit({ fileName, text, head, signature })
  const isSignedOddly = signed.value !== null && year.value !== null && (yearOf(signed.value) < year.value || yearOf(signed.value) > year.value + 1)
  const isPublishedOddly = published.value !== null && signed.value !== null && published.value < signed.value
  return {
    fileName, sizeBytes, encoding, bytesHash, textHash, text, residue,
    title: head.title,
    unitName: unit.name,
    unitKind: unit.kind,
    unitLevel: unit.level,
    year,
    signedOn: isSignedOddly ? inDoubt(signed) : signed,
    publishedOn: isPublishedOddly ? inDoubt(published) : published,
  }
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

function inDoubt<T>(proposed: Proposed<T>): Proposed<T> {
  return proposed.confidence === 'certain' ? { ...proposed, confidence: 'doubtful' } : proposed
}
