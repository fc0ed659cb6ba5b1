import { readFileSync } from 'node:fs'
import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import components from 'unplugin-vue-components/vite'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { appManifest } from './scripts/appManifest.mjs'
import { metaPolicy } from './scripts/contentSecurityPolicy.mjs'
import { pdfCharacterMaps } from './scripts/pdfCharacterMaps.mjs'
import { singleFile } from './scripts/singleFile.mjs'

const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { version: string }
const underTest = process.env['VITEST'] !== undefined

/** The policy stands in the head before anything it has to govern. Only in the build: the dev server injects styles. */
function strictPolicy(): Plugin {
  return {
    name: 'strict-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const charset = '<meta charset="utf-8">'
        if (!html.includes(charset)) throw new Error(`index.html must begin its head with ${charset}`)
        return html.replace(charset, `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${metaPolicy}">`)
      },
    },
  }
}

/** The build that opens by double click; see docs/decisions/0020. */
const inOneFile = process.argv.includes('single')

/** The single file carries its workers as text. */
function inlineWorkers(): Plugin {
  return {
    name: 'inline-workers',
    enforce: 'pre',
    resolveId(source, importer) {
      return source === '#workers/openWorkers' ? this.resolve('#workers/openWorkersInline', importer) : null
    },
  }
}

/** A property of many cases on a machine that does other things, too: nothing is measured by it. */
const quietly = 30_000

export default defineConfig({
  base: './',
  plugins: [
    vue(),
    // Only Element Plus comes by itself; our own components are imported by name. Tests need no styles.
    components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: underTest ? false : 'css' })] }),
    pdfCharacterMaps(),
    ...(inOneFile ? [inlineWorkers(), singleFile()] : [strictPolicy()]),
    VitePWA({
      disable: inOneFile,
      // A new version waits until the person says so; see src/app/useAppUpdate.ts.
      registerType: 'prompt',
      injectRegister: null,
      manifest: appManifest,
      workbox: {
        globPatterns: ['**/*.{html,js,mjs,css,svg,json,bcmap,pfb,ttf,bin}'],
        globIgnores: ['.vite/**'],
        maximumFileSizeToCacheInBytes: 16 * 2 ** 20,
        // The first page that opened the program is served by it at once: lazily loaded desks then need no server.
        clientsClaim: true,
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
      },
    }),
  ],
  define: {
    __APP_VERSION__: JSON.stringify(version),
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
    // vue-i18n: composition API only (legacy: false), no globally registered <i18n-t>; messages are interpreted, never compiled with
    // `new Function`, which the policy forbids.
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    __INTLIFY_DROP_MESSAGE_COMPILER__: false,
  },
  build: inOneFile
    ? {
        target: 'es2022',
        outDir: 'dist-single',
        copyPublicDir: false,
        cssCodeSplit: false,
        assetsInlineLimit: Number.MAX_SAFE_INTEGER,
        modulePreload: false,
        chunkSizeWarningLimit: Number.MAX_SAFE_INTEGER,
        rolldownOptions: { output: { codeSplitting: false } },
      }
    : {
        target: 'es2022',
        manifest: true,
        // The polyfill is an inline script in spirit and no browser we support needs it.
        modulePreload: { polyfill: false },
        // Inlined assets would be data: URLs, which fonts and workers may not use here.
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 700,
        rolldownOptions: {
          output: {
            // One group only: what every screen needs and what changes least. Element Plus, ECharts and the Excel libraries are left to
            // follow the imports that want them; a group would drag their lazy parts into the first screen.
            codeSplitting: {
              groups: [{ name: 'vue', test: /node_modules[\\/](@vue|vue|vue-router|pinia|vue-i18n|@intlify)[\\/]/ }],
            },
          },
        },
      },
  worker: inOneFile ? { format: 'iife', plugins: () => [pdfCharacterMaps()], rolldownOptions: { output: { codeSplitting: false } } } : { format: 'es', plugins: () => [pdfCharacterMaps()] },
  server: { host: '127.0.0.1' },
  test: {
    // Numbers, dates and order must not hang on where the machine stands; scripts/verify.mjs runs the core again in Los Angeles.
    env: { TZ: process.env['TZ'] ?? 'Asia/Shanghai' },
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          testTimeout: quietly,
          environment: 'node',
          include: ['tests/{core,exchange,workers,rubrics,golden}/**/*.test.ts'],
          setupFiles: ['tests/setup/quietConsole.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'storage',
          testTimeout: quietly,
          environment: 'node',
          include: ['tests/{storage,workflows}/**/*.test.ts'],
          setupFiles: ['fake-indexeddb/auto', 'tests/setup/quietConsole.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'views',
          testTimeout: quietly,
          environment: 'happy-dom',
          include: ['tests/{features,ui,app}/**/*.test.ts'],
          setupFiles: ['fake-indexeddb/auto', 'tests/setup/quietConsole.ts'],
          // Element Plus imports its parts without extensions in places; Vite resolves what Node would not.
          server: { deps: { inline: ['element-plus'] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          environment: 'node',
          include: ['tests/{architecture,scripts}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // One browser at a time: two cores, and a journey owns its port and its profile.
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
})
