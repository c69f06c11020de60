// unminified build of the parts into a folder: node scripts/tmp-pb2.mjs OUT
import {readFileSync,writeFileSync,mkdirSync,copyFileSync,readdirSync} from 'node:fs'
import {join} from 'node:path'
const out=process.argv[2]; mkdirSync(out,{recursive:true})
let s=readFileSync('scripts/build.mjs','utf8')
const call=s.slice(s.indexOf('await buildApart('),s.indexOf('// esbuild writes the letters of'))
writeFileSync('scripts/tmp-run.mjs',`import {buildApart} from './apart.mjs'\nconst root=process.cwd(),out=${JSON.stringify(out)};const shared = {bundle: true, target: 'node20', logLevel: 'warning', absWorkingDir: root}\n`+call.replace(/minify\w*: true,/g,''))
await import(join(process.cwd(),'scripts/tmp-run.mjs'))
const ascii=(t)=>t.replace(/[\u0080-\uffff]/g,(u)=>`\\u${u.charCodeAt(0).toString(16).padStart(4,'0')}`)
for(const n of readdirSync(out).filter(e=>e.endsWith('.cjs')))writeFileSync(join(out,n),ascii(readFileSync(join(out,n),'utf8')))
for(const n of readdirSync('dist').filter(e=>/^dictionaries/.test(e)))copyFileSync(join('dist',n),join(out,n))
