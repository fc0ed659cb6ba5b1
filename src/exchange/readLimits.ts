/**
 * How much is read. A long report has 20,000 characters on 40 pages; these stand far above it and below what would hold up a laptop.
 * The size of the file itself: `reportSizeLimit` of text/decodeText.
 */
export const readLimits = {
  /** Of plain text, in UTF-16 units: fifty long reports. */
  characters: 1_000_000,
  /** Of a PDF. */
  pages: 1_000,
  /** Of markup, in elements and in their depth. */
  elements: 300_000,
  nesting: 250,
  /** Of a docx's text parts together, unpacked. */
  docxBytes: 16_000_000,
  /** Of one packed stream of a PDF, unpacked, and of all together; whole Chinese fonts have 20 MB. Pictures do not count. */
  pdfStreamBytes: 32_000_000,
  pdfBytes: 96_000_000,
} as const
