import type { Speak } from './problems'

const ownKey = /^(government|department)\/(province|city|county|township)$/

/** A ranking group in words: the owner's own name for it, or kind and level ("县级政府"). */
export function groupName(t: Speak, group: string): string {
  const [, kind, level] = ownKey.exec(group) ?? []
  return kind && level ? t(`deliver.group.${kind}.${level}`) : group
}
