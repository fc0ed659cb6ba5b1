import type { UnitKind, UnitLevel } from '#core/rubric/rubric'

export type ColumnRole = 'name' | 'kind' | 'level' | 'group' | 'code'

const kindWords: Readonly<Record<UnitKind, readonly string[]>> = {
  government: ['政府', '人民政府', '地方政府', '各级政府', 'government', 'gov'],
  department: ['部门', '政府部门', '工作部门', '政府工作部门', '行政机关', 'department', 'dept'],
}
const levelWords: Readonly<Record<UnitLevel, readonly string[]>> = {
  province: ['省', '省级', '自治区', '直辖市', '省(区、市)', '省区市', 'province', 'provincial'],
  city: ['市', '市级', '地级市', '地市', '地市级', '地级', '设区的市', '设区市', '州', '自治州', '盟', '州市', 'city', 'municipal', 'prefecture'],
  county: ['县', '县级', '区', '区县', '县区', '区级', '区县级', '县级市', '市辖区', '自治县', '旗', '县(市、区)', '县市区', 'county', 'district'],
  township: ['乡', '镇', '乡镇', '乡级', '镇级', '乡镇级', '街道', '镇街', '乡镇(街道)', '乡镇街道', 'township', 'town'],
}
const columnWords: Readonly<Record<ColumnRole, readonly string[]>> = {
  name: ['名称', '单位', '单位名称', '被评单位', '机关名称', '机关', '地区', '地方', 'name', 'unit', 'unitname'],
  kind: ['类型', '机关类型', '单位类型', '单位性质', '性质', '类别', 'kind', 'type'],
  level: ['层级', '级别', '行政层级', '行政级别', 'level'],
  group: ['分组', '组', '组别', '排名组', '排名分组', 'group'],
  code: ['代码', '区划代码', '行政区划代码', '行政区划', '地区代码', 'code', 'areacode'],
}
const ordinalWords: readonly string[] = ['序号', '编号', '号', 'no', 'no.', '#']

/** Width, case and blanks do not matter; the words are those people write in such columns. Null: not known. */
export function kindOfWord(text: string): UnitKind | null {
  return keyOf(kindWords, text)
}

export function levelOfWord(text: string): UnitLevel | null {
  return keyOf(levelWords, text)
}

export function columnOfWord(text: string): ColumnRole | null {
  return keyOf(columnWords, text)
}

export function isOrdinalWord(text: string): boolean {
  return ordinalWords.includes(plain(text))
}

function keyOf<K extends string>(words: Readonly<Record<K, readonly string[]>>, text: string): K | null {
  const wanted = plain(text)
  for (const key of Object.keys(words) as K[]) {
    if (words[key].some((word) => plain(word) === wanted)) return key
  }
  return null
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}
