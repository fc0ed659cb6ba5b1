/** A stretch of a text, UTF-16 offsets, `end` not included. */
export interface Place {
  readonly start: number
  readonly end: number
}

/**
 * A number that a report states about its work: 3.4万余件 is { value: '34000', bound: 'more', unit: '件' }.
 * Values are exact decimals as strings ("98.73", "14000000"); a percentage stands in percent. Nothing is ever a float.
 */
export interface Fact extends Place {
  readonly value: string
  /** Upper end of a range (3至5个工作日); null = a single number. */
  readonly upTo: string | null
  /** 'more' 余, 多, 超过, 以上 · 'less' 近, 不足, 以下 · 'about' 约, 左右 · else 'exact'. */
  readonly bound: FactBound
  /** Measure word or unit as written ("件", "人次", "%", "个百分点", "元"); 万 and 亿 are in the value. */
  readonly unit: string
  /** Value of one step of the last digit as printed: "98.73" → '0.01', "3.4万" → '1000'. What rounding may hide is half of it. */
  readonly step: string
  readonly numeral: 'arabic' | 'chinese'
  /** The words that say what is counted, after the unit (107个联办) or before the number (会议12次); null = none stand there. */
  readonly counted: Place | null
  /** Whether it is the size of a rise or a fall (同比增长13.38%), not a state. */
  readonly change: 'up' | 'down' | null
}

export type FactBound = 'exact' | 'about' | 'more' | 'less'

/** Numbers that can be compared with each other, and how it comes out. */
export interface FactFinding {
  /** 'sum' total and parts · 'rate' rate, numerator, denominator · 'change' from, to and growth · 'repeat' the same quantity stated twice. */
  readonly kind: 'sum' | 'rate' | 'change' | 'repeat'
  readonly verdict: 'agrees' | 'conflicts' | 'cannot-tell'
  /** The total (rate, growth, first mention) first, then what it is compared with, in their order. */
  readonly places: readonly Place[]
  readonly working: FactWorking
}

/** The sum as a person would write it; the desk turns the key into words. Numbers are exact decimals. */
export type FactWorking =
  /** `relation`: 'equal' · 'over' the parts exceed the total · 'short' they fall short of it · 'part-over' one part exceeds it. */
  | { readonly key: 'sum'; readonly values: { readonly total: string; readonly parts: string; readonly sum: string; readonly unit: string; readonly relation: 'equal' | 'over' | 'short' | 'part-over' } }
  | { readonly key: 'rate'; readonly values: { readonly numerator: string; readonly denominator: string; readonly computed: string; readonly stated: string } }
  | { readonly key: 'change'; readonly values: { readonly from: string; readonly to: string; readonly computed: string; readonly stated: string } }
  | { readonly key: 'repeat'; readonly values: { readonly first: string; readonly second: string; readonly unit: string } }
