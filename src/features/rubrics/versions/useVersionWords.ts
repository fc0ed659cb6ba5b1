import { useI18n } from 'vue-i18n'
import english from './messages.en.json'
import chinese from './messages.zh.json'

/** vue-i18n's `t`, as far as it is needed here. */
export type Speak = (key: string, named?: Record<string, unknown>) => string

export interface VersionWords {
  /** Keys under `rubrics.versions`. */
  readonly say: Speak
  readonly has: (key: string) => boolean
  /** Keys of the whole program. */
  readonly t: Speak
}

/** The words of these parts come with them, so that any desk can embed them. */
export function useVersionWords(): VersionWords {
  const { t, te, mergeLocaleMessage } = useI18n({ useScope: 'global' })
  if (!te('rubrics.versions.title', 'zh')) mergeLocaleMessage('zh', { rubrics: { versions: chinese } })
  if (!te('rubrics.versions.title', 'en')) mergeLocaleMessage('en', { rubrics: { versions: english } })
  return {
    say: (key, named) => t(`rubrics.versions.${key}`, named ?? {}),
    has: (key) => te(`rubrics.versions.${key}`),
    t: (key, named) => t(key, named ?? {}),
  }
}
