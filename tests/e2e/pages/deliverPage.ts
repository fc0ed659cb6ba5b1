import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { goToDesk } from './shell.js'

export async function exportWorkbook(page: Page, folder: string): Promise<string> {
  await goToDesk(page, '成果')
  return download(page, folder, '导出工作簿')
}

export async function savePackage(page: Page, folder: string): Promise<string> {
  await goToDesk(page, '成果')
  return download(page, folder, '下载项目文件')
}

async function download(page: Page, folder: string, button: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('main').getByRole('button', { name: button }).click()])
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  return path
}
