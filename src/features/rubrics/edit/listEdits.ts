/** The list with the entry moved by one, unchanged at the ends. */
export function moveEntry<T>(list: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const entry = list[index]
  if (entry === undefined || index + by < 0 || index + by >= list.length) return list
  return list.toSpliced(index, 1).toSpliced(index + by, 0, entry)
}

/** A record with a field set, or without it where the value is undefined: absent is not the same as empty. */
export function withField<T extends object, K extends keyof T>(record: T, key: K, value: T[K] | undefined): T {
  const { [key]: _old, ...rest } = record
  return (value === undefined ? rest : { ...record, [key]: value }) as T
}
