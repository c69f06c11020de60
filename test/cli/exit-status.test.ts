import {describe, expect, it} from 'vitest'
import {folderOf, run} from './run.ts'

const files = {
  'clean.md': 'Dear Amira, all is well.',
  'error.md': 'The case was opened.',
  'warning.md': 'You will have contact.',
  'advice.md': 'This is clearly so.',
  'notice.md': 'NOTICE',
  'broken.md': 'BROKEN',
  'unreadable.md': 'UNREADABLE Zubaida',
  'crash.md': 'CRASH Zubaida',
  'bad/ourwords.yaml': 'rules:\n  jargn: off\n',
  'bad/clean.md': 'All is well.',
  'empty/readme.pdf': '',
  'house/ourwords.yaml': 'fail-on: advice\n',
  'house/advice.md': 'This is clearly so.',
  'none.json': 'not a report',
  'kept/ourwords.yaml': ''
}

describe('the exit status', () => {
  it.each<[status: number, argv: string]>([
    [0, 'check clean.md'],
    [0, 'clean.md'],
    [0, 'check warning.md'],
    [0, 'check advice.md'],
    [0, 'check notice.md'],
    [1, 'check error.md'],
    [1, 'error.md'],
    [1, 'check clean.md error.md'],
    [1, 'check --fail-on warning warning.md'],
    [1, 'check --fail-on advice advice.md'],
    [0, 'check --fail-on warning advice.md'],
    [0, 'check --fail-on never error.md'],
    [1, 'check --quiet --fail-on warning warning.md'],
    [0, 'check --max-warnings 1 warning.md'],
    [1, 'check --max-warnings 0 warning.md'],
    [0, 'check --max-warnings -1 warning.md'],
    [0, 'check --rule case-talk=off error.md'],
    [1, 'check --rule jargon/contact=error warning.md'],
    [1, 'check house/advice.md'],
    [0, 'check --no-config house/advice.md'],
    [0, 'check --fail-on error house/advice.md'],
    [2, 'check broken.md'],
    [2, 'check unreadable.md'],
    [2, 'check error.md unreadable.md'],
    [2, 'check --fail-on never unreadable.md'],
    [2, 'check crash.md'],
    [2, 'check missing.md'],
    [2, 'check empty'],
    [2, 'check *.pdf'],
    [0, 'check --no-error-on-unmatched-pattern missing.md *.pdf empty'],
    [2, 'check bad/clean.md'],
    [2, 'check --config missing.yaml clean.md'],
    [2, 'check --formt json clean.md'],
    [2, 'check --format jsn clean.md'],
    [2, 'check --format json --format concise clean.md'],
    [2, 'check --rule jargn=off clean.md'],
    [2, 'check --rule jargon=of clean.md'],
    [2, 'check --fail-on errors clean.md'],
    [2, 'check --as lettr clean.md'],
    [2, 'check --child 9 clean.md'],
    [2, 'check --max-warnings many clean.md'],
    [2, 'check --shard 3/2 clean.md'],
    [2, 'check -o none/report.txt clean.md'],
    [2, 'check -o clean.md clean.md'],
    [0, '--help'],
    [0, 'check --help'],
    [0, '--version']
  ])('is %i for ourwords %s', async (status, argv) => {
    const ran = await run(argv.split(' '), {files})
    expect({status: ran.status, err: ran.err}).toEqual({
      status,
      err: status === 2 ? expect.stringMatching(/\S\n$/) : ''
    })
    expect(ran.err).not.toMatch(/Zubaida|\n {4}at /)
  })
})

describe('the exit status of the other commands', () => {
  it.each<[status: number, argv: string]>([
    [0, 'rules'],
    [2, 'rules more'],
    [0, 'help rules'],
    [2, 'help ruls'],
    [0, 'explain'],
    [0, 'explain jargon'],
    [0, 'explain contact'],
    [2, 'explain contcat'],
    [0, 'glossary'],
    [0, 'glossary search contact'],
    [1, 'glossary search zebra'],
    [0, 'glossary test'],
    [2, 'glossary test none.yaml'],
    [2, 'glossary find contact'],
    [0, 'init'],
    [2, 'init --hurry'],
    [0, 'completions bash'],
    [2, 'completions bsh'],
    [2, 'completions'],
    [0, 'cache clear'],
    [2, 'cache clean'],
    [0, 'check --print-config clean.md'],
    [2, 'check --print-config bad/clean.md'],
    [2, 'review'],
    [2, 'review missing.docx'],
    [2, 'review error.md'],
    [0, 'merge clean.json'],
    [1, 'merge found.json'],
    [0, 'merge --fail-on never found.json'],
    [1, 'merge clean.json found.json'],
    [2, 'merge unread.json'],
    [2, 'merge none.json'],
    [2, 'merge missing.json'],
    [2, 'merge'],
    [0, 'baseline create error.md'],
    [2, 'baseline create unreadable.md'],
    [0, 'baseline check error.md'],
    [1, 'baseline check error.md house.md'],
    [0, 'baseline update error.md'],
    [2, 'baseline check --baseline missing.json error.md'],
    [2, 'baseline creat error.md'],
    [0, 'check --baseline ourwords-baseline.json error.md'],
    [1, 'check --baseline ourwords-baseline.json error.md house.md'],
    [2, 'check --baseline missing.json error.md'],
    [2, 'check --baseline none.json error.md'],
    [1, 'check --diff advice.md'],
    [0, 'check --diff clean.md'],
    [0, 'check --fix advice.md'],
    [0, 'check --fix --fail-on advice advice.md'],
    [1, 'check --fix error.md'],
    [2, 'check --fix -']
  ])('is %i for ourwords %s', async (status, argv) => {
    const folder = folderOf({...files, 'house.md': 'A second case.'})
    await run(['check', '-f', 'json=clean.json', 'clean.md'], {folder})
    await run(['check', '-f', 'json=found.json', 'error.md'], {folder})
    await run(['check', '-f', 'json=unread.json', 'unreadable.md'], {folder})
    if (/baseline (?:check|update)|--baseline/.test(argv)) await run(['baseline', 'create', 'error.md'], {folder})
    const ran = await run(argv.split(' '), {folder})
    expect({status: ran.status, err: ran.err}).toEqual({
      status,
      err: status === 2 ? expect.stringMatching(/\S\n$/) : expect.any(String)
    })
    expect(ran.err).not.toMatch(/Zubaida|\n {4}at /)
  })
})
