#!/usr/bin/env node
import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const root = new URL('../', import.meta.url)
const built = new URL('dist/cli.js', root)
const builder = fileURLToPath(new URL('scripts/build.mjs', root))

// A checkout that was installed with --ignore-scripts has not been built; a published package always has.
if (!existsSync(built) && existsSync(builder)) {
  process.stderr.write('ourwords: building once, as this checkout has not been built yet …\n')
  spawnSync(process.execPath, [builder], {stdio: ['ignore', 'ignore', 'inherit']})
}
if (existsSync(built)) await (await import(built)).start(root)
else {
  process.stderr.write('ourwords: dist/ is missing; run npm install, then npm run build\n')
  process.exitCode = 2
}
