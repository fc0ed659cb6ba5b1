/** Made by scripts/pdfCharacterMaps.mjs: name → base64 of pdf.js's packed form. */
declare module 'virtual:pdf-character-maps' {
  export const characterMaps: Readonly<Record<string, string>>
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown
}
