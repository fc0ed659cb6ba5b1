/** Measure words and units that make a number a fact. Longer ones first where they begin alike; the order is the order of trying. */
const units = [
  '个百分点', '百分点', '个工作日', '工作日', '个月', '个小时', '平方公里', '平方千米', '平方米', '立方米', '千瓦时', '千瓦', '公里', '千米', '公斤', '千克', '公顷', '小时', '分钟', '课时', '学时',
  '人次', '户次', '辆次', '批次', '家次', '件次', '场次', '班次', '台次', '美元', '欧元',
  '个', '件', '项', '起', '宗', '次', '场', '期', '份', '人', '名', '位', '家', '户', '所', '处', '条', '部', '篇', '幅', '张', '册', '本', '套', '台', '辆', '艘', '架', '座', '栋', '幢', '间', '只', '头', '株',
  '棵', '块', '面', '口', '支', '批', '类', '种', '笔', '单', '例', '轮', '天', '年', '周', '岁', '倍', '分', '门', '节', '堂', '讲', '集', '段', '则', '款', '封', '版', '组', '队', '遍', '趟', '步', '字', '元', '亩',
  '吨', '米', '克', '度', '日',
] as const

/** Measure words with which a Chinese numeral below ten is a count (三次) and not part of a name (三项制度, 四个亲自). */
const eventUnits = ['人次', '次', '场', '件', '起', '份', '宗', '名', '家', '篇', '堂', '讲']

/** Words that begin like a measure word and are none. */
const notUnits = /^(?:部门|部委|部署|位一体|个别|分别|分类|年级|年度|年来|年底|日前|日常|门类|本级|支队|单位|人民|人大|人员|名称|名单|项目|条例|期间|家庭|户籍|处置|处理|处罚|所有|面对|面向|口径|类似|段落|组织|组成|队伍|集中|集体|讲话|步骤|周边|周年|度|起诉|起草|起来|场所|场景|版块|版权|版本|款项|张贴|头部)/
const notUnitsExcept = /^(?:项目标|人员额)/

/** The unit with which `text` begins, or ''. */
export function unitAt(text: string): string {
  if (text.startsWith('度') ? !/^度电/.test(text) : notUnits.test(text) && !notUnitsExcept.test(text)) return ''
  return units.find((unit) => text.startsWith(unit)) ?? ''
}

export function isEventUnit(unit: string): boolean {
  return eventUnits.includes(unit)
}

/** Whether two facts of this unit can be added: counts and amounts, not shares, times or grades. */
export function isAdditive(unit: string): boolean {
  return !['%', '‰', '个百分点', '百分点', '倍', '年', '天', '日', '周', '岁', '分', '个月', '小时', '个小时', '分钟', '个工作日', '工作日'].includes(unit)
}
