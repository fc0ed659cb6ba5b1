import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { singleFilePolicy } from './contentSecurityPolicy.mjs'

/**
 * Vite plugin: everything of a build in one index.html that opens by double click (file://). Script and style stand inline and are named
 * by their digests in the policy, so that no other script can run and no connection can be made. The build must have one script only.
 */
export function singleFile() {
  return {
    name: 'single-file',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['index.html']
      const scripts = Object.values(bundle).filter((part) => part.type === 'chunk')
      const styles = Object.values(bundle).filter((part) => part.type === 'asset' && part.fileName.endsWith('.css'))
      if (!page || scripts.length !== 1) this.error(`a single file needs index.html and one script, found ${scripts.map((part) => part.fileName).join(', ')}`)
      // Vite leaves this mark where it would list the parts to load first; there are none.
      const script = inScript(scripts[0].code.replaceAll('__VITE_PRELOAD__', 'void 0'))
      const style = styles.map((part) => text(part.source)).join('\n')
      const check = readFileSync(new URL('../public/browserCheck.js', import.meta.url), 'utf8')
      const policy = singleFilePolicy({ scripts: [digestOf(check), digestOf(script)], style: digestOf(style) })
      const html = text(page.source)
        .replace(/\s*<link rel="(?:stylesheet|modulepreload|manifest)"[^>]*>/g, '')
        .replace('./favicon.svg', () => `data:image/svg+xml;base64,${readFileSync(new URL('../public/favicon.svg', import.meta.url)).toString('base64')}`)
        .replace(/\s*<script type="module"[^>]*><\/script>/g, '')
      page.source = place(html, { policy, check, script, style })
      for (const part of [...scripts, ...styles]) delete bundle[part.fileName]
    },
  }
}

/** Functions as replacements: the text of a program may hold "$&". */
function place(html, { policy, check, script, style }) {
  const charset = '<meta charset="utf-8">'
  const checking = '<script src="./browserCheck.js"></script>'
  if (!html.includes(charset) || !html.includes(checking) || !html.includes('</body>')) throw new Error(`index.html must begin its head with ${charset} and load the browser check`)
  return html
    .replace(charset, () => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace(checking, () => `<script>${check}</script>`)
    .replace('</head>', () => `  <style>${style}</style>\n  </head>`)
    .replace('</body>', () => `  <script type="module">${script}</script>\n  </body>`)
}

/** What would end the element early, written so that it means the same inside strings, templates and patterns. */
function inScript(code) {
  return code.replace(/<\/(?=script)/gi, '<\\/').replace(/<!--/g, '<\\!--')
}

function digestOf(content) {
  return `sha256-${createHash('sha256').update(content, 'utf8').digest('base64')}`
}

function text(source) {
  return typeof source === 'string' ? source : Buffer.from(source).toString('utf8')
}
