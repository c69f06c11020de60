import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Facts} from '../../src/facts/facts.ts'
import {gather} from '../../src/facts/index.ts'
import type {Lexicon} from '../../src/lexicon/lexicon.ts'
import {loadDictionaries} from '../../src/lexicon/load.ts'
import {makeLexicon} from '../../src/lexicon/matcher.ts'
import type {Declaration} from '../../src/model/declaration.ts'
import type {About} from '../../src/model/finding.ts'
import {read} from '../../src/read/index.ts'
import {missingName} from '../../src/rules/missing-name.ts'
import {missingPronouns} from '../../src/rules/missing-pronouns.ts'
import {missingSection} from '../../src/rules/missing-section.ts'
import {oneSided} from '../../src/rules/one-sided.ts'
import {unreasonedRecommendation} from '../../src/rules/unreasoned-recommendation.ts'
import {dictionaryFiles} from '../lexicon/dictionary-files.ts'

/** What whole papers need: who is who, and what stands in them. The word lists are left out. */
export const paperLexicon = (): Lexicon =>
  makeLexicon(loadDictionaries(dictionaryFiles().filter(({path}) => !path.startsWith('glossary/'))))

export interface Mark {
  readonly rule: string
  readonly section?: string
  readonly child?: string
}

/** What a whole document should be found to be and to lack, written beside it. */
interface Label {
  readonly document: string
  readonly inferred: boolean
  readonly type?: string
  readonly kind?: string
  readonly children?: readonly string[]
  readonly pronouns?: readonly (string | null)[]
  readonly expect: readonly Mark[]
  readonly absent: readonly Mark[]
}

export interface WholeDocument {
  readonly name: string
  readonly source: string
  readonly label: Label
}

export const documentsIn = (folder: string): WholeDocument[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const name = file.replace(/\.json$/, '')
      return {
        name,
        source: readFileSync(join(folder, `${name}.md`), 'utf8'),
        label: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Label
      }
    })

export function factsOf(source: string, lexicon: Lexicon, more: Declaration = {}): Facts {
  const document = read('paper.md', new TextEncoder().encode(source))
  return gather({
    document,
    lexicon,
    declarations: [
      ...(document.declared ? [{from: 'front-matter' as const, declaration: document.declared}] : []),
      {from: 'config', declaration: more}
    ],
    settings: {template: more.template ?? false, includeQuotes: false}
  })
}

/** The rules on what is missing from a whole paper. */
const wholeRules = [missingSection, missingName, missingPronouns, oneSided, unreasonedRecommendation]

export const spokenOf = (facts: Facts): {rule: string; about: About; message: string}[] =>
  wholeRules
    .filter(({types}) => !types || types.includes(facts.known.type))
    .flatMap((rule) => [...rule.check(facts)].map(({about, message}) => ({rule: rule.id, about: about ?? {}, message})))

const first = (name: string | undefined): string | undefined => name?.split(' ')[0]

export const isSame = (said: {rule: string; about: About}, mark: Mark): boolean =>
  said.rule === mark.rule &&
  (mark.section === undefined || said.about.section === mark.section) &&
  (mark.child === undefined || first(said.about.child) === first(mark.child))
