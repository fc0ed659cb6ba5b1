export interface MaterialSize {
  readonly reports: number
  /** UTF-16 units of a report, at least. */
  readonly length: number
}

/** Sentences of the corpus dealt out anew into so many reports of such a length, the same on every run. */
export function dealReports(sentences: readonly string[], { reports, length }: MaterialSize): string[] {
  const next = randomNumbers(20_250_401)
  return Array.from({ length: reports }, () => {
    const pieces: string[] = []
    for (let dealt = 0; dealt < length; dealt += pieces.at(-1)!.length) pieces.push(sentences[next() % sentences.length]!)
    return pieces.join('')
  })
}

/** Phrases of Chinese characters taken from the texts, all different; `lengths` in turn by chance. */
export function pickPhrases(texts: readonly string[], count: number, lengths: readonly number[]): string[] {
  const next = randomNumbers(7)
  const phrases = new Set<string>()
  while (phrases.size < count) {
    const text = texts[next() % texts.length]!
    const from = next() % text.length
    const phrase = text.slice(from, from + lengths[next() % lengths.length]!)
    if (/^\p{Script=Han}+$/u.test(phrase)) phrases.add(phrase)
  }
  return [...phrases]
}

/** Marsaglia's xorshift32. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
}
