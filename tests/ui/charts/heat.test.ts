import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { heatSteps, stepOfShare } from '#ui/charts/heat'
import { rampTokens } from '#ui/charts/heatInk'

const css = readFileSync(join(import.meta.dirname, '../../../src/ui/tokens.css'), 'utf8')

/** The colour of a token, references followed. */
function colorOf(token: string): string {
  const value = new RegExp(`${token}:\\s*([^;]+);`).exec(css)?.[1]?.trim() ?? ''
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
  return reference ? colorOf(reference) : value
}

/** Relative luminance, WCAG 2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

test('a step holds from its edge up to the next', () => {
  expect([0, 49.99, 50, 59.99, 60, 79.99, 89.99, 90, 100, 104.2].map(stepOfShare)).toEqual([0, 0, 1, 1, 2, 3, 4, 5, 5, 5])
})

test('there is a colour for every step, each darker than the one before: hue is not needed to tell them apart', () => {
  const shades = rampTokens.map(colorOf).map(luminance)
  expect(shades.length).toBe(heatSteps.length)
  expect([...shades].sort((a, b) => b - a)).toEqual(shades)
  expect(new Set(shades).size).toBe(shades.length)
})

test('the figure on every step is legible: dark on the three light ones, white on the three dark ones', () => {
  const ratios = rampTokens.map((token, index) => contrast(colorOf(token), index < 3 ? colorOf('--ink') : colorOf('--paper-raised')))
  expect(ratios.filter((ratio) => ratio < 4.5)).toEqual([])
})
