// Haalt @TITLE@ @VERSION@ op bij npm en zet in de map cms/ wat de pagina nodig heeft.
import { execFileSync, execSync } from 'node:child_process'
import { mkdirSync, @IMPORT@rmSync } from 'node:fs'

process.chdir(import.meta.dirname)
const pack = execSync('npm pack --silent @PACKAGE@@@VERSION@').toString().trim()
mkdirSync('cms', { recursive: true })
execFileSync('tar', ['-xzf', pack, '-C', 'cms', '--strip-components=1', '--exclude=*.map', @NEEDS@])
rmSync(pack)
@AFTER@
