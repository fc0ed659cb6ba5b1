import type { AnnualDay } from '#core/calendarDay'

/**
 * A day that returns every year, as it stands in the template: "当年12月31日", "次年3月1日", "后2年1月1日"; in English "year 0 12-31".
 * `readAnnualDay` takes either notation.
 */
export function writeAnnualDay({ yearsAfter, month, day }: AnnualDay, language: 'zh' | 'en'): string {
  if (language === 'en') return `year ${yearsAfter} ${month}-${day}`
  const year = yearsAfter === 0 ? '当年' : yearsAfter === 1 ? '次年' : `后${yearsAfter}年`
  return `${year}${month}月${day}日`
}

const notations = [/^(?:(当年)|(次年)|后(-?\d{1,16})年)(-?\d{1,16})月(-?\d{1,16})日$/, /^(?:(same year)|(next year)|year (-?\d{1,16})) (-?\d{1,16})-(-?\d{1,16})$/]

export function readAnnualDay(text: string): AnnualDay | null {
  for (const notation of notations) {
    const found = notation.exec(text.trim())
    if (found) {
      const yearsAfter = found[1] ? 0 : found[2] ? 1 : Number(found[3])
      return { yearsAfter, month: Number(found[4]), day: Number(found[5]) }
    }
  }
  return null
}
