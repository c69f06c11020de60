import {describe, expect, it} from 'vitest'
import {run} from './run.ts'

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
  'house/advice.md': 'This is clearly so.'
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
