import { shallowRef, type ShallowRef } from 'vue'

/** The full name of the place with a code of GB/T 2260 (吉林省四平市梨树县); null = no such place, or the table is still on its way. */
export type AreaName = (code: string) => string | null

const names = shallowRef<AreaName>(() => null)
let isAsked = false

/** The table is 52 KB: it comes when the first code is shown. */
export function useAreaNames(): Readonly<ShallowRef<AreaName>> {
  if (!isAsked) {
    isAsked = true
    void load()
  }
  return names
}

async function load(): Promise<void> {
  const { listAreas } = await import('#core/area/areaTable')
  const byCode = new Map(listAreas().map(({ code, name, parents }) => [code, [...parents.map((parent) => parent.name), name].join('')]))
  names.value = (code) => byCode.get(code) ?? null
}
