/** A rubric in the words of the desk, as an owner would dictate it: no ids of rules, no JSON. Numbers are typed as they stand here. */
export interface RubricSpec {
  readonly name: string
  readonly version?: string
  /** Full points of the whole; the groups add up to it. */
  readonly total: number
  /** Words of the choice 不适用项; default as a new draft has it. */
  readonly notApplicable?: '整体折算' | '组内折算' | '平均补加' | '按满分计' | '按零分计'
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
}

export interface GroupSpec {
  readonly id: string
  readonly name: string
  readonly full: number
  readonly items: readonly ItemSpec[]
}

export interface ItemSpec {
  readonly id: string
  readonly name: string
  readonly full: number
  readonly rule: RuleSpec
  /** 评分说明: no rubric is sound without it. */
  readonly guidance: string
  /** Under what condition 不适用 is allowed; without it, it is refused. */
  readonly mayNotApply?: string
}

export interface VetoSpec {
  readonly id: string
  readonly name: string
  readonly criterion: string
  readonly guidance: string
  readonly effect: '总分记零' | '列最低等次' | '结果无效' | '待合议决定' | { readonly 总分至多: number } | { readonly 降几档: number }
}

/** One form per rule; `kind` is the first word of the choice 规则类型. */
export type RuleSpec =
  | { readonly kind: '分档'; readonly levels: readonly { readonly label: string; readonly criterion: string; readonly points: number }[] }
  | { readonly kind: '达标'; readonly criterion: string }
  | { readonly kind: '要素'; readonly elements: readonly { readonly label: string; readonly marks: readonly { readonly points: number; readonly criterion: string }[] }[] }
  /** Without `atMost` a cause can take everything; `atMost` equal to `each` means: once. */
  | { readonly kind: '扣分'; readonly causes: readonly { readonly label: string; readonly each: number; readonly atMost?: number }[] }
  /** Shares in percent. */
  | { readonly kind: '比例'; readonly numerator: string; readonly denominator: string; readonly zeroAt: number; readonly fullAt: number }
  | { readonly kind: '计数'; readonly events: readonly { readonly label: string; readonly each: number }[]; readonly cap?: number }
  | { readonly kind: '酌情'; readonly criterion: string; readonly step: number }
  | { readonly kind: '负面扣分'; readonly each: number; readonly cap?: number }
