/**
 * The one statement of what a page of ours may do: load from its own origin, nothing else. `vite.config.ts` writes it into the built
 * index.html (so that any static host keeps it), `server.mjs` sends it as a header.
 */
const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  // Element Plus and the virtual tables place things with style attributes; style elements stay forbidden.
  'style-src-attr': "'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
}

/**
 * For the single file: script and style are those in it, by their digests; workers come from its own text; no connection at all.
 * @param digests `sha256-…` of the inline scripts and the style
 */
export function singleFilePolicy({ scripts, style }) {
  const own = {
    ...directives,
    'script-src': scripts.map((script) => `'${script}'`).join(' '),
    'style-src': `'${style}'`,
    'img-src': 'data: blob:',
    'font-src': "'none'",
    'connect-src': "'none'",
    'worker-src': 'blob:',
    'manifest-src': "'none'",
  }
  return written(own)
}

function written(policy) {
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}

/** For `<meta http-equiv>`. It cannot carry frame-ancestors. */
export const metaPolicy = written(directives)

/** For the response header. */
export const headerPolicy = `${metaPolicy}; frame-ancestors 'none'`
