/** A copy of `value` with one thing broken: the field or entry number `place` (counted over all) is removed, doubled or replaced. */
export function breakSomewhere(value: unknown, place: number, way: number, replacement: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value))
  const places = placesIn(copy)
  const { holder, name } = places[place % places.length] as Place
  switch (way % 4) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(name), 1)
      else delete holder[name]
      break
    case 1:
      if (Array.isArray(holder)) holder.push(JSON.parse(JSON.stringify(holder[Number(name)])))
      else holder[`${name}2`] = holder[name]
      break
    case 2:
      holder[name as never] = otherType(holder[name as never]) as never
      break
    default:
      holder[name as never] = replacement as never
  }
  return copy
}

interface Place {
  readonly holder: Record<string, unknown> | unknown[]
  readonly name: string
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((name) => [{ holder, name }, ...placesIn(holder[name])])
}

function otherType(value: unknown): unknown {
  if (typeof value === 'string') return 7
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return { ...value }
  return typeof value === 'object' ? [value] : null
}
