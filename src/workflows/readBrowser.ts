/** What the program needs; see src/app/olderEngine.ts and public/browserCheck.js for what that rests on. */
export const leastVersions = { chromium: 109, firefox: 115 } as const

export interface BrowserRead {
  /** As people call it: "360 安全浏览器" in any language is '360'. */
  readonly name: 'Edge' | 'Chrome' | 'Chromium' | '360' | 'WPS' | 'QQ' | 'Sogou' | 'Opera' | 'Firefox' | 'Safari' | 'other'
  readonly engine: 'chromium' | 'firefox' | 'other'
  /** Of the engine, which decides; null where it is not told. */
  readonly version: number | null
  /** 'unknown': neither Chromium nor Firefox, or no version is told; the program was not tried there. */
  readonly support: 'enough' | 'too-old' | 'unknown'
}

/**
 * Which browser this is, from what it says of itself: brands (userAgentData) before the user agent text, since several Chinese browsers hide
 * in the latter. It is said on screen and in error reports only; whether the program runs is decided by trying.
 */
export function readBrowser(userAgent: string, brands: readonly string[] = []): BrowserRead {
  const words = `${userAgent} ${brands.join(' ')}`
  const name = names.find(([pattern]) => pattern.test(words))?.[1] ?? 'other'
  const chromium = /(?:Chrome|Chromium|CriOS)\/(\d+)/.exec(userAgent)
  const firefox = /Firefox\/(\d+)/.exec(userAgent)
  const engine = chromium ? 'chromium' : firefox ? 'firefox' : 'other'
  const version = chromium ? Number(chromium[1]) : firefox ? Number(firefox[1]) : null
  const support = engine === 'other' || version === null ? 'unknown' : version >= leastVersions[engine] ? 'enough' : 'too-old'
  return { name, engine, version, support }
}

/** In this order: all of them call themselves Chrome as well, and Chrome calls itself Safari. */
const names: readonly (readonly [RegExp, BrowserRead['name']])[] = [
  [/WPS|KSOffice|KingsoftBrowser/i, 'WPS'],
  [/360SE|360EE|QIHU|360 (?:Secure|Extreme)|360Browser/i, '360'],
  [/QQBrowser|Tencent/i, 'QQ'],
  [/MetaSr|Sogou/i, 'Sogou'],
  [/Edg\/|EdgA\/|Microsoft Edge/, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Google Chrome/, 'Chrome'],
  [/HeadlessChrome\/|Chromium\//, 'Chromium'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
