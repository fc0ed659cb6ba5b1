/** What a part of a report, or a part of a rubric, is about. A heading may announce two ("存在的问题和下一步打算"). */
export type PartTheme = 'measures' | 'problems' | 'leader' | 'plan'

/** Words of headings and of names of indicators, in use across reports and rubrics; none belongs to one report. */
const themeWords: Readonly<Record<PartTheme, readonly string[]>> = {
  leader: ['责任人', '主要负责人', '履职情况'],
  plan: ['安排', '计划', '打算', '下一步', '下步', '下一年', '下年度', '工作思路', '努力方向', '展望'],
  problems: ['问题', '不足', '短板', '弱项', '差距', '薄弱', '困难', '原因'],
  measures: ['举措', '成效', '做法', '成绩', '进展', '工作开展', '工作情况', '主要工作'],
}

/**
 * The themes that a heading, or the name of an indicator, speaks of. 主要工作安排 is a plan and no measure: measures only where nothing
 * else is meant.
 * @example partThemes('四、2024年主要工作安排') // ['plan']
 */
export function partThemes(heading: string): PartTheme[] {
  const speaksOf = (theme: PartTheme): boolean => themeWords[theme].some((word) => heading.includes(word))
  const narrow = (['leader', 'plan', 'problems'] as const).filter(speaksOf)
  if (narrow.includes('leader')) return ['leader']
  return narrow.length > 0 ? narrow : speaksOf('measures') ? ['measures'] : []
}
