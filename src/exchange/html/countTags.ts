/**
 * How many tags a markup text opens, counted up to a little above `limit`: a first look, far cheaper than walking it. What scripts and
 * comments contain counts, too.
 * @example countTags('<p>依<b>法</b>', 100) // 2
 */
export function countTags(markup: string, limit: number): number {
  let count = 0
  for (let at = markup.indexOf('<'); at >= 0 && count <= limit; at = markup.indexOf('<', at + 1)) {
    const next = markup.charCodeAt(at + 1) | 0x20
    if (next >= 97 && next <= 122) count += 1
  }
  return count
}
