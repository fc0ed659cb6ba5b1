/** What matching does not tell apart: full-width ASCII, blanks of either width, half-width 。「」、, ￠￡￥, capital letters. */
const folded = /[\uff01-\uff5e\u3000\u00a0\uff61-\uff64\uffe0\uffe1\uffe5A-Z]/g

/**
 * A text as it is compared, never as it is shown: full and half width and the case of ASCII letters do not count. One UTF-16 unit stays
 * one, so that places found in it are places of the text itself.
 * @example matchForm('Ａpp，２０２４年') // 'app,2024年'
 */
export function matchForm(text: string): string {
  return text.replace(folded, foldUnit)
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0)
  if (code < 0x80) return String.fromCharCode(code + 0x20)
  if (code >= 0xff01 && code <= 0xff5e) {
    const narrow = code - 0xfee0
    return String.fromCharCode(narrow >= 0x41 && narrow <= 0x5a ? narrow + 0x20 : narrow)
  }
  return single[unit] ?? ' '
}

const single: Readonly<Record<string, string>> = { '\uff61': '。', '\uff62': '「', '\uff63': '」', '\uff64': '、', '\uffe0': '¢', '\uffe1': '£', '\uffe5': '¥' }
