import { useI18n } from 'vue-i18n'
import english from './messages.en.json'
import chinese from './messages.zh.json'

/** The words of this view come with it, beside those of the score desk that it also speaks. */
export function useAcrossWords(): void {
  const { te, mergeLocaleMessage } = useI18n({ useScope: 'global' })
  if (!te('across.title', 'zh')) mergeLocaleMessage('zh', { across: chinese })
  if (!te('across.title', 'en')) mergeLocaleMessage('en', { across: english })
}
