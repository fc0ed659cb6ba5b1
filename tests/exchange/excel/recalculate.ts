import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** Whether LibreOffice is installed. */
export function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The workbook after LibreOffice opened it, computed every formula anew (OOXMLRecalcMode=always) and saved it again. */
export function recalculate(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-recalculate-'))
  try {
    const profile = join(folder, 'profile', 'user')
    mkdirSync(profile, { recursive: true })
    mkdirSync(join(folder, 'out'))
    writeFileSync(join(profile, 'registrymodifications.xcu'), settings)
    writeFileSync(join(folder, 'book.xlsx'), bytes)
    const home = pathToFileURL(join(folder, 'profile')).href
    execFileSync('soffice', [`-env:UserInstallation=${home}`, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out'), join(folder, 'book.xlsx')], { stdio: 'ignore', timeout: 110_000 })
    return new Uint8Array(readFileSync(join(folder, 'out', 'book.xlsx')))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
