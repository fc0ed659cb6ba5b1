import type { Speak } from '../problems'
import type { DimensionFigure } from './rankingTable'

/** What a dimension's number means, in a sentence: points of what applies, share, what is open and what was left out. */
export function dimensionTitle(t: Speak, figure: DimensionFigure): string {
  const { counts } = figure
  const named = { ...figure, pending: counts.pending, unscored: counts.unscored }
  const said = t(`rank.dimensionTitle.${figure.kind === 'figure' && figure.open > 0 ? 'open' : figure.kind}`, named)
  const leftOut = figure.kind !== 'notApplicable' && counts.notApplicable > 0
  return leftOut ? said + t('rank.dimensionTitle.leftOut', { full: figure.full, n: counts.notApplicable }) : said
}
