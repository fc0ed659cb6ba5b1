import { readGain } from '#core/rubric/proposal/readAmount'
import { numeral, readNumeral } from '#core/rubric/proposal/readNumeral'
import type { Phrase } from '#core/rubric/proposal/splitStandard'
import type { RankAward, Statement } from '#core/rubric/proposal/statement'

const place = `(?:综合|年度|考核)?(?:得分|成绩|考核)?(?:排名|排位|位列|位次|名次|排)?(?:全[省市县区])?(?:第)?(${numeral})(?:(?:[-~]|至|到)(?:第)?(${numeral}))?(?:名|位)(?:的|者|单位)?`
const places = new RegExp(`^${place}$|^(?:排名|排位|位列|位次|名次)第(${numeral})(?:的)?$`)
const listed = new RegExp(`^${place}(?:的)?(?:,)?(?:分别|依次|依次分别)(?:得|计|记|赋|给)?(\\d[\\d.、,]{0,120}\\d)分$`)
const proportional = new RegExp(`^(?:${place}|其他|其余|其他单位|其余单位|其他名次)?(?:的)?按(?:照)?(?:与|占)?第(?:一|1)名的?(?:得分|数值)?(?:的)?比例(?:计算|折算)?(?:得分|计分|给分|赋分)?$`)
const step = new RegExp(`^(?:名次|排名|位次)?每(?:后移|下降|降低|靠后|落后|往后|后退|退后|递减|下移|降)(?:一|1)(?:个名次|个位次|名|位)(?:递减|减少|扣减|扣|减|少得)(${numeral})分$`)

/** Reads what a phrase says about places (名次): "第1名得6分", "排名1-5名依次60、57、54、51、48分", "每后移一位扣0.1分". */
export function readRank(phrase: Phrase): Statement | null {
  const { text } = phrase
  if (text.length > 200) return null
  const list = listed.exec(text)
  if (list) {
    const decimals = (list[3] ?? '').split(/[、,]/).map(readNumeral)
    if (decimals.every((decimal) => decimal !== null)) return rankOf(phrase, list[1], list[2], { kind: 'list', decimals })
  }
  const shared = proportional.exec(text)
  if (shared) return rankOf(phrase, shared[1] ?? '2', shared[2] ?? (shared[1] ? undefined : '999999'), { kind: 'proportional' })
  const down = step.exec(text)
  const decimal = down && readNumeral(down[1] ?? '')
  if (decimal) return rankOf(phrase, '1', '999999', { kind: 'step', amount: { kind: 'points', decimal } })
  const given = readGain(text)
  const found = given && !given.each && places.exec(given.before)
  return given && found ? rankOf(phrase, found[1] ?? found[3], found[2], { kind: 'amount', amount: given.amount }) : null
}

function rankOf(phrase: Phrase, first: string | undefined, last: string | undefined, award: RankAward): Statement | null {
  const from = Number(readNumeral(first ?? '') ?? 0)
  const to = last === undefined ? from : Number(readNumeral(last) ?? 0)
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 1 || to < from) return null
  return { kind: 'rank', from, to, award, phrases: [phrase] }
}
