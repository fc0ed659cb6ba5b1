/** A standard with one width of sign and without blanks; `offsets[i]` is where sign i stood in the text as it was given. */
export interface FoldedStandard {
  readonly text: string
  readonly offsets: readonly number[]
}

const same = new Map([
  ['—', '-'], ['–', '-'], ['―', '-'], ['−', '-'], ['﹣', '-'], ['‐', '-'], ['〜', '~'], ['∼', '~'], ['○', '0'], ['〇', '0'], ['﹪', '%'], ['\u2028', '\n'], ['\r', '\n'],
])

/**
 * Full width becomes half width, all dashes become one, blanks fall out (line breaks stay). Never fails; nothing else is changed.
 * @example foldStandard('扣 ０．３分').text // '扣0.3分'
 */
export function foldStandard(standard: string): FoldedStandard {
  const signs: string[] = []
  const offsets: number[] = []
  for (let at = 0; at < standard.length; at += 1) {
    const sign = foldSign(standard[at] as string)
    if (sign !== '\n' && /\s|\u200b|\ufeff/.test(sign)) continue
    // A dash may be written twice (——).
    if (sign === '-' && signs.at(-1) === '-') continue
    signs.push(sign)
    offsets.push(at)
  }
  return { text: signs.join(''), offsets }
}

function foldSign(sign: string): string {
  const code = sign.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return same.get(sign) ?? sign
}

