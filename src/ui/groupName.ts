const ownKey = /^(government|department)\/(province|city|county|township)$/

/** A ranking group in words: the owner's own name for it, or kind and level ("县级政府"). Words: `ui.rankingGroup`. */
export function groupName(t: (key: string) => string, group: string): string {
  const [, kind, level] = ownKey.exec(group) ?? []
  return kind && level ? t(`ui.rankingGroup.${kind}.${level}`) : group
}
