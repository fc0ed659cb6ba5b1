import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../node_modules/pdfjs-dist/cmaps/', import.meta.url)
/** Those of Chinese, simplified and traditional. A PDF names the one it needs instead of carrying it. */
const chinese = /^(?:Adobe-(?:GB1|CNS1)|GB|UniGB|UniCNS|B5|ETen|ETHK|HK|CNS)/
const id = 'virtual:pdf-character-maps'

/**
 * Vite plugin: the character maps of Chinese PDFs as a module, so that they travel with the program in both builds and are never
 * fetched. Name → base64 of pdf.js's packed form.
 */
export function pdfCharacterMaps() {
  return {
    name: 'pdf-character-maps',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(source) {
      if (source !== `\0${id}`) return null
      const maps = readdirSync(folder)
        .filter((file) => chinese.test(file) && file.endsWith('.bcmap'))
        .map((file) => [file.slice(0, -'.bcmap'.length), readFileSync(new URL(file, folder)).toString('base64')])
      return `export const characterMaps = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(maps)))})`
    },
  }
}
