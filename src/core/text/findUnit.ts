import { findSignature, type Signature } from '#core/text/findSignature'
import type { ReportHead } from '#core/text/findTitle'
import { isFunctionalArea, parseBodyName, type BodyName } from '#core/text/parseBodyName'
import { readTitle } from '#core/text/readTitle'
import type { Proposed } from '#core/text/reportProposal'
import type { UnitKind, UnitLevel } from '#core/rubric/rubric'

export interface ProposedUnit {
  readonly name: Proposed<string>
  readonly kind: Proposed<UnitKind>
  readonly level: Proposed<UnitLevel>
}

interface Candidate {
  readonly body: BodyName
  readonly place: Proposed<string>['place']
  readonly source: 'title' | 'signature' | 'opening' | 'file-name'
}

/**
 * Who reports: the body in the title, else the one that signed (of a party committee and a government the government), else the one
 * the opening or the file name speaks of. Certain for a full name in the title or the signature that is not contradicted; a bare
 * place (望川县) stands for its government and is doubtful unless that government signed; a name without its place (市司法局) is doubtful.
 * @example findUnit({ fileName: 'a.txt', text, head: findTitle(text) }).name.value // '望川县人民政府'
 */
export function findUnit(clues: { fileName: string; text: string; head: ReportHead; signature?: Signature | null }): ProposedUnit {
  const { text, head, fileName } = clues
  const signature = clues.signature === undefined ? findSignature(text) : clues.signature
  const signed = chooseBody((signature?.bodies ?? []).map(({ body, start, end }) => ({ body, place: { start, end }, source: 'signature' as const })))
  const titled = bodyOfTitle(text, head)
  const chosen = preferSigned(titled, signed) ?? bodyOfOpening(head) ?? bodyOfFileName(fileName)
  if (!chosen) return { name: missing(), kind: missing(), level: missing() }

  const { body, place, source } = chosen
  const full = (source === 'title' || source === 'signature') && body.place !== '' && body.form !== 'place'
  const isContradicted = source === 'title' && signed !== null && signed.body.form !== 'party' && fullName(signed.body) !== fullName(body)
  const isSure = full && body.form !== 'party' && !isContradicted
  const name: Proposed<string> = { value: fullName(body), place, confidence: isSure ? 'certain' : 'doubtful', source }
  return { name, kind: proposeKind(body, name), level: proposeLevel(body, name, text) }
}

/** A bare place in the title gives way to the government of that place where it signed. */
function preferSigned(titled: Candidate | null, signed: Candidate | null): Candidate | null {
  if (!titled) return signed
  const isSameGovernment = titled.body.form === 'place' && signed?.body.form === 'government' && signed.body.place.endsWith(titled.body.place)
  return isSameGovernment ? signed : titled
}

function chooseBody(candidates: readonly Candidate[]): Candidate | null {
  const inOrder: readonly BodyName['form'][] = ['government', 'committee', 'department', 'place', 'party']
  for (const form of inOrder) {
    const found = candidates.find(({ body }) => body.form === form)
    if (found) return found
  }
  return null
}

function bodyOfTitle(text: string, head: ReportHead): Candidate | null {
  const { title } = head
  if (title.value === null || title.place === null) return null
  const { start, end } = title.place
  return chooseBody(
    readTitle(title.value).bodies.map((body) => {
      const at = text.slice(start, end).indexOf(body.name)
      return { body, place: at < 0 ? { start, end } : { start: start + at, end: start + at + body.name.length }, source: 'title' as const }
    }),
  )
}

const openingSubject = /^(?:20\d{2}年(?:度|以来|来)?[,\uff0c]?\s?)?([\p{Script=Han}]{2,24}?)(?:坚持|在|认真|深入|全面|以|紧紧|紧扣|严格|积极|始终|持续|围绕|高度|切实|按照|根据|立足|聚焦|牢牢|不断|大力|扎实)/u

function bodyOfOpening(head: ReportHead): Candidate | null {
  const match = head.opening && openingSubject.exec(head.opening.text)
  const body = match ? parseBodyName(match[1]!) : null
  if (!head.opening || !match || !body || body.place === '') return null
  const start = head.opening.start + match[0].indexOf(match[1]!)
  return { body, place: { start, end: start + match[1]!.length }, source: 'opening' }
}

function bodyOfFileName(fileName: string): Candidate | null {
  return chooseBody(readTitle(fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '')).bodies.map((body) => ({ body, place: null, source: 'file-name' as const })))
}

function fullName(body: BodyName): string {
  // 某省政府 is the everyday form of 某省人民政府; one name a unit, or two reports of it would not meet.
  if (body.form === 'government') return body.rank === '街道' ? body.name : `${body.place}人民政府`
  if (body.form !== 'place') return body.name
  if (body.rank === '街道') return `${body.name}办事处`
  return `${body.name}${isFunctionalArea(body.place) ? '管理委员会' : '人民政府'}`
}

function proposeKind(body: BodyName, name: Proposed<string>): Proposed<UnitKind> {
  const value = body.form === 'government' || body.form === 'place' || body.form === 'committee' ? 'government' : 'department'
  const isPlain = body.form === 'government' || body.form === 'department'
  // 某市2023年… is surely not a department's title, whatever the government is called in full.
  return { value, place: name.place, confidence: isPlain && body.rank !== '街道' && name.confidence === 'certain' ? 'certain' : 'doubtful', source: 'derived' }
}

const municipality = /^(?:北京|上海|天津|重庆)市$/
const levels: Readonly<Record<string, UnitLevel>> = {
  省: 'province', 自治区: 'province', 特别行政区: 'province', 自治州: 'city', 州: 'city', 盟: 'city', 地区: 'city', 市: 'city', 县: 'county', 自治县: 'county',
  旗: 'county', 自治旗: 'county', 区: 'county', 林区: 'county', 特区: 'county', 经济特区: 'city', 镇: 'township', 乡: 'township', 街道: 'township',
}
/** Said of what lies below a prefecture-level city; a county-level city has towns only. */
const hasCounties = /县(?:[(\uff08]市|市区|区|\(区|级市)|市县|区县|市[、]县|各县|县域|县直|县乡/

/** The level by the last word of rank. 市 alone is city or county level: doubtful, the text's talk of counties being the better guess. */
function proposeLevel(body: BodyName, name: Proposed<string>, text: string): Proposed<UnitLevel> {
  if (body.rank === '') return missing()
  const place = name.place
  if (municipality.test(body.place)) return { value: 'province', place, confidence: name.confidence === 'certain' ? 'certain' : 'doubtful', source: 'derived' }
  if (body.rank === '市') {
    const isBelowCity = /[市州盟].+市$/.test(body.place)
    return { value: isBelowCity || !hasCounties.test(text) ? 'county' : 'city', place, confidence: 'doubtful', source: 'derived' }
  }
  const value = levels[body.rank]
  if (!value) return missing()
  const isPlain = !isFunctionalArea(body.place) && body.rank !== '州' && body.rank !== '特区'
  // A bare place leaves its government's full name open, but never its level.
  const isSure = isPlain && (name.confidence === 'certain' || (name.source === 'title' && body.form === 'place'))
  return { value, place, confidence: isSure ? 'certain' : 'doubtful', source: 'derived' }
}

function missing(): { value: null; place: null; confidence: 'missing'; source: 'none' } {
  return { value: null, place: null, confidence: 'missing', source: 'none' }
}
