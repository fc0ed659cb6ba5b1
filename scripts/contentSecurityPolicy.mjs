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

/** For `<meta http-equiv>`. It cannot carry frame-ancestors. */
export const metaPolicy = Object.entries(directives)
  .map(([name, sources]) => `${name} ${sources}`)
  .join('; ')

/** For the response header. */
export const headerPolicy = `${metaPolicy}; frame-ancestors 'none'`
