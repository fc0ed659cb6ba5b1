import type { Rubric } from '#core/rubric/rubric'
import type { Deps } from '#workflows/deps'

/** Hands a rubric to the person as the JSON file that this program and others read. */
export async function saveRubricFile(deps: Deps, rubric: Rubric): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(rubric, null, 2)}\n`)
  await deps.saveFile(fileNameOf(rubric), bytes, 'application/json')
}

/** A name without what file systems refuse: "年度报告文本质量 2025.1.json". */
export function fileNameOf(rubric: Rubric): string {
  const title = `${rubric.name} ${rubric.version}`.replace(/[\p{Cc}\\/:*?"<>|]/gu, '').trim().slice(0, 80)
  return `${title || rubric.key || 'rubric'}.json`
}
