import { stepOfShare } from '#ui/charts/heat'

/** Colours, type and measures of a heatmap, read from the tokens, so that a picture never has colours of its own. */
export interface HeatInk {
  /** One hue from light to dark, one for each step: told apart without seeing colours at all. */
  readonly ramp: readonly string[]
  /** What is legible on each step (at least 4.5 : 1). */
  readonly labels: readonly string[]
  readonly stepOf: (percent: number) => number
  readonly text: string
  readonly soft: string
  readonly faint: string
  readonly paper: string
  readonly sunk: string
  readonly rule: string
  readonly hatch: string
  readonly font: string
  readonly placeWidth: number
  readonly nameWidth: number
  readonly columnWidth: number
  /** Shortens a name to its column with an ellipsis. */
  readonly clip: (name: string) => string
}

/** Tokens of the ramp; the three light steps bear dark figures, the three dark ones white. No step lies where neither is legible. */
export const rampTokens = ['--indigo-wash', '--el-color-primary-light-7', '--el-color-primary-light-5', '--el-color-primary-light-3', '--indigo', '--indigo-deep'] as const

export function readHeatInk(element: Element, measures: { readonly placeWidth: number; readonly nameWidth: number; readonly columnWidth: number }): HeatInk {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  const [text, paper] = [token('--ink'), token('--paper-raised')]
  const font = style.fontFamily
  return {
    ...measures, text, paper, font,
    ramp: rampTokens.map(token),
    labels: rampTokens.map((_, index) => (index < 3 ? text : paper)),
    stepOf: stepOfShare,
    soft: token('--ink-soft'),
    faint: token('--ink-faint'),
    sunk: token('--paper-sunk'),
    rule: token('--rule-strong'),
    hatch: token('--rule-strong'),
    clip: makeClip(`13px ${font}`, measures.nameWidth - 16),
  }
}

/** Rich text of ECharts does not shorten by itself. */
function makeClip(font: string, width: number): (name: string) => string {
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen) return (name) => name
  pen.font = font
  return (name) => {
    if (pen.measureText(name).width <= width) return name
    const letters = [...name]
    while (letters.length > 1 && pen.measureText(`${letters.join('')}…`).width > width) letters.pop()
    return `${letters.join('')}…`
  }
}
