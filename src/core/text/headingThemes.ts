/** The statutory parts of an annual report (督察规定第26条): 举措成效 · 不足和原因 · 第一责任人 · 下一年安排 · 其他. */
export type PartName = 'measures' | 'problems' | 'leader' | 'plan' | 'other'

const leader = /第一责任人|(?:党政)?主要(?:负责人|负责同志|领导)[^,\uff0c。]{0,16}(?:履|职责|责任)/
/** 解决问题, 坚持问题导向 and the like speak of measures, not of what is lacking. */
const aboutMending = /(?:解决|化解|破解|整治|治理|纠治|聚焦|针对|坚持|突出|围绕|反馈|补齐|着力|紧盯)[^,\uff0c、]{0,8}(?:问题|短板|差距|困难|不足|弱项)/g
const problems =
  /(?:存在|面临)[^,\uff0c]{0,10}(?:问题|不足|困难|差距|短板|弱项)|^(?:主要|工作)?(?:问题|不足|短板|差距|困难)|(?:问题|不足|不足之处|短板|弱项|差距|困难|薄弱环节)(?:$|[和与及、以])|原因(?:分析)?$/
const future = /下一步|下步|下一年|下年度|下一年度|明年|来年|今后|未来|下阶段|下一阶段|新的一年/
const plan = /安排|打算|思路|展望|努力方向|设想|计划$|工作计划|要点$|(?:改进|整改)(?:措施|方向|计划|意见)/
const planOfYear = /20\d{2}年[^,\uff0c]{0,16}(?:重点|任务|举措|措施|部署|目标)/
const done = /成效|成绩|成果|做法|进展|回顾|完成|落实情况|开展情况|推进情况/
const measures = /举措|成效|成绩|成果|做法|进展|亮点|经验|回顾|特色|主要工作|主要措施|采取的措施|(?:工作|开展|推进|落实|完成|基本|总体|建设|履职)情况/
const other = /其他|其它|^附[件表]|需要(?:报告|说明)|(?:意见|有关|工作)建议|建议$/
const planOfSection = /^(?:20\d{2}年|下一步|下步|下一年度?|下年度|明年|来年|今后)[^,\uff0c。]{0,20}(?:安排|计划|打算|思路|措施|举措|重点|部署|任务|工作)/

/**
 * The statutory parts that a heading announces, in the order in which it names them; none for a heading that only names a subject
 * (加强组织领导). A sub-heading ('section') has to say it more strictly, for 落实年度计划 below the measures is a measure.
 * @example headingThemes('存在的问题和下一步打算', 'chapter') // ['problems', 'plan']
 */
export function headingThemes(title: string, rank: 'chapter' | 'section'): PartName[] {
  const said = title.replace(aboutMending, '')
  const found: { part: PartName; at: number }[] = []
  const note = (part: PartName, at: number): void => {
    if (at >= 0) found.push({ part, at })
  }
  note('leader', said.search(leader))
  note('problems', said.search(problems))
  note('plan', rank === 'section' ? said.search(planOfSection) : planIn(said))
  const isDone = done.test(said)
  if (found.length === 0 || (isDone && rank === 'chapter' && !found.every(({ part }) => part === 'leader'))) note('measures', said.search(found.length === 0 ? measures : done))
  if (found.length === 0) note('other', said.search(other))
  return found.sort((a, b) => a.at - b.at).map(({ part }) => part)
}

function planIn(title: string): number {
  const ahead = title.search(future)
  if (ahead >= 0) return ahead
  const arranged = title.search(plan)
  const ofYear = title.search(planOfYear)
  // 计划完成情况 looks back.
  return done.test(title) ? -1 : arranged >= 0 ? arranged : ofYear
}
