import type { ItemId } from '#core/ids'
import { failure, success, type Result } from '#core/result'
import { measureNames } from '#core/rubric/measureName'
import { parseRule, parseVariant, readCondition } from '#core/rubric/parseRule'
import type {
  AnchorExample, BasisReference, BonusSection, ConsistencyRule, ItemCondition, LegalBasis, NegativeSection, Rubric, RubricGroup, RubricItem, RubricNode, TotalSources,
} from '#core/rubric/rubric'
import type { RubricProblem } from '#core/rubric/rubricProblem'
import {
  byKind, englishOf, listOf, oneOf, readBoolean, readDay, readId, readKey, readNumber, readText, readWording, recordOf, type Reader,
} from '#core/rubric/shape'

/** Groups within groups; beyond this a file is damaged or hostile. */
const depthLimit = 16

/**
 * Reads an untrusted value (parsed JSON) as a rubric. Says whether it has the shape of one; whether it adds up and can be scored
 * with is checkRubric's answer, and parseSoundRubric asks both.
 *
 * Never throws. Every problem found is reported, with its path; unknown fields are problems, not dropped. On success the value is
 * fresh, shares nothing with the input, and reading its JSON again gives an equal one.
 * @example parseRubric({}).ok // false: format, formatVersion, key … are missing
 */
export function parseRubric(value: unknown): Result<Rubric, RubricProblem[]> {
  const problems: RubricProblem[] = []
  const rubric = readRubric(value, '', problems)
  return rubric === undefined || problems.length > 0 ? failure(problems) : success(rubric)
}

const readBasis: Reader<LegalBasis> = recordOf(
  { id: readId, title: readWording, short: readWording },
  { inForceFrom: readDay, inForceTo: readDay, note: readText, en: englishOf('title', 'short', 'note') },
)

const readReference: Reader<BasisReference> = recordOf({ basis: readId, checked: readBoolean }, { place: readWording, en: englishOf('place') })

const readExample: Reader<AnchorExample> = recordOf({ passage: readWording, ruling: readWording }, { reason: readWording, date: readDay, en: englishOf('passage', 'ruling', 'reason') })

const readItem: Reader<RubricItem> = recordOf(
  {
    kind: oneOf('item'),
    id: readId as Reader<ItemId>,
    name: readWording,
    full: readNumber,
    rule: parseRule,
    guidance: readWording,
    cueWords: listOf(readWording),
    basis: listOf(readReference),
  },
  {
    weight: readNumber,
    measure: oneOf(...measureNames),
    variants: listOf(parseVariant),
    notApplicable: readCondition,
    examples: listOf(readExample),
    en: englishOf('name', 'guidance'),
  },
)

const readTotalSources: Reader<TotalSources> = recordOf({ own: recordOf({ label: readWording, weight: readNumber }, { en: englishOf('label') }), items: listOf(readItem) })

const readBonus: Reader<BonusSection> = recordOf(
  { items: listOf(readItem) },
  { cap: readNumber, gate: recordOf({ base: readNumber, inclusive: readBoolean }), capAtFull: readBoolean },
)

const readNegative: Reader<NegativeSection> = recordOf({ items: listOf(readItem) }, { cap: readNumber })

const readItemCondition: Reader<ItemCondition> = recordOf({
  item: readId as Reader<ItemId>,
  is: oneOf('full', 'zero', 'above-zero', 'below-full', 'settled', 'not-applicable'),
})

const readConsistency: Reader<ConsistencyRule> = recordOf({
  id: readId, when: listOf(readItemCondition), then: listOf(readItemCondition), message: readWording,
}, { en: englishOf('message') })

const readRubric: Reader<Rubric> = recordOf(
  {
    format: oneOf('zhunsheng.rubric'),
    formatVersion: readFormatVersion,
    key: readKey,
    version: readWording,
    name: readWording,
    summary: readText,
    full: readNumber,
    notApplicableMethod: oneOf('global', 'withinParent', 'equalAdd', 'countFull', 'countZero'),
    bases: listOf(readBasis),
    groups: listOf(readGroup(1)),
  },
  {
    $schema: readText,
    totalSources: readTotalSources,
    mergeAt: oneOf('items', 'total'),
    bonus: readBonus,
    negative: readNegative,
    vetoes: listOf(readItem),
    consistency: listOf(readConsistency),
    leastSettledShare: readNumber,
    en: englishOf('name', 'summary'),
  },
)

function readGroup(depth: number): Reader<RubricGroup> {
  return function readGroupHere(value, path, problems) {
    if (depth <= depthLimit) {
      return recordOf(
        {
          kind: oneOf('group'),
          id: readId,
          name: readWording,
          full: readNumber,
          children: listOf(byKind<RubricNode>({ group: readGroup(depth + 1), item: readItem })),
        },
        { weight: readNumber, en: englishOf('name') },
      )(value, path, problems)
    }
    problems.push({ kind: 'too-deep', path, limit: depthLimit })
    return undefined
  }
}

function readFormatVersion(value: unknown, path: string, problems: RubricProblem[]): 1 | undefined {
  const version = readNumber(value, path, problems)
  if (version === 1) return 1
  if (version !== undefined && version > 1) problems.push({ kind: 'newer-format', path, version })
  else if (version !== undefined) problems.push({ kind: 'not-allowed', path, found: String(version), allowed: ['1'] })
  return undefined
}
