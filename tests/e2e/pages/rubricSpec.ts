/**
 * A rubric in the words of the desk, as an owner would dictate it: no JSON, ids only where the owner cares. Numbers are typed as they
 * stand here; shares and rates in percent.
 */
export interface RubricSpec {
  readonly name: string
  readonly version?: string
  /** 标识: short name that all versions share; default as a new draft has it. */
  readonly key?: string
  readonly summary?: string
  /** Full points of the whole; the groups add up to it. */
  readonly total: number
  /** 排名所需评定比例, percent; default all. */
  readonly leastSettled?: number
  /** Words of the choice 不适用项; default as a new draft has it. */
  readonly notApplicable?: '整体折算' | '组内折算' | '平均补加' | '按满分计' | '按零分计'
  readonly bases?: readonly BasisSpec[]
  readonly groups: readonly GroupSpec[]
  readonly bonus?: {
    readonly cap?: number
    /** `above` 80: 80.00 gets none; `from` 80: it does. */
    readonly gate?: { readonly above: number } | { readonly from: number }
    readonly capAtFull?: boolean
    readonly items: readonly ItemSpec[]
  }
  readonly negative?: { readonly cap?: number; readonly items: readonly ItemSpec[] }
  readonly vetoes?: readonly VetoSpec[]
  readonly consistency?: readonly ConsistencySpec[]
}

/** A dimension or an indicator: items, and indicators of their own, at any depth. */
export interface GroupSpec {
  readonly id: string
  readonly name: string
  readonly full: number
  readonly weight?: number
  readonly items: readonly (ItemSpec | GroupSpec)[]
}

export interface ItemSpec {
  readonly id: string
  readonly name: string
  readonly full: number
  readonly weight?: number
  readonly rule: RuleSpec
  /** 程序代数, in the words of its choice: "问题部分占比". Only where the rule asks for what the program can count. */
  readonly countedBy?: string
  /** 评分说明: no rubric is sound without it. */
  readonly guidance: string
  readonly cueWords?: readonly string[]
  /** Under what condition 不适用 is allowed; without it, it is refused. */
  readonly mayNotApply?: string
  /** 依据, by the short name of one of the rubric's `bases`. */
  readonly basis?: readonly { readonly basis: string; readonly place?: string; readonly checked?: boolean }[]
  /** 不同机关: the first that fits a unit is used. */
  readonly variants?: readonly VariantSpec[]
  /** 判例 */
  readonly cases?: readonly { readonly passage: string; readonly ruling: string; readonly reason?: string; readonly date?: string }[]
}

export interface VariantSpec {
  readonly label: string
  readonly kinds?: readonly ('政府' | '部门')[]
  readonly levels?: readonly ('省级' | '市级' | '县级' | '乡级')[]
  readonly full?: number
  readonly weight?: number
  /** 本项对其不适用 */
  readonly appliesNot?: true
  readonly rule?: RuleSpec
}

export interface VetoSpec {
  readonly id: string
  readonly name: string
  readonly criterion: string
  readonly guidance: string
  readonly effect: '总分记零' | '列最低等次' | '结果无效' | '待合议决定' | { readonly 总分至多: number } | { readonly 降几档: number }
}

export interface BasisSpec {
  readonly id: string
  readonly title: string
  readonly short: string
  readonly note?: string
  readonly inForceFrom?: string
  readonly inForceTo?: string
}

/** 评分项之间的核对: if every `when` holds, every `then` should. */
export interface ConsistencySpec {
  readonly when: readonly ConditionSpec[]
  readonly then: readonly ConditionSpec[]
  readonly message: string
}

export interface ConditionSpec {
  readonly item: string
  readonly is: '得满分' | '得零分' | '得分高于零' | '未得满分' | '已有结论' | '不适用'
}

/** A day that returns every year, counted from the report year. */
export interface DaySpec {
  readonly year: '当年' | '次年' | '后第二年'
  readonly month: number
  readonly day: number
}

/** One form per rule; `kind` is the first word of the choice 规则类型. Ids of the entries of a list: as the desk gives them, unless said. */
export type RuleSpec =
  | { readonly kind: '分档'; readonly levels: readonly (Entry & { readonly criterion: string; readonly points: number })[] }
  /** With a deadline the answer may be a date. */
  | { readonly kind: '达标'; readonly criterion: string; readonly deadline?: DaySpec; readonly dateLabel?: string }
  | {
      readonly kind: '要素'
      readonly elements: readonly (Entry & { readonly marks: readonly { readonly points: number; readonly criterion: string }[]; readonly mayNotApply?: string })[]
      readonly cap?: number
    }
  /** Without `atMost` a cause can take everything; `atMost` equal to `each` means: once. */
  | { readonly kind: '扣分'; readonly causes: readonly (Entry & { readonly each: number; readonly atMost?: number })[]; readonly floor?: number }
  | { readonly kind: '比例'; readonly numerator: string; readonly denominator: string; readonly zeroAt: number; readonly fullAt: number; readonly onEmpty?: '不适用' | '记零分' }
  | { readonly kind: '计数'; readonly events: readonly (Entry & { readonly each: number })[]; readonly cap?: number }
  | {
      readonly kind: '区间'
      readonly measure: string
      readonly unit: string
      readonly breaks: readonly { readonly x: number; readonly y: number }[]
      readonly between: '按直线折算' | '分段'
      readonly includes?: '起点' | '终点'
    }
  | { readonly kind: '逐条均值'; readonly of: string; readonly scale: readonly (Entry & { readonly criterion: string; readonly share: number })[]; readonly onEmpty?: '不适用' | '记零分' }
  | { readonly kind: '酌情'; readonly criterion: string; readonly step: number }
  | {
      readonly kind: '时限'
      readonly dateLabel: string
      readonly deadline: DaySpec
      readonly late: { readonly steps: readonly { readonly until: DaySpec; readonly points: number }[]; readonly otherwise: number } | { readonly perDay: number }
    }
  | {
      readonly kind: '排名赋分'
      readonly measure: string
      readonly unit: string
      readonly best: '越高越好' | '越低越好'
      readonly award: '与最好者成比例' | { readonly places: readonly number[] } | { readonly step: number }
    }
  | { readonly kind: '引用'; readonly label: string; readonly full: number; readonly rubric?: string }
  | { readonly kind: '多来源'; readonly sources: readonly (Entry & { readonly weight: number; readonly full: number })[] }
  | { readonly kind: '量表'; readonly steps: readonly { readonly value: number; readonly label: string; readonly rate?: number }[] }
  | { readonly kind: '负面扣分'; readonly each: number; readonly cap?: number }

interface Entry {
  readonly id?: string
  readonly label: string
}
