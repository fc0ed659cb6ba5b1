/**
 * A basis and the place in it, as they stand beside an item. A place in Latin letters is set off by a space.
 * @example basisText('督察规定', '第二十五条') // '督察规定第二十五条'; with 'Article 25': '督察规定 Article 25'
 */
export function basisText(short: string, place: string | undefined): string {
  return `${short}${place !== undefined && /^[\w]/.test(place) ? ' ' : ''}${place ?? ''}`
}
