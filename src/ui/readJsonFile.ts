import { failure, success, type Result } from '#core/result'

export type JsonFileProblem =
  | { readonly kind: 'too-large'; readonly sizeBytes: number; readonly limitBytes: number }
  | { readonly kind: 'empty' }
  /** `line`: where the engine says that it broke; null when it does not. */
  | { readonly kind: 'not-json'; readonly detail: string; readonly line: number | null }

/** A JSON file as somebody picked it: size before anything is read, then text in UTF-8 (a BOM is passed over), then JSON. */
export async function readJsonFile(file: File, limitBytes: number): Promise<Result<unknown, JsonFileProblem>> {
  if (file.size > limitBytes) return failure({ kind: 'too-large', sizeBytes: file.size, limitBytes })
  const text = (await file.text()).replace(/^\ufeff/, '')
  if (text.trim() === '') return failure({ kind: 'empty' })
  try {
    return success(JSON.parse(text) as unknown)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return failure({ kind: 'not-json', detail, line: lineOf(detail, text) })
  }
}

/** Engines name the place as "position 123", some as a line too; null when they name none. */
function lineOf(detail: string, text: string): number | null {
  const line = /line (\d+)/.exec(detail)
  if (line) return Number(line[1])
  const position = /position (\d+)/.exec(detail)
  return position ? text.slice(0, Number(position[1])).split('\n').length : null
}
