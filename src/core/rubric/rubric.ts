import type { AnnualDay, CalendarDay } from '#core/calendarDay'
import type { ItemId } from '#core/ids'
import type { MeasureName } from '#core/rubric/measureName'

/**
 * English beside texts of the same names (docs/decisions/0015): wording only. A text without it is shown as it stands, in every language.
 * Cue words have none: they look for passages in Chinese reports.
 */
export interface Translated<Fields extends string> {
  readonly en?: { readonly [F in Fields]?: string }
}

/**
 * The rubric (指标体系): dimension 一级指标 → indicator 二级指标 → item 评分项, at any depth.
 * This is the shape of the JSON files in `rubrics/`, field by field explained in rubrics/README.md. Immutable once adopted.
 *
 * Every number here is a decimal as the owner wrote it (1.2, 0.05). It is read by its shortest decimal notation and
 * turned into exact points by `pointsOf`; no arithmetic is ever done on the JavaScript number itself.
 */
export interface Rubric extends Translated<'name' | 'summary'> {
  readonly $schema?: string
  readonly format: 'zhunsheng.rubric'
  readonly formatVersion: 1
  /** Lower-case name of the family of versions: "annual-report-quality". */
  readonly key: string
  /** The owner's version, free text: "2025.1". Identity is the content hash, not this. */
  readonly version: string
  readonly name: string
  readonly summary: string
  /** Full points of the whole rubric; the points of the dimensions add up to it. */
  readonly full: number
  /** How items that do not apply leave the total (METHOD §5.2); 'global' = full × Σearned ÷ Σavailable. */
  readonly notApplicableMethod: NotApplicableMethod
  readonly bases: readonly LegalBasis[]
  readonly groups: readonly RubricGroup[]
  /** R16 at the level of the total: the items above are one source of the base total, outside results are the others. */
  readonly totalSources?: TotalSources
  /** Where several assessors are merged: item by item (default), or each one's own base total (METHOD §6A.12, §6A.40). */
  readonly mergeAt?: 'items' | 'total'
  /** R12 加分: after the base total (METHOD §5.3). */
  readonly bonus?: BonusSection
  /** R13 负面清单: after the bonus. */
  readonly negative?: NegativeSection
  /** R14 一票否决: after the negative list. */
  readonly vetoes?: readonly RubricItem[]
  /** Between items: contradictions that are shown as warnings while scoring. */
  readonly consistency?: readonly ConsistencyRule[]
  /** Share 0–1 of the items that must be scored, not found or not applicable before a unit is ranked; default: all, unless the project ranks provisional units. */
  readonly leastSettledShare?: number
}

/**
 * R16 多来源 of the total: base total = full × Σ w(s ÷ its full) ÷ Σ w, before the bonus. A source that is missing leaves the total a
 * range; one that does not apply leaves both sums (METHOD §6A.26).
 */
export interface TotalSources {
  /** What the rubric's own items come to, out of its full points: "书面评审" at 50. */
  readonly own: Translated<'label'> & { readonly label: string; readonly weight: number }
  /** Outside results, entered for each unit like items: full marks are those of the result, each has a weight. Mostly by reference (R15). */
  readonly items: readonly RubricItem[]
}

/** Bonus items are ordinary items whose full marks are the most that each can add. One that nobody has recorded adds nothing. */
export interface BonusSection {
  readonly items: readonly RubricItem[]
  /** Most that all of them add; default no cap. */
  readonly cap?: number
  /** The base, rounded as the ranking rounds, must reach it; `inclusive` false: exceed it. */
  readonly gate?: { readonly base: number; readonly inclusive: boolean }
  /** Whether the total stops at the rubric's full points; default no. */
  readonly capAtFull?: boolean
}

/** Items with the rule `negative`; one that nobody has recorded takes nothing. The total never falls below zero. */
export interface NegativeSection {
  readonly items: readonly RubricItem[]
  readonly cap?: number
}

/** If every `when` holds, every `then` should; else `message` is shown. Nothing is blocked and no point changes. */
export interface ConsistencyRule extends Translated<'message'> {
  readonly id: string
  readonly when: readonly ItemCondition[]
  readonly then: readonly ItemCondition[]
  readonly message: string
}

export interface ItemCondition {
  readonly item: ItemId
  readonly is: 'full' | 'zero' | 'above-zero' | 'below-full' | 'settled' | 'not-applicable'
}

/**
 * METHOD §5.2: global (a) full × Σearned ÷ Σavailable · withinParent (b) a group keeps its weight · equalAdd (c) lost points in equal
 * parts to the siblings · countFull (d) · countZero (e).
 */
export type NotApplicableMethod = 'global' | 'withinParent' | 'equalAdd' | 'countFull' | 'countZero'

/** A legal or institutional text that items rest on: data with a period of validity, never code. */
export interface LegalBasis extends Translated<'title' | 'short' | 'note'> {
  readonly id: string
  readonly title: string
  /** Short form used beside an item: "督察规定". */
  readonly short: string
  readonly inForceFrom?: CalendarDay
  readonly inForceTo?: CalendarDay
  readonly note?: string
}

/** Where in a basis an item rests. `checked` false is shown as 条号待核. */
export interface BasisReference extends Translated<'place'> {
  readonly basis: string
  readonly place?: string
  readonly checked: boolean
}

export interface RubricGroup extends Translated<'name'> {
  readonly kind: 'group'
  readonly id: string
  readonly name: string
  /** The points of the children add up to it, unless they carry weights. */
  readonly full: number
  /** Weight among its siblings, which add to 100 (METHOD §6A.10); all siblings have one or none has. */
  readonly weight?: number
  readonly children: readonly RubricNode[]
}

export interface RubricItem extends Translated<'name' | 'guidance'> {
  readonly kind: 'item'
  readonly id: ItemId
  readonly name: string
  /** Full marks M. */
  readonly full: number
  readonly weight?: number
  readonly rule: Rule
  /** What the program counts in the report and proposes; a person accepts it or not, so it changes no number by itself. */
  readonly measure?: MeasureName
  /** Other rules for other bodies; the first whose `when` fits the unit is used, else `rule`. */
  readonly variants?: readonly RuleVariant[]
  /** What to look for and how to decide, enough for two strangers to score alike. */
  readonly guidance: string
  /** Words that find passages; they never give a mark. */
  readonly cueWords: readonly string[]
  readonly basis: readonly BasisReference[]
  /** Present: 不适用 is allowed, under this condition. Absent: it is refused. */
  readonly notApplicable?: Condition
  /** Settled cases that show what a level means (判例); they travel with the rubric and give no mark. */
  readonly examples?: readonly AnchorExample[]
}

/** When 不适用 may be chosen, in words. */
export interface Condition extends Translated<'when'> {
  readonly when: string
}

export interface AnchorExample extends Translated<'passage' | 'ruling' | 'reason'> {
  readonly passage: string
  /** Level, mark or points that it was given, in words. */
  readonly ruling: string
  readonly reason?: string
  readonly date?: CalendarDay
}

export type RubricNode = RubricGroup | RubricItem

/** Kind of body (机关类型): a people's government, or a department or office. */
export type UnitKind = 'government' | 'department'
/** Administrative level (层级). */
export type UnitLevel = 'province' | 'city' | 'county' | 'township'

/** What is different for some bodies: another rule, other full marks or weight, or that the item does not apply at all. */
export interface RuleVariant extends Translated<'label'> {
  readonly when: { readonly kinds?: readonly UnitKind[]; readonly levels?: readonly UnitLevel[] }
  /** Said beside the item: "省级政府". */
  readonly label: string
  readonly rule?: Rule
  readonly full?: number
  readonly weight?: number
  /** false: not applicable for these bodies, by the rubric itself, with no signature. */
  readonly applies?: false
}

export type Rule =
  | LevelRule
  | PassFailRule
  | ChecklistRule
  | DeductRule
  | RatioRule
  | CountRule
  | IntervalRule
  | ItemMeanRule
  | JudgeRule
  | TimelinessRule
  | ByRankRule
  | ReferenceRule
  | SourcesRule
  | ScaleRule
  | NegativeRule
  | VetoRule

export type RuleKind = Rule['kind']

/** R1 分档: points of the level chosen. Levels from lowest to highest. */
export interface LevelRule {
  readonly kind: 'level'
  readonly levels: readonly Level[]
}
export interface Level extends Translated<'label' | 'criterion'> {
  readonly id: string
  readonly label: string
  readonly criterion: string
  readonly points: number
}

/** R2 达标: M or 0. With a `deadline` the answer may be a date, deadline day included. */
export interface PassFailRule extends Translated<'criterion' | 'dateLabel'> {
  readonly kind: 'passFail'
  readonly criterion: string
  readonly deadline?: AnnualDay
  /** What the date is, where there is a deadline: "落款或成文日期". */
  readonly dateLabel?: string
}

/** R3 要素: sum of the elements' marks; elements that do not apply rescale inside the item, which keeps M. */
export interface ChecklistRule {
  readonly kind: 'checklist'
  readonly elements: readonly ChecklistElement[]
  /** Default M. */
  readonly cap?: number
}
export interface ChecklistElement extends Translated<'label'> {
  readonly id: string
  readonly label: string
  /** Allowed marks from lowest to highest, 0 included; the highest is the element's full marks. */
  readonly marks: readonly (Translated<'criterion'> & { readonly points: number; readonly criterion: string })[]
  readonly notApplicable?: Condition
}

/** R4 扣分: max(floor, M − Σ min(cap, n × perEvent)). */
export interface DeductRule {
  readonly kind: 'deduct'
  readonly causes: readonly DeductCause[]
  /** Default 0. */
  readonly floor?: number
}
export interface DeductCause extends Translated<'label'> {
  readonly id: string
  readonly label: string
  readonly perEvent: number
  /** Most that this cause can take; default M. `cap = perEvent` means: once. */
  readonly cap?: number
}

/** R5 比例: M × clamp((n ÷ d − zeroAt) ÷ (fullAt − zeroAt)). Shares 0–1. */
export interface RatioRule extends Translated<'numerator' | 'denominator'> {
  readonly kind: 'ratio'
  readonly numerator: string
  readonly denominator: string
  readonly zeroAt: number
  readonly fullAt: number
  /** When the denominator is 0. Default notApplicable. */
  readonly onEmpty?: 'notApplicable' | 'zero'
}

/** R6 计数: min(cap, Σ n × points). */
export interface CountRule {
  readonly kind: 'count'
  readonly kinds: readonly (Translated<'label'> & { readonly id: string; readonly label: string; readonly points: number })[]
  /** Default M. */
  readonly cap?: number
}

/** R7 区间: points by break points (x, y), linear between them or in steps; flat outside the ends. */
export interface IntervalRule extends Translated<'measure' | 'unit'> {
  readonly kind: 'interval'
  /** What x is: "问题部分占全文字数的比例". */
  readonly measure: string
  /** Unit of x, as shown: "%", "字", "个/千字". */
  readonly unit: string
  /** Strictly rising x. */
  readonly breaks: readonly { readonly x: number; readonly y: number }[]
  readonly shape: 'linear' | 'step'
  /** Steps hold on [lo, hi) (default 'left') or on (lo, hi] ('right'). */
  readonly closed?: 'left' | 'right'
}

/** R9 逐条均值: M × mean of the sub-items' shares. */
export interface ItemMeanRule extends Translated<'subItem'> {
  readonly kind: 'itemMean'
  /** What is counted one by one: "问题". */
  readonly subItem: string
  /** From lowest to highest; share 0–1 of M. */
  readonly scale: readonly (Translated<'label' | 'criterion'> & { readonly id: string; readonly label: string; readonly criterion: string; readonly share: number })[]
  /** With no sub-items. Default zero. */
  readonly onEmpty?: 'notApplicable' | 'zero'
}

/** R10 酌情: as entered, a multiple of `step` within [0, M]; a note is required below M. */
export interface JudgeRule extends Translated<'criterion'> {
  readonly kind: 'judge'
  readonly criterion: string
  readonly step: number
}

/** R11 时限: full marks up to the deadline (day included); later by grace steps or so many points a day. */
export interface TimelinessRule extends Translated<'dateLabel'> {
  readonly kind: 'timeliness'
  readonly dateLabel: string
  readonly deadline: AnnualDay
  readonly late:
    | { readonly kind: 'grace'; readonly steps: readonly { readonly until: AnnualDay; readonly points: number }[]; readonly otherwise: number }
    | { readonly kind: 'perDay'; readonly points: number }
}

/** R8 排名赋分: points by place within the ranking group, once all units are in; ties share the better place. */
export interface ByRankRule extends Translated<'measure' | 'unit'> {
  readonly kind: 'byRank'
  readonly measure: string
  readonly unit: string
  readonly best: 'high' | 'low'
  readonly award:
    /** Points of place 1, 2, …; beyond the table 0. */
    | { readonly kind: 'table'; readonly points: readonly number[] }
    /** M × value ÷ best (low is best: M × best ÷ value). */
    | { readonly kind: 'proportional' }
    /** M less `step` for every place behind the first, never below 0. */
    | { readonly kind: 'step'; readonly step: number }
}

/** R15 引用: M × min(1, total ÷ full) of another rubric's result. */
export interface ReferenceRule extends Translated<'label'> {
  readonly kind: 'reference'
  /** What is referred to: "年度报告质量得分". */
  readonly label: string
  /** Full points of the other rubric. */
  readonly full: number
  /** `key` of a rubric whose project may be chosen in the program. */
  readonly rubric?: string
}

/** R16 多来源: M × Σ w(s ÷ full) ÷ Σ w. A source that is missing leaves the item pending; one that does not apply leaves the mean. */
export interface SourcesRule {
  readonly kind: 'sources'
  readonly sources: readonly (Translated<'label'> & { readonly id: string; readonly label: string; readonly weight: number; readonly full: number })[]
}

/** R17 量表: M × mean of the valid answers ÷ top of the scale, or × mean of their rates. 不了解 is counted apart and leaves the mean. */
export interface ScaleRule {
  readonly kind: 'scale'
  /** From lowest to highest. `rate` (share 0–1): all steps carry one, or none does. */
  readonly steps: readonly (Translated<'label'> & { readonly value: number; readonly label: string; readonly rate?: number })[]
}

/** R13 负面清单的一项: so many points for every event, up to `cap`; the item's full marks are the most it can take. */
export interface NegativeRule {
  readonly kind: 'negative'
  readonly perEvent: number
  readonly cap?: number
}

/** R14 一票否决: what follows when it applies. Its item has full marks 0. */
export interface VetoRule extends Translated<'criterion'> {
  readonly kind: 'veto'
  readonly criterion: string
  readonly effect: VetoEffect
}

export type VetoEffect =
  | { readonly kind: 'zero' }
  | { readonly kind: 'capTotal'; readonly at: number }
  | { readonly kind: 'lowerBand'; readonly by: number }
  /** Lowest band, total kept. */
  | { readonly kind: 'fail' }
  /** No total that counts, not ranked. */
  | { readonly kind: 'invalid' }
  /** Not ranked until the committee decides. */
  | { readonly kind: 'suspended' }
