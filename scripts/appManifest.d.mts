export const appManifest: Readonly<Record<string, unknown>>
