const digits = '〇一二三四五六七八九'
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'
const legal = '零壹贰叁肆伍陆柒捌玖'

/**
 * A paragraph's number in one of Word's formats (w:numFmt). Formats that are not known show Arabic digits: the number must not vanish.
 * 'bullet' and 'none' show nothing.
 * @example formatNumber(21, 'chineseCounting') // '二十一'
 */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'bullet':
    case 'none':
      return ''
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
      return chineseNumber(value, digits, ['', '十', '百', '千'])
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return chineseNumber(value, legal, ['', '拾', '佰', '仟'])
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(value)].map((digit) => digits[Number(digit)]).join('')
    case 'ideographTraditional':
      return stems[value - 1] ?? String(value)
    case 'ideographZodiac':
      return branches[value - 1] ?? String(value)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value)
    case 'decimalEnclosedParen':
      return `(${value})`
    case 'decimalEnclosedFullstop':
      return `${value}.`
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(value)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'upperLetter':
      return letters(value)
    case 'lowerLetter':
      return letters(value).toLowerCase()
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    default:
      return String(value)
  }
}

/** Below 10,000; 10–19 are said without 一 (十五), as in every official document. */
function chineseNumber(value: number, names: string, powers: readonly string[]): string {
  if (value <= 0 || value >= 10_000) return String(value)
  const figures = [...String(value)].map(Number)
  let said = ''
  for (const [index, figure] of figures.entries()) {
    const power = powers[figures.length - 1 - index]!
    if (figure > 0) said += names[figure]! + power
    else if (figures.slice(index + 1).some((next) => next > 0) && !said.endsWith(zeroOf(names))) said += zeroOf(names)
  }
  return value >= 10 && value < 20 && names === digits ? said.slice(1) : said
}

function zeroOf(names: string): string {
  return names === digits ? '零' : names[0]!
}

function letters(value: number): string {
  // Word repeats: Z, AA, BB.
  return value < 1 || value > 780 ? String(value) : String.fromCodePoint(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  const steps: readonly (readonly [number, string])[] = [
    [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
  ]
  let rest = value
  let said = ''
  for (const [worth, sign] of steps) {
    for (; rest >= worth; rest -= worth) said += sign
  }
  return said
}
