import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {makeEngine} from '../../src/cli/make-engine.ts'
import {brokenExamples} from '../../src/examples.ts'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {makeLexicon} from '../../src/lexicon/matcher.ts'
import {opened, prepare} from '../../src/lexicon/prepare.ts'
import {rules} from '../../src/rules/index.ts'
import {run} from '../cli/run.ts'
import {dictionaryFiles} from '../lexicon/dictionary-files.ts'

const root = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
const recipes = new Map(
  [...page.matchAll(/^```yaml\n# (\S+\.yaml)\n([\s\S]*?)^```$/gm)].map(([, path = '', source = '']) => [path, source])
)
const engine = makeEngine(opened(prepare(dictionaryFiles())), join(root, 'dictionaries'))

/** Follows recipes in a folder of one’s own, as a service would that keeps words beside the package’s. */
const follow = async (
  names: readonly string[],
  argv: readonly string[],
  papers: Readonly<Record<string, string>> = {}
) =>
  run(argv, {
    engine,
    files: {
      'ourwords.yaml': 'dictionaries: words\n',
      ...Object.fromEntries(names.map((name) => [`words/${name}`, recipes.get(name) as string])),
      ...papers
    }
  })

const letter =
  'Dear Amira,\n\nHappy birthday! I hope that you like your cake. I will come for a pathway visit. FWP!\n\nLove,\nBethan\n'
const declared = ['--child', 'Amira, she/her, 9', '--no-color', '-f', 'concise']

test('the recipe for a word makes a word that is found, explained, and held to its examples', async () => {
  const word = ['glossary/our-words.yaml']
  const tested = await follow(word, ['glossary', 'test'])
  expect(tested.out).toMatch(/[\d,]+ entries, [\d,]+ acronyms, \d+ sections; [\d,]+ examples, \d+ broken\n$/)
  expect(tested.out).not.toContain('our-words/')
  const {out} = await follow(word, ['check', 'a.md', '--as', 'letter', ...declared], {'a.md': letter})
  expect(out).toContain('a.md:3:67: warning jargon/pathway-visit')
  expect((await follow(word, ['explain', 'pathway visit'])).out).toContain('visit to talk about what comes next')
  expect((await follow([], ['check', 'a.md', '--as', 'letter', ...declared], {'a.md': letter})).out).not.toContain(
    'step-down'
  )
})

test('the recipe for an acronym makes one that is told of by its words', async () => {
  const {out} = await follow(['acronyms/our-acronyms.yaml'], ['explain', 'FWP'])
  expect(out).toContain('family wellbeing plan')
})

test('the recipe for a kind makes a kind that can be asked for, and that is recognised', async () => {
  const kind = ['kinds/letter-birthday.yaml']
  const papers = {'a.md': letter}
  const asked = await follow(kind, ['check', 'a.md', '--as', 'letter-birthday', ...declared], papers)
  expect(asked.out).toContain('missing-section/how-to-reach-me')
  expect(asked.out).not.toContain('next-steps')
  const inferred = await follow(kind, ['check', 'a.md', '-f', 'json', '--child', 'Amira, she/her, 9'], papers)
  expect(JSON.parse(inferred.out).files[0].document).toMatchObject({kind: 'letter-birthday', kindFrom: 'inferred'})
  expect((await follow([], ['check', 'a.md', '--as', 'letter-birthday'], papers)).status).toBe(2)
})

test('the recipes do in the package what they do beside it', () => {
  const files = [...recipes].map(([path, source]) => ({path, source}))
  const broken = brokenExamples(makeLexicon(loadDictionaries([...dictionaryFiles(), ...files])))
  expect(broken.filter(({entry}) => ['pathway-visit', 'FWP', 'play'].includes(entry))).toEqual([])
  expect(loadDictionaries([...dictionaryFiles(), ...files]).sections.map(({id}) => id)).toContain('play')
})

describe('what the page names', () => {
  test('is there: files and commands', () => {
    const {scripts} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    for (const [, name = ''] of page.matchAll(/npm run ([a-z]+)/g)) expect(Object.keys(scripts)).toContain(name)
    for (const [, path = ''] of page.matchAll(
      /[`(]((?:src|test|dictionaries|docs|quality|schemas|\.ci)\/[^`)\s]*[a-z])[`)]/g
    ))
      if (!path.includes('NAME')) expect(existsSync(join(root, path)), path).toBe(true)
  })

  test('the changelog names every rule, and no other', () => {
    const changes = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
    const [, named = ''] = /Eighteen rules:([\s\S]*?)\. Each/.exec(changes) ?? []
    expect([...named.matchAll(/`([^`]+)`/g)].map(([, id]) => id)).toEqual(rules.map(({id}) => id))
  })
})
