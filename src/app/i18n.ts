import { createI18n } from 'vue-i18n'
import projectsZh from '#features/projects/messages.zh.json'
import uiZh from '#ui/messages.zh.json'
import appZh from './messages.zh.json'

export type Language = 'zh' | 'en'
interface Messages { [key: string]: string | Messages }

const storageKey = 'zhunsheng.language'

/** Chinese words of the first screen come with it; all others come with their desk, in the language that is spoken. */
export const i18n = createI18n<[Messages], Language, false>({
  legacy: false,
  locale: 'zh',
  fallbackLocale: 'zh',
  messages: { zh: { app: appZh, ui: uiZh, projects: projectsZh }, en: {} },
})

const files = import.meta.glob<Messages>(
  ['../features/*/messages.*.json', '!../features/projects/messages.zh.json', '../ui/messages.en.json', './messages.en.json'],
  { import: 'default' },
)
const loaded = new Set(['zh/app', 'zh/ui', 'zh/projects'])
const folders = new Set(['app', 'ui', 'projects'])

/** Fetches the words of a desk before it is shown. */
export async function loadMessages(folder: string): Promise<void> {
  folders.add(folder)
  await Promise.all([...folders].map((name) => loadFile(currentLanguage(), name)))
}

export function currentLanguage(): Language {
  return i18n.global.locale.value
}

/** Speaks another language at once, without leaving the desk, and remembers it. */
export async function setLanguage(language: Language): Promise<void> {
  await Promise.all([...folders].map((folder) => loadFile(language, folder)))
  i18n.global.locale.value = language
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Private windows may refuse; the language then lasts as long as the window.
  }
}

export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

async function loadFile(language: Language, folder: string): Promise<void> {
  const key = `${language}/${folder}`
  if (loaded.has(key)) return
  const path = folder === 'app' ? `./messages.${language}.json` : folder === 'ui' ? `../ui/messages.${language}.json` : `../features/${folder}/messages.${language}.json`
  const words = await files[path]?.()
  if (!words) return
  i18n.global.mergeLocaleMessage(language, { [folder]: words })
  loaded.add(key)
}
