/**
 * What the program can count in a report for an item that asks for it. The count is a suggestion with its working shown; a person
 * accepts it or not (METHOD §6A.29, §9).
 */
export const measureNames = [
  'length', 'problemShare', 'planShare', 'problemCount', 'numberDensity', 'fillerDensity', 'sameness', 'serialFaults', 'numberConflicts',
  'studySessions', 'meetings', 'publicationDay', 'signingDay',
] as const

export type MeasureName = (typeof measureNames)[number]
