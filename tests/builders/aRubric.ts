import type { ItemId } from '#core/ids'
import type { Rubric, RubricGroup, RubricItem, RubricNode, Rule } from '#core/rubric/rubric'

/** A judge item: the simplest rule, points as entered. */
export function anItem(id: string, full: number, rule: Rule = { kind: 'judge', criterion: '按标准判断', step: 0.01 }, more: Partial<RubricItem> = {}): RubricItem {
  return {
    kind: 'item',
    id: id as ItemId,
    name: `项目 ${id}`,
    full,
    rule,
    guidance: '按标准判断。',
    cueWords: [],
    basis: [],
    notApplicable: { when: '无此职责' },
    ...more,
  }
}

export function aGroup(id: string, full: number, children: readonly RubricNode[]): RubricGroup {
  return { kind: 'group', id, name: `维度 ${id}`, full, children }
}

export function aRubric(groups: readonly RubricGroup[], more: Partial<Rubric> = {}): Rubric {
  return {
    format: 'zhunsheng.rubric',
    formatVersion: 1,
    key: 'test',
    version: '1',
    name: '测试指标体系',
    summary: '供测试使用',
    full: groups.reduce((sum, group) => sum + group.full, 0),
    notApplicableMethod: 'global',
    bases: [],
    groups,
    ...more,
  }
}
