/**
 * A name as part of a file name on every system: characters that one of them forbids become "_", at most 80 are kept, and nothing
 * is left empty.
 * @example fileNameOf('2024/年度:评估') // '2024_年度_评估'
 */
export function fileNameOf(name: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what must not get into a file name
  const safe = name.replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, '_').trim().replace(/[. ]+$/, '')
  return [...safe].slice(0, 80).join('') || 'zhunsheng'
}
