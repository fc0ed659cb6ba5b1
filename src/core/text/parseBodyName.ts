/**
 * The name of a body taken apart: 甲州市乙县人民政府 = place 甲州市乙县 + 人民政府. By the name alone, without a gazetteer.
 * `form` place: a bare place name; party: a party committee; relative names (市司法局) have place ''.
 */
export interface BodyName {
  readonly name: string
  readonly place: string
  /** The last administrative word of the place: 省, 市, 县 …; '' where the name has none. */
  readonly rank: string
  readonly form: 'government' | 'department' | 'committee' | 'party' | 'place'
}

const rankWord = '特别行政区|自治区|自治州|自治县|自治旗|经济特区|地区|街道|林区|特区|省|市|州|盟|县|旗|区|镇|乡'
const placeSegment = new RegExp(`^([\\p{Script=Han}]{1,12}?)(${rankWord})`, 'u')
/** Words that open a department's name and contain a word of rank. */
const notAPlace = /^(?:市场|市政|市容|市域|市直|市委|市人|城市|城乡|城镇|城区|乡村|乡镇|社区|区域|区划|区委|区人|园区|住房|县域|县委|县人|省委|省人|街道办|农村|政府|人民|行政|政务)/
const notAName = /^(?:[我全本各该两此外在和与对由以是为将及被于]|一是|中共$)/
const functionalArea = /(?:开发|高新|新|合作|示范|管理|保税|风景|旅游|产业|园|度假|试验|集聚)区$/
const department = /(?:局|厅|办公室|办|委员会|委|院|署|处|中心|总队|支队|大队|站|所|社|馆|部|集团|公司)$/

/** 广西政府 is how everybody calls it; other places are not named without their word of rank. */
const regions: Readonly<Record<string, string>> = { 内蒙古: '内蒙古自治区', 广西: '广西壮族自治区', 西藏: '西藏自治区', 宁夏: '宁夏回族自治区', 新疆: '新疆维吾尔自治区' }
const shortRegion = /^(?:内蒙古|广西|西藏|宁夏|新疆)(?=(?:人民)?政府)/

/**
 * Takes a body's name apart. Null for what does not read like one (我市, 全市, a sentence). Spaces inside are ignored.
 * @example parseBodyName('望川县司法局') // { name: '望川县司法局', place: '望川县', rank: '县', form: 'department' }
 */
export function parseBodyName(text: string): BodyName | null {
  const name = text.replace(/[\s\u3000]/g, '')
  if (name.length < 2 || name.length > 40 || !/^[\p{Script=Han}()\uff08\uff09·]+$/u.test(name) || notAName.test(name)) return null
  const bare = name.replace(/^中国共产党|^中共/, '')
  const short = shortRegion.exec(bare)?.[0]
  const { place, rank } = short === undefined ? readPlace(bare) : { place: regions[short]!, rank: '自治区' }
  const rest = bare.slice(short?.length ?? place.length)
  if (rest === '') return place === '' || bare !== name ? null : { name, place, rank, form: 'place' }
  if (/^(?:人民)?政府$/.test(rest)) return place === '' ? null : { name, place, rank, form: 'government' }
  if (/^委(?:员会)?$/.test(rest)) return { name, place, rank, form: 'party' }
  if (/^(?:党工委)?管(?:理)?委(?:员)?会$/.test(rest) && place !== '') return { name, place, rank, form: 'committee' }
  if (rest === '办事处' && rank === '街道') return { name, place, rank, form: 'government' }
  if (rest.length >= 2 && department.test(rest)) return { name, place, rank, form: 'department' }
  return null
}

/**
 * The bodies named side by side (中共某市委 某市人民政府), in their order, with their offsets in the text.
 * @example parseBodyNames('中共望川县委 望川县人民政府').map(({ body }) => body.form) // ['party', 'government']
 */
export function parseBodyNames(text: string): { readonly body: BodyName; readonly start: number; readonly end: number }[] {
  const found: { body: BodyName; start: number; end: number }[] = []
  for (const match of text.matchAll(/[^\s\u3000、,\uff0c]+/g)) {
    const glued = /^((?:中国共产党|中共).{2,20}?委(?:员会)?)([^委办].{1,20}政府)$/.exec(match[0])
    const pieces = glued ? [glued[1]!, glued[2]!] : [match[0]]
    let start = match.index
    for (const piece of pieces) {
      const body = parseBodyName(piece)
      if (body) found.push({ body, start, end: start + piece.length })
      start += piece.length
    }
  }
  return found
}

/** Whether a place is an area of function (开发区, 新区) rather than of the administrative division. */
export function isFunctionalArea(place: string): boolean {
  return functionalArea.test(place)
}

function readPlace(name: string): { place: string; rank: string } {
  let at = 0
  let rank = ''
  while (at < name.length) {
    const rest = name.slice(at)
    if (notAPlace.test(rest)) break
    const segment = placeSegment.exec(rest)
    if (!segment || /[局厅委办院署处]|管理|政府|和|与/.test(segment[1]!)) break
    let length = segment[0].length
    rank = segment[2]!
    // 通州 + 区, 景德镇 + 市: the word of rank was part of the name.
    const more = /^[省市县区州旗镇乡]/.exec(rest.slice(length))
    if (more && !notAPlace.test(rest.slice(length)) && rest.length >= length + 1 && more[0] !== rank) {
      rank = more[0]
      length += 1
    }
    at += length
  }
  return { place: name.slice(0, at), rank }
}
