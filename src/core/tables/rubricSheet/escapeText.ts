/**
 * Text that a spreadsheet gives back as it was: control signs, lone surrogates and blanks at the edges are written as \u0000, \n, \s;
 * a backslash doubled; text that is there but empty as \e. `unescapeText` undoes it.
 */
export function escapeText(text: string): string {
  if (text === '') return '\\e'
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\r', '\\r')
    .replace(invisible, codeOf)
    .replace(/^\s+|\s+$/g, (blanks) => blanks.replace(/\s/g, (blank) => (blank === ' ' ? '\\s' : blank === '\n' ? '\\n' : codeOf(blank))))
}

/** As escapeText, within a line of several cells: | and line breaks are escaped too. */
export function escapePart(text: string): string {
  return escapeText(text).replaceAll('\n', '\\n').replaceAll('|', '\\p')
}

// eslint-disable-next-line no-control-regex -- these are the signs that XML cannot hold
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const plain = new Map([['\\', '\\'], ['n', '\n'], ['r', '\r'], ['s', ' '], ['p', '|'], ['e', ''], ['、', '、']])

/** A backslash before anything else stays one: people write paths. */
export function unescapeText(text: string): string {
  return text.trim().replace(/\\(?:u([0-9a-f]{4})|([\\nrspe、]))/g, (_, code: string | undefined, sign: string | undefined) =>
    code === undefined ? (plain.get(sign ?? '') ?? '') : String.fromCharCode(Number.parseInt(code, 16)))
}

function codeOf(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}
