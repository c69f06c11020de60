import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {commands} from '../../src/cli/options.ts'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {makeLexicon} from '../../src/lexicon/matcher.ts'
import {dictionaryFiles} from '../lexicon/dictionary-files.ts'
import {folderOf, run} from './run.ts'
import {stubEngine} from './stub-engine.ts'

describe('ourwords explain', () => {
  it.each([
    ['case-talk', 'Why case-talk matters.'],
    ['contact', 'time with family'],
    ['jargon/contact', 'When it means getting in touch.'],
    ['contacts', 'time with family'],
    ['iro', 'Independent Reviewing Officer']
  ])('says of %s what is known', async (asked, words) => {
    const {status, out, err} = await run(['explain', asked])
    expect({status, err}).toEqual({status: 0, err: ''})
    expect(out).toContain(words)
    expect(Math.max(...out.split('\n').map(({length}) => length))).toBeLessThanOrEqual(80)
  })

  it('says what was most likely meant', async () => {
    const {status, err} = await run(['explain', 'contcat'])
    expect({status, err}).toEqual({
      status: 2,
      err: 'ourwords: Nothing is known of “contcat”; did you mean “contact”?\n'
    })
  })
})

describe('ourwords rules', () => {
  it('lists every rule with its severity', async () => {
    expect((await run(['rules'])).out).toMatch(/^case-talk {2}error {4}What case-talk speaks of\n/)
  })
})

describe('ourwords glossary', () => {
  it('finds a word by itself, by its suggestion, and an acronym by what it stands for', async () => {
    for (const word of ['contact', 'family', 'reviewing officer']) {
      const {status, out} = await run(['glossary', 'search', ...word.split(' ')])
      expect({word, status, lines: out.split('\n').length > 2}).toEqual({word, status: 0, lines: true})
    }
    expect((await run(['glossary', 'search', 'zebra'])).status).toBe(1)
  })

  it('shows words and suggestions as people write them, not as dictionaries do', async () => {
    const dictionaries = loadDictionaries(dictionaryFiles())
    const words = {dictionaries, lexicon: makeLexicon(dictionaries), identity: () => 'whole'}
    const engine = {...stubEngine, words: () => words}
    const glossary = (await run(['glossary'], {engine})).out
    const explained = (await run(['explain', 'failed-to-protect'], {engine})).out.split('\nLetter')[0] ?? ''
    expect(glossary).toContain('non engagement, nonengagement, failure to engage, poor engagement')
    expect(explained).toContain('failure to protect, not acting protectively')
    expect(explained).toContain('what each adult did')
    for (const text of [glossary, explained]) {
      expect(text).not.toMatch(/[{}|<>]|[)a-z]\?/)
      expect(Math.max(...text.split('\n').map(({length}) => length))).toBeLessThanOrEqual(80)
    }
  })

  it('runs the examples', async () => {
    expect(await run(['glossary', 'test'])).toMatchObject({
      status: 0,
      out: '1 entry, 1 acronym, 0 sections; 2 examples, 0 broken\n'
    })
  })

  it('says what it takes', async () => {
    expect((await run(['glossary', 'find', 'x'])).err).toContain('“search WORD” or “test FILES”')
  })
})

describe('ourwords merge', () => {
  it('makes one report of several, as if the files had been checked at once', async () => {
    const folder = folderOf({'a.md': 'The case.', 'b.md': 'You have contact.', 'c.md': 'UNREADABLE'})
    for (const part of [1, 2, 3]) {
      await run(['check', '-f', `json=${part}.json`, '--shard', `${part}/3`, '.'], {folder})
    }
    const merged = await run(['merge', '-f', 'json', '1.json', '2.json', '3.json'], {folder})
    const whole = await run(['check', '-f', 'json', '.'], {folder})
    expect(merged.status).toBe(2)
    expect(JSON.parse(merged.out)).toEqual(JSON.parse(whole.out))
    expect(merged.err).toBe(whole.err)
    expect((await run(['merge', '-f', 'concise', '1.json'], {folder})).status).toBe(1)
    expect((await run(['merge', '-f', 'concise', '2.json'], {folder})).status).toBe(0)
  })

  it('tells of a file that is no report, and goes on', async () => {
    const folder = folderOf({'a.md': 'The case.', 'x.json': '{"Zubaida": 1}'})
    await run(['check', '-f', 'json=a.json', 'a.md'], {folder})
    const {status, out, err} = await run(['merge', '-f', 'concise', 'x.json', 'none.json', 'a.json'], {folder})
    expect(status).toBe(2)
    expect(out).toContain('a.md:1:5: error case-talk')
    expect(err).toBe(
      'x.json: It is not a report of ourwords; make it with --format json\nnone.json: There is no such file; check the name\n'
    )
  })
})

describe('ourwords completions', () => {
  const scriptOf = async (shell: string): Promise<string> => (await run(['completions', shell])).out

  it.each(['bash', 'zsh', 'fish', 'powershell'])('for %s know every command and option', async (shell) => {
    const script = await scriptOf(shell)
    for (const {name, options} of commands) {
      expect(script).toContain(name)
      for (const {flags} of options) {
        const long = /--([a-z-]+)/.exec(flags)?.[1] as string
        expect(script).toMatch(new RegExp(`(?:--|-l )${long}\\b`))
      }
    }
  })

  it.each([
    ['ourwords ch', 'check'],
    ['ourwords check --form', '--format'],
    ['ourwords check --format s', 'sarif'],
    ['ourwords --as letter-g', 'letter-goodbye'],
    ['ourwords explain case', 'case-talk'],
    ['ourwords completions f', 'fish'],
    ['ourwords check let', 'letter.md']
  ])('complete “%s” to “%s” in bash', async (line, expected) => {
    const folder = folderOf({'letter.md': ''})
    writeFileSync(join(folder, 'complete.bash'), await scriptOf('bash'))
    const words = line.split(' ')
    const ask = `source complete.bash; COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _ourwords; echo "\${COMPREPLY[@]}"`
    const {stdout, stderr} = spawnSync('bash', ['-c', ask], {cwd: folder, encoding: 'utf8'})
    expect(stderr).toBe('')
    expect(stdout.split(/\s+/)).toContain(expected)
  })

  it('for an unknown shell say which there are', async () => {
    expect((await run(['completions', 'bsh'])).err).toContain('did you mean “bash”?')
  })
})

describe('a mistyped command', () => {
  it('is told which was meant, without the word, which might be a name', async () => {
    const {status, out, err} = await run(['chekc', 'amira.md'], {files: {'amira.md': 'All is well.'}})
    expect({status, out, err}).toEqual({
      status: 2,
      out: '',
      err: 'ourwords: There is no such command or file; did you mean “ourwords check”?\n'
    })
  })

  it('is none where a file or folder is called so, or no command is near', async () => {
    const files = {rule: 'The case was opened.', 'revew/amira.md': 'All is well.'}
    expect((await run(['rule'], {files})).out).toContain('case-talk')
    expect((await run(['revew'], {files})).status).toBe(0)
    expect((await run(['draft'])).err).toBe('draft: There is no such file; check the name\n')
  })
})

describe('help', () => {
  it('names every command, and of each command every option', async () => {
    const {out} = await run(['--help'])
    for (const {name} of commands) expect(out).toContain(name)
    expect(Math.max(...out.split('\n').map(({length}) => length))).toBeLessThanOrEqual(80)
    for (const {name, options} of commands) {
      const help = (await run([name, '--help'])).out
      for (const {flags} of options) expect(help).toContain(flags)
      expect(Math.max(...help.split('\n').map(({length}) => length))).toBeLessThanOrEqual(80)
    }
  })

  it('of a mistaken option says what was meant, in one line', async () => {
    expect((await run(['check', '--statistcs'])).err).toBe(
      "ourwords: Unknown option '--statistcs' (Did you mean --statistics?)\n"
    )
  })
})
