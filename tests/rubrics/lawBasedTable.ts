import type { TableRow } from './methodTable'

/**
 * Rubric B as METHOD §10 has it, written out by hand from its table and not from the file it tests. What the table leaves open
 * (elements and their marks, causes, N/A) stands here as decided; "2.1" of the table is the id L2-1.
 */
export const lawBasedDimensions: readonly (readonly [id: string, name: string, full: number])[] = [
  ['L1', '政府职能依法全面履行', 14], ['L2', '依法行政制度体系完善', 10], ['L3', '重大行政决策科学民主合法', 10], ['L4', '行政执法严格规范公正文明', 18],
  ['L5', '行政权力制约监督科学有效', 12], ['L6', '社会矛盾纠纷依法有效化解', 14], ['L7', '重大突发事件依法预防处置', 6], ['L8', '法治思维和依法行政能力', 8],
  ['L9', '组织领导落实到位', 8],
]

const one = '0/0.5/1'
/** R5 without thresholds in the table: 0 to 100 %. */
const whole = 'ratio 0–1 empty notApplicable'
const notForDepartments = ['department: never']
/** Reconsideration is not for departments, and a township is no organ of reconsideration. */
const notForThese = ['department: never', 'township: never']

export const lawBasedTable: readonly Omit<TableRow, 'indicator'>[] = [
  { id: 'L1-1', name: '网上可办率', full: 3, rule: 'ratio 0.7–0.95 empty notApplicable' },
  { id: 'L1-2', name: '法定时限内办结', full: 1, rule: 'passFail', mayNotApply: true },
  { id: 'L1-3', name: '权责清单动态调整并公开', full: 2, rule: `checklist ${one} ${one}` },
  { id: 'L1-4', name: '跨部门双随机占比', full: 3, rule: 'ratio 0–0.85 empty notApplicable' },
  { id: 'L1-5', name: '公平竞争审查与涉企政策清理', full: 3, rule: `checklist ${one} ${one} ${one}` },
  { id: 'L1-6', name: '拖欠账款、新官不理旧账', full: 2, rule: 'deduct 0.5 0.5' },
  { id: 'L2-1', name: '规范性文件合法性审核率', full: 3, rule: whole },
  { id: 'L2-2', name: '备案率与及时率', full: 3, rule: 'checklist 0/0.5/1/1.5 0/0.5/1/1.5', mayNotApply: true },
  { id: 'L2-3', name: '清理并公布目录', full: 2, rule: `checklist ${one} ${one}`, mayNotApply: true },
  { id: 'L2-4', name: '立法公众参与', full: 2, rule: `checklist ${one} ${one}`, variants: ['department: never', 'county township: never'], mayNotApply: true },
  { id: 'L3-1', name: '年度目录公布', full: 2, rule: 'passFail', variants: notForDepartments },
  { id: 'L3-2', name: '五环节抽查', full: 4, rule: 'deduct 1 1 1 1 1', mayNotApply: true },
  { id: 'L3-3', name: '意见采纳反馈', full: 2, rule: `checklist ${one} ${one}`, mayNotApply: true },
  { id: 'L3-4', name: '决策后评估', full: 2, rule: 'count 1 cap 2', mayNotApply: true },
  { id: 'L4-1', name: '三项制度', full: 3, rule: `checklist ${one} ${one} ${one}`, mayNotApply: true },
  { id: 'L4-2', name: '案卷合格率', full: 4, rule: 'ratio 0.8–1 empty notApplicable', mayNotApply: true },
  { id: 'L4-3', name: '裁量基准覆盖率', full: 2, rule: whole, mayNotApply: true },
  { id: 'L4-4', name: '持证与培训', full: 3, rule: 'checklist 0/0.5/1.5 0/0.5/1/1.5', mayNotApply: true },
  { id: 'L4-5', name: '涉企检查规范与包容审慎', full: 3, rule: `checklist ${one} ${one} ${one}`, mayNotApply: true },
  { id: 'L4-6', name: '被撤销、确认违法', full: 3, rule: 'deduct 0.5 0.5 0.5', mayNotApply: true },
  { id: 'L5-1', name: '建议提案办复率', full: 2, rule: whole },
  { id: 'L5-2', name: '依申请公开按期答复率', full: 3, rule: whole },
  { id: 'L5-3', name: '信息公开被纠错', full: 1, rule: 'deduct 0.5 0.5' },
  { id: 'L5-4', name: '审计问题整改率', full: 2, rule: whole },
  { id: 'L5-5', name: '政务诚信失信', full: 2, rule: 'deduct 0.5 0.5' },
  { id: 'L5-6', name: '公开平台要素', full: 2, rule: 'checklist 0/0.5 0/0.5 0/0.5 0/0.5?' },
  { id: 'L6-1', name: '复议按期审结率', full: 3, rule: whole, variants: notForThese },
  { id: 'L6-2', name: '复议纠错与调解', full: 2, rule: 'interval % linear 0→0 50→2', variants: notForThese, mayNotApply: true },
  // A right-closed step holds up to the next break point: ≤ 5 % 3, ≤ 10 % 2, ≤ 20 % 1, beyond 0.
  { id: 'L6-3', name: '败诉率', full: 3, rule: 'interval % step right-closed 0→3 5→2 10→1 20→0', mayNotApply: true },
  { id: 'L6-4', name: '负责人出庭率', full: 3, rule: whole },
  { id: 'L6-5', name: '调解成功率', full: 2, rule: whole, mayNotApply: true },
  { id: 'L6-6', name: '履行生效裁判', full: 1, rule: 'passFail', mayNotApply: true },
  { id: 'L7-1', name: '预案修订', full: 2, rule: `checklist ${one} ${one}`, mayNotApply: true },
  { id: 'L7-2', name: '演练', full: 2, rule: 'count 0.5 cap 2', mayNotApply: true },
  { id: 'L7-3', name: '信息及时发布', full: 2, rule: 'passFail', mayNotApply: true },
  { id: 'L8-1', name: '常务会学法', full: 2, rule: 'count 0.5 cap 2' },
  { id: 'L8-2', name: '集体学法、旁听庭审', full: 2, rule: 'count 0.5 0.5 cap 2' },
  { id: 'L8-3', name: '培训学时达标率', full: 2, rule: whole },
  { id: 'L8-4', name: '任前法律考试', full: 2, rule: 'passFail', mayNotApply: true },
  { id: 'L9-1', name: '第一责任人四个亲自', full: 3, rule: 'checklist 0/0.25/0.75 0/0.25/0.75 0/0.25/0.75 0/0.25/0.75' },
  { id: 'L9-2', name: '年度报告质量', full: 3, rule: 'reference annual-report-quality of 100' },
  { id: 'L9-3', name: '督察考核与整改销号', full: 2, rule: whole },
]
