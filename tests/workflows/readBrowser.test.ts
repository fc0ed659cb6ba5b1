import { expect, test } from 'vitest'
import { readBrowser } from '#workflows/readBrowser'

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  ['Edge', `${windows} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`, [], { engine: 'chromium', version: 141, support: 'enough' }],
  ['Chrome', `${windows} Chrome/109.0.0.0 Safari/537.36`, ['Google Chrome', 'Chromium'], { engine: 'chromium', version: 109, support: 'enough' }],
  ['Chromium', `${windows} HeadlessChrome/156.0.0.0 Safari/537.36`, [], { engine: 'chromium', version: 156, support: 'enough' }],
  ['360', `${windows} Chrome/108.0.5359.95 Safari/537.36 QIHU 360SE`, [], { engine: 'chromium', version: 108, support: 'too-old' }],
  ['360', `${windows} Chrome/122.0.0.0 Safari/537.36`, ['Chromium', '360 Secure Browser'], { engine: 'chromium', version: 122, support: 'enough' }],
  ['WPS', `${windows} Chrome/104.0.5112.102 Safari/537.36 WPSOffice/12.1`, [], { engine: 'chromium', version: 104, support: 'too-old' }],
  ['QQ', `${windows} Chrome/123.0.0.0 Safari/537.36 Core/1.116 QQBrowser/20.0`, [], { engine: 'chromium', version: 123, support: 'enough' }],
  ['Sogou', `${windows} Chrome/80.0.3987.87 Safari/537.36 SE 2.X MetaSr 1.0`, [], { engine: 'chromium', version: 80, support: 'too-old' }],
  ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0', [], { engine: 'firefox', version: 115, support: 'enough' }],
  ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:102.0) Gecko/20100101 Firefox/102.0', [], { engine: 'firefox', version: 102, support: 'too-old' }],
  ['Safari', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15', [], { engine: 'other', version: null, support: 'unknown' }],
  ['other', '', [], { engine: 'other', version: null, support: 'unknown' }],
] as const)('%s: %s', (name, userAgent, brands, read) => {
  expect(readBrowser(userAgent, brands)).toEqual({ name, ...read })
})
