/**
 * Points as exact rationals (METHOD §3). Nothing is rounded inside; rounding happens once, at the edge, half up
 * (away from zero for negatives), by `roundPoints` and `formatPoints`.
 *
 * A value is numerator ÷ denominator in BigInt, always reduced, denominator > 0. Missing has no points: states, not numbers.
 * @example formatPoints(addPoints(pointsOf(0.1), pointsOf(0.2)), 2) // '0.30', and it equals pointsOf(0.3)
 */
export interface Points {
  readonly numerator: bigint
  readonly denominator: bigint
}

export const zeroPoints: Points = { numerator: 0n, denominator: 1n }

/** Reduced fraction of two whole numbers. Throws on denominator 0: callers decide what emptiness means. */
export function makePoints(numerator: bigint, denominator: bigint): Points {
  if (denominator === 0n) throw new Error('points need a denominator')
  if (denominator < 0n) return makePoints(-numerator, -denominator)
  if (denominator === 1n) return { numerator, denominator }
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator)
  return divisor === 1n ? { numerator, denominator } : { numerator: numerator / divisor, denominator: denominator / divisor }
}

/**
 * The exact value of a decimal as it was written: 1.005 is 1005/1000, not the nearest binary float.
 * Reads the shortest notation of the number, or a decimal string. Throws on NaN and infinities.
 * @example pointsOf(1.2) // 6/5
 */
export function pointsOf(decimal: number | string): Points {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(String(decimal))
  if (!parts) throw new Error(`not a decimal: ${decimal}`)
  const fraction = parts[3] ?? ''
  const exponent = Number(parts[4] ?? 0) - fraction.length
  const digits = BigInt(`${parts[1]}${parts[2]}${fraction}`)
  return exponent >= 0 ? { numerator: digits * 10n ** BigInt(exponent), denominator: 1n } : makePoints(digits, 10n ** BigInt(-exponent))
}

export function addPoints(a: Points, b: Points): Points {
  if (a.denominator === b.denominator) return makePoints(a.numerator + b.numerator, a.denominator)
  return makePoints(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function subtractPoints(a: Points, b: Points): Points {
  return addPoints(a, { numerator: -b.numerator, denominator: b.denominator })
}

export function multiplyPoints(a: Points, b: Points): Points {
  return makePoints(a.numerator * b.numerator, a.denominator * b.denominator)
}

/** Throws when `b` is zero. */
export function dividePoints(a: Points, b: Points): Points {
  return makePoints(a.numerator * b.denominator, a.denominator * b.numerator)
}

export function sumPoints(values: readonly Points[]): Points {
  return values.reduce(addPoints, zeroPoints)
}

/** −1, 0 or 1. */
export function comparePoints(a: Points, b: Points): -1 | 0 | 1 {
  const left = a.numerator * b.denominator
  const right = b.numerator * a.denominator
  return left < right ? -1 : left > right ? 1 : 0
}

export function equalPoints(a: Points, b: Points): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator
}

export function minPoints(a: Points, b: Points): Points {
  return comparePoints(a, b) <= 0 ? a : b
}

export function maxPoints(a: Points, b: Points): Points {
  return comparePoints(a, b) >= 0 ? a : b
}

/** `value` held within [low, high]. */
export function clampPoints(value: Points, low: Points, high: Points): Points {
  return maxPoints(low, minPoints(high, value))
}

/**
 * Half-up rounding to so many decimals, as a whole number of 10^−decimals: 1.005 → 101n at 2 decimals, −1.005 → −101n.
 */
export function roundPoints(value: Points, decimals: number): bigint {
  const negative = value.numerator < 0n
  const scaled = (negative ? -value.numerator : value.numerator) * 10n ** BigInt(decimals)
  const doubled = (2n * scaled + value.denominator) / (2n * value.denominator)
  return negative ? -doubled : doubled
}

/** A number of 10^−decimals written out: (101n, 2) → "1.01". */
export function formatScaled(scaled: bigint, decimals: number): string {
  const negative = scaled < 0n
  const digits = String(negative ? -scaled : scaled).padStart(decimals + 1, '0')
  const whole = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return negative ? `-${whole}` : whole
}

/**
 * What a person reads: rounded half up, with all its decimals.
 * @example formatPoints(pointsOf('62.95666'), 2) // '62.96'
 */
export function formatPoints(value: Points, decimals: number): string {
  return formatScaled(roundPoints(value, decimals), decimals)
}

/** The value as a share of `full` in percent: 188.87 of 300 → '62.96'. Null when `full` is zero. */
export function formatPercent(value: Points, full: Points, decimals: number): string | null {
  if (full.numerator === 0n) return null
  return formatPoints(multiplyPoints(dividePoints(value, full), pointsOf(100)), decimals)
}

/** Shortest exact decimal where there is one with at most 6 decimals ("2.5"), else "n/d" ("1/3"). */
export function writeExact(value: Points): string {
  for (let decimals = 0; decimals <= 6; decimals += 1) {
    if ((value.numerator * 10n ** BigInt(decimals)) % value.denominator === 0n) return formatPoints(value, decimals)
  }
  return `${value.numerator}/${value.denominator}`
}

/** The value itself, as `readExact` takes it: 149/2 → "149/2", 73 → "73". */
export function writeFraction({ numerator, denominator }: Points): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
