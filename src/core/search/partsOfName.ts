import type { PartName } from '#core/text/headingThemes'

/** Words by which indicators and items name a part of the report; headings of reports are read by `headingThemes`, more strictly. */
const partWords: Readonly<Record<'leader' | 'plan' | 'problems' | 'measures', readonly string[]>> = {
  leader: ['责任人', '主要负责人', '履职情况'],
  plan: ['安排', '计划', '打算', '下一步', '下步', '下一年', '下年度', '工作思路', '努力方向', '展望'],
  problems: ['问题', '不足', '短板', '弱项', '差距', '薄弱', '困难', '原因'],
  measures: ['举措', '成效', '做法', '成绩', '进展', '工作开展', '工作情况', '主要工作'],
}

/**
 * The parts of a report that the name of an indicator or an item speaks of. 主要工作安排 is a plan and no measure: measures only where
 * nothing else is meant.
 * @example partsOfName('下一年安排') // ['plan']
 */
export function partsOfName(name: string): PartName[] {
  const speaksOf = (part: keyof typeof partWords): boolean => partWords[part].some((word) => name.includes(word))
  if (speaksOf('leader')) return ['leader']
  const narrow = (['plan', 'problems'] as const).filter(speaksOf)
  return narrow.length > 0 ? narrow : speaksOf('measures') ? ['measures'] : []
}
