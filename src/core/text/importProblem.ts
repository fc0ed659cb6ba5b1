/** Why a file is refused; nothing is stored then. */
export type ImportProblem =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'too-large'; readonly sizeBytes: number; readonly limitBytes: number }
  | { readonly kind: 'not-text'; readonly looksLike: 'pdf' | 'docx' | 'doc' | 'zip' | 'image' | 'html' | 'binary' }
  | { readonly kind: 'unknown-encoding' }
  | { readonly kind: 'no-text-left' }
