import type { ItemId } from '#core/ids'
import type { Rubric } from '#core/rubric/rubric'
import type { Speak } from '../problems'

/** What an owner begins with who begins from nothing: one dimension with one item, 100 points, to be renamed and filled in. */
export function emptyRubric(t: Speak): Rubric {
  return {
    format: 'zhunsheng.rubric',
    formatVersion: 1,
    key: 'my-rubric',
    version: '1',
    name: t('rubrics.begin.name'),
    summary: '',
    full: 100,
    notApplicableMethod: 'global',
    bases: [],
    groups: [{
      kind: 'group', id: 'A', name: t('rubrics.begin.dimension'), full: 100,
      children: [{ kind: 'item', id: 'A1' as ItemId, name: t('rubrics.begin.item'), full: 100, rule: { kind: 'judge', criterion: t('rubrics.begin.criterion'), step: 0.5 }, guidance: '', cueWords: [], basis: [] }],
    }],
  }
}
