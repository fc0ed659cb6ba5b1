import table from '#core/area/areaCodes.json'

export interface Area {
  /** GB/T 2260, six digits. */
  readonly code: string
  readonly name: string
  readonly level: 'province' | 'city' | 'county'
  /** Everyday short form (四平, 延边, 内蒙古); '' where nothing of two characters is left (赵县). */
  readonly short: string
  readonly parents: readonly Area[]
}

/** Peoples in names of autonomous areas; those of the second row also stand without 族. */
const peoples =
  '(?:(?:朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|满|瑶|黎|畲|仫佬|毛南|水|仡佬|拉祜|佤|纳西|布朗|独龙|怒|普米|土|撒拉|保安|东乡|裕固|达斡尔|鄂温克|鄂伦春|蒙古|各)族|' +
  '蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔)'
const rankOfName = new RegExp(`(?:${peoples}{1,5}自治[区州县旗]|自治[区州县旗]|特别行政区|地区|林区|省|市|州|盟|县|旗|区)$`)

let known: readonly Area[] | null = null

/** Every area of the table in its order, made once, at the first call. */
export function listAreas(): readonly Area[] {
  known ??= readTable()
  return known
}

function readTable(): Area[] {
  const byCode = new Map<string, Area>()
  for (const province of table.areas) {
    for (const match of province.matchAll(/(\d{6})(\D+)/g)) {
      const code = match[1]!
      const name = match[2]!
      const parents = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].flatMap((parent) => (parent === code ? [] : (byCode.get(parent) ?? [])))
      byCode.set(code, { code, name, level: levelOf(code), short: shorten(name), parents })
    }
  }
  return [...byCode.values()]
}

function levelOf(code: string): Area['level'] {
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'county'
}

function shorten(name: string): string {
  if (name === '内蒙古自治区') return '内蒙古'
  const short = name.replace(rankOfName, '')
  return short.length >= 2 && short !== name ? short : ''
}
