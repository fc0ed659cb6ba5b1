/**
 * Rubric A as METHOD §10 has it (table and "Notes on applying it"), written out by hand and not from the file it tests:
 * id, level 2, name, full marks, rule. How a rule is written is said in writeRule.ts.
 */
export interface TableRow {
  readonly id: string
  readonly indicator: string
  readonly name: string
  readonly full: number
  readonly rule: string
  /** Other rules, by the bodies they are for. */
  readonly variants?: readonly string[]
  readonly mayNotApply?: true
}

const fact = '0/0.5/1'

export const dimensions: readonly (readonly [id: string, name: string, full: number])[] = [
  ['A', '公开与规范', 12], ['B', '结构', 14], ['C', '举措成效', 36], ['D', '问题与原因', 14], ['E', '第一责任人', 10], ['F', '下一年安排', 8], ['G', '数据与文风', 6],
]

export const methodTable: readonly TableRow[] = [
  { id: 'A1', indicator: '公开', name: '按时向社会公开', full: 5, rule: 'timeliness 4-01; 4-30 3; 6-30 1; else 0' },
  { id: 'A2', indicator: '公开', name: '按时报送', full: 2, rule: 'passFail 3-01', variants: ['government province: passFail 4-01'] },
  { id: 'A3', indicator: '公开', name: '查找便利', full: 2, rule: 'checklist 0/1 0/0.5 0/0.5' },
  { id: 'A4', indicator: '规范', name: '题名与主体', full: 2, rule: 'deduct 0.5≤0.5 0.5≤0.5 0.5≤0.5 0.5≤0.5 0.5≤0.5' },
  { id: 'A5', indicator: '规范', name: '文本整洁', full: 1, rule: 'deduct 0.2 0.5 0.2' },
  { id: 'B1', indicator: '要素', name: '法定四部分', full: 8, rule: 'checklist 0/0.5/1/2 0/0.5/1/2 0/0.5/1/2 0/0.5/1/2' },
  { id: 'B2', indicator: '篇幅', name: '问题部分占比', full: 2, rule: 'interval % linear 2→0 8→2' },
  { id: 'B3', indicator: '篇幅', name: '计划部分占比', full: 2, rule: 'interval % linear 2→0 10→2' },
  { id: 'B4', indicator: '篇幅', name: '总字数', full: 2, rule: 'interval 字 linear 1500→0 3000→2 8000→2 12000→0', variants: ['department: interval 字 linear 1000→0 2000→2 6000→2 9000→0'] },
  { id: 'C1', indicator: '组织', name: '党的领导与统筹', full: 3, rule: 'level 未提0 只表态1.2 有事项2.1 有事项且有数据或结果3' },
  { id: 'C2', indicator: '职能', name: '职能与营商环境', full: 4, rule: 'level 未提0 只表态1.6 有事项2.8 有事项且有数据或结果4' },
  { id: 'C3', indicator: '制度', name: '依法行政制度', full: 4, rule: `checklist ${fact} ${fact} ${fact} ${fact}`, mayNotApply: true },
  { id: 'C4', indicator: '决策', name: '重大行政决策', full: 4, rule: `checklist ${fact} 0/0.2/0.4/0.6/0.8/1 ${fact} ${fact}` },
  { id: 'C5', indicator: '执法', name: '行政执法', full: 5, rule: `checklist ${fact} ${fact} ${fact} ${fact} ${fact}`, mayNotApply: true },
  { id: 'C6', indicator: '应急', name: '突发事件应对', full: 2, rule: 'level 未提0 只表态0.8 有事项1.4 有事项且有数据或结果2' },
  { id: 'C7', indicator: '化解', name: '复议、应诉、调解', full: 6, rule: `checklist ${fact}? ${fact}? ${fact} ${fact} ${fact} ${fact}` },
  { id: 'C8', indicator: '监督', name: '权力监督与公开', full: 4, rule: `checklist ${fact} ${fact} ${fact} ${fact}` },
  { id: 'C9', indicator: '科技', name: '数字法治政府', full: 2, rule: 'level 未提0 只表态0.8 有事项1.4 有事项且有数据或结果2' },
  { id: 'C10', indicator: '能力', name: '依法行政能力', full: 2, rule: `checklist ${fact} ${fact}` },
  { id: 'D1', indicator: '问题', name: '具体性', full: 5, rule: 'itemMean 0 0.5 1 empty zero' },
  { id: 'D2', indicator: '问题', name: '数量', full: 2, rule: 'count 0.5 cap 2' },
  { id: 'D3', indicator: '原因', name: '原因分析', full: 4, rule: 'level 无0 笼统2 逐条对应4' },
  { id: 'D4', indicator: '整改', name: '上年问题回应', full: 3, rule: 'level 无0 提及1.5 逐条说明结果3', mayNotApply: true },
  { id: 'E1', indicator: '主体', name: '主体写明', full: 2, rule: `checklist ${fact} ${fact}`, variants: ['department: checklist 0/1/2'] },
  { id: 'E2', indicator: '履职', name: '四个亲自有事实', full: 4, rule: `checklist ${fact} ${fact} ${fact} ${fact}` },
  { id: 'E3', indicator: '述法', name: '述法', full: 2, rule: 'level 无0 提及1 有对象和形式1.5 有对象、形式、结果2' },
  { id: 'E4', indicator: '学法', name: '带头学法', full: 2, rule: 'level 无0 提及1 有次数或内容2' },
  { id: 'F1', indicator: '安排', name: '任务可检查', full: 4, rule: 'itemMean 0 0.5 1 empty zero' },
  { id: 'F2', indicator: '安排', name: '与问题对应', full: 3, rule: 'ratio 0–1 empty zero' },
  { id: 'F3', indicator: '安排', name: '对接年度新要求', full: 1, rule: 'passFail' },
  { id: 'G1', indicator: '数据', name: '数据密度', full: 2, rule: 'interval 个/千字 linear 2→0 12→2' },
  { id: 'G2', indicator: '数据', name: '数据自洽', full: 2, rule: 'deduct 1 1 1' },
  { id: 'G3', indicator: '文风', name: '空话密度', full: 1, rule: 'interval 次/千字 linear 8→1 16→0' },
  { id: 'G4', indicator: '文风', name: '雷同度', full: 1, rule: 'interval % linear 10→1 20→0', mayNotApply: true },
]
