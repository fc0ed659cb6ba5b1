import { readFileSync } from 'node:fs'
import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import components from 'unplugin-vue-components/vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { metaPolicy } from './scripts/contentSecurityPolicy.mjs'

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

export default defineConfig({
  base: './',
  plugins: [
    vue(),
    // Only Element Plus comes by itself; our own components are imported by name. Tests need no styles.
    components({ dirs: [], dts: false, resolvers: [ElementPlusResolver({ importStyle: underTest ? false : 'css' })] }),
    strictPolicy(),
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
  build: {
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
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  test: {
    // Numbers, dates and order must not hang on where the machine stands; scripts/verify.mjs runs the core again in Los Angeles.
    env: { TZ: process.env['TZ'] ?? 'Asia/Shanghai' },
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          include: ['tests/{core,exchange,workers,rubrics,golden}/**/*.test.ts'],
          setupFiles: ['tests/setup/quietConsole.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'storage',
          environment: 'node',
          include: ['tests/{storage,workflows}/**/*.test.ts'],
          setupFiles: ['fake-indexeddb/auto', 'tests/setup/quietConsole.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'views',
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
