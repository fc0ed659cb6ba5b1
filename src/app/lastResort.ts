import { i18n } from './i18n'

/**
 * What is left when something happened that cannot happen: a visible banner in plain DOM (Vue itself may be what broke) and a report
 * to copy. The report holds versions, the last steps and the error; runs of Chinese text are blanked, since they may be a report's.
 */
const steps: string[] = []
const longestTrail = 40

export function noteStep(step: string): void {
  steps.push(`${new Date().toISOString()} ${step}`)
  if (steps.length > longestTrail) steps.shift()
}

export function catchLastErrors(): void {
  window.addEventListener('error', (event) => {
    // Chromium's notice that a ResizeObserver took two rounds is no error of anybody's.
    if (!/^ResizeObserver loop/.test(event.message)) showLastResort(event.error ?? event.message)
  })
  window.addEventListener('unhandledrejection', (event) => showLastResort(event.reason))
}

export function showLastResort(error: unknown): void {
  console.error(error)
  noteStep(`error ${describeError(error).split('\n')[0]}`)
  const report = writeErrorReport(error)
  document.querySelector('.last-resort')?.remove()
  document.body.prepend(makeBanner(report))
}

/** Versions, steps and the error (null: none, somebody asked for it), without any text of a report. */
export function writeErrorReport(error: unknown, more: readonly string[] = []): string {
  return [
    `Zhunsheng ${__APP_VERSION__}`,
    navigator.userAgent,
    `language ${i18n.global.locale.value} · ${location.protocol} · ${window.innerWidth}×${window.innerHeight}`,
    '',
    ...(more.length > 0 ? ['State', ...more.map(describeError), ''] : []),
    'Steps',
    ...steps,
    ...(error === null ? [] : ['', 'Error', describeError(error)]),
  ].join('\n')
}

/** Name, message and stack; three or more Chinese characters in a row are counted, not quoted. */
export function describeError(error: unknown): string {
  const words = error instanceof Error ? (error.stack?.includes(error.message) ? error.stack : `${error.name}: ${error.message}\n${error.stack ?? ''}`) : String(error)
  return words.replace(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]{3,}/gu, (run) => `[${run.length} characters]`).slice(0, 4000)
}

function makeBanner(report: string): HTMLElement {
  const t = i18n.global.t
  const banner = document.createElement('div')
  banner.className = 'last-resort'
  banner.setAttribute('role', 'alert')
  const words = document.createElement('p')
  words.textContent = t('app.lastResort.words')
  const text = document.createElement('textarea')
  text.readOnly = true
  text.value = report
  text.hidden = true
  text.setAttribute('aria-label', t('app.lastResort.report'))
  const copy = makeButton(t('app.lastResort.copy'), () => {
    navigator.clipboard.writeText(report).then(
      () => { copy.textContent = t('app.lastResort.copied') },
      () => { text.hidden = false; text.select() },
    )
  })
  const reload = makeButton(t('app.lastResort.reload'), () => location.reload())
  const close = makeButton(t('ui.close'), () => banner.remove())
  banner.append(words, copy, reload, close, text)
  return banner
}

function makeButton(label: string, run: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = label
  button.addEventListener('click', run)
  return button
}
