/** The version in package.json, written in by the build (vite.config.ts). */
declare const __APP_VERSION__: string
