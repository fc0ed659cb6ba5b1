import { plainName } from '#core/text/plainName'

/** Why a list of new unit names cannot be taken; `row` counts from 0. */
export type UnitNameProblem =
  | { readonly kind: 'name-missing'; readonly row: number }
  | { readonly kind: 'name-too-long'; readonly row: number; readonly limit: number }
  | { readonly kind: 'name-twice'; readonly row: number; readonly name: string; readonly firstRow: number }

export const unitNameLimit = 100

/**
 * Names as typed, compared as a reader would (plainName). Names that stand in the project already are storage's to refuse: only it sees them and
 * the write in one transaction.
 */
export function checkUnitNames(names: readonly string[]): UnitNameProblem[] {
  const problems: UnitNameProblem[] = []
  const firstRows = new Map<string, number>()
  names.forEach((typed, row) => {
    const name = typed.trim()
    const firstRow = firstRows.get(plainName(name))
    if (name === '') problems.push({ kind: 'name-missing', row })
    else if (name.length > unitNameLimit) problems.push({ kind: 'name-too-long', row, limit: unitNameLimit })
    else if (firstRow !== undefined) problems.push({ kind: 'name-twice', row, name, firstRow })
    else firstRows.set(plainName(name), row)
  })
  return problems
}
