import {toJsonSchema} from '@valibot/to-json-schema'
import * as v from 'valibot'
import {configSchema} from '../../src/cli/config-schema.ts'
import {
  acronymsSchema,
  everydaySchema,
  kindSchema,
  peopleSchema,
  sectionsSchema,
  sourcesSchema,
  wordListSchema,
  wordsSchema
} from '../../src/lexicon/schema.ts'
import {declarationEntries} from '../../src/read/declaration.ts'
import {reportSchema} from '../../src/report/json-schema.ts'

interface Published {
  readonly title: string
  readonly schema: v.GenericSchema
  /** What an editor says of a key, wherever it stands in the file. */
  readonly keys?: Readonly<Record<string, string>>
}

const patterns = {
  only: 'Speak only where one of these patterns touches (~) or overlaps the words found',
  unless: 'Silence where one of these patterns touches (~) or overlaps the words found',
  flags:
    'Sentences that it must find; stars may mark the exact words. “letter:” or “report:” before one chooses the reader',
  allows: 'Sentences that it must let pass',
  sources: 'Who says so: ids of sources.yaml; “own” for nobody but you'
}

const judging = {
  document: 'What the document is: letter, report, record, supervision, correspondence, or a kind of one',
  children: 'Whom it is about',
  people: 'Other people named in it',
  language: 'The language of the document, such as en-GB or cy',
  template: 'It is a template: its placeholders stand for what they name',
  accept: 'Words that are right here, each with the reason',
  'known-as': 'What the child is called',
  pronouns: 'she/her, he/him, they/them, several (she/they), a set of your own (xe/xem/xyr), any, or ask',
  age: 'Years',
  family: 'The child’s own words: {mother: Mum, maternal grandmother: Nani}'
}

const published: Readonly<Record<string, Published>> = {
  'word-list': {
    title: 'A list of words, in dictionaries/glossary/',
    schema: wordListSchema,
    keys: {
      title: 'What the words have in common',
      rule: 'The rule that speaks: jargon, blaming-label, case-talk, wordy, …',
      id: 'Lower-case words joined by hyphens; used once in all lists',
      terms: 'What to look for, in lower case; (a|b) for alternatives, (very)? for what may be absent',
      as: 'noun, verb or adjective: other forms are made from it; leave out for “exactly as written”',
      letter: 'replace: always speak. explain: speak unless the same passage says what it means. quiet: never',
      report: 'The same, for every paper that is not written to the child',
      ...patterns,
      'only-sentence': 'Speak only where one of these patterns matches anywhere in the sentence',
      'unless-sentence': 'Silence where one of these patterns matches anywhere in the sentence',
      subject: 'Speak only where the verb’s subject is a person, or the child',
      instead: "At most three suggestions, best first; {child}, {child's}, {your}, {you} and {family} are filled in",
      why: 'Why it matters; the list’s own reason where an entry gives none',
      fine: 'When it is fine',
      safe: 'true lets --fix make the first replacement without asking; use it seldom',
      severity: 'Where the entry differs from its rule'
    }
  },
  acronyms: {
    title: 'A list of acronyms, in dictionaries/acronyms/',
    schema: acronymsSchema,
    keys: {
      acronym: 'The letters, as people write them',
      'stands-for': 'The words they stand for; several where they may mean several things',
      plainly: 'How to say it to a child',
      letter: 'avoid: always speak. explain: speak unless it was given in words. ok: never',
      report: 'expand: speak unless it was given in words. avoid: always speak. ok: never',
      ...patterns
    }
  },
  everyday: {title: 'Short forms that everybody knows, in dictionaries/everyday.yaml', schema: everydaySchema},
  words: {title: 'Named sets of words for patterns, in dictionaries/words.yaml', schema: wordsSchema},
  people: {
    title: 'Who is who, in dictionaries/people.yaml',
    schema: peopleSchema,
    keys: {
      gender:
        'The pronouns that go with the word; either where it does not say, several where it means more than one person',
      formal: 'A kin term that papers use and children do not',
      declared: 'As people declare them, such as she/her',
      forms: 'Every form of them',
      'not-names': 'Words with a capital that name no person',
      'paper-words':
        'Words with which lines of a paper begin, in lower case; with a capital they name no person, and are no surname'
    }
  },
  sections: {
    title: 'What a paper should have, in dictionaries/sections.yaml',
    schema: sectionsSchema,
    keys: {
      says: 'Completes “This report does not say …”',
      headings: 'Patterns over a heading, a label or a cell that heads a row or column',
      prose: 'Patterns over a sentence: one sentence like this shows the section where no heading does',
      hints: 'Patterns over a sentence: two sentences like this, near each other, are needed',
      after: 'Sentences that show it only in, or just after, one that shows another section',
      unless: 'A heading or sentence like this shows nothing',
      'unless-sentence': 'A sentence that holds this anywhere shows nothing',
      instead: 'What to write',
      nothing: 'What fills a heading and says nothing: N/A, TBC',
      guidance: 'A template’s instructions to its writer'
    }
  },
  kind: {
    title: 'A kind of document, in dictionaries/kinds/',
    schema: kindSchema,
    keys: {
      type: 'letter, report, record, supervision or correspondence',
      reader: 'Who reads it, and the age in years that its plain passages are measured by',
      'known-by': 'Patterns in a title, heading or opening that show the kind',
      rank: 'Where two kinds are shown equally, the higher one is meant',
      required: 'Sections that must be there, by their id in sections.yaml',
      'required-when': 'Sections that must be there when a sentence says this',
      'required-unless': 'Sections that must be there unless a sentence says this',
      'not-empty': 'Sections that may be left out, but not left empty under a heading of their own',
      'per-child': 'Sections in which each of several children must be named',
      severities: 'Severities of rules that differ for this kind',
      sources: patterns.sources
    }
  },
  sources: {
    title: 'Who says so, in dictionaries/sources.yaml',
    schema: sourcesSchema,
    keys: {publisher: 'Who published it', year: 'As published: 2021, about 2021, undated'}
  },
  config: {
    title: 'ourwords.yaml',
    schema: configSchema,
    keys: {
      ...judging,
      extends: 'Other configurations to begin from; files of this computer only',
      rules: 'Severities by rule or by rule/entry: error, warning, advice or off',
      retext: 'Ask retext-simplify and retext-readability too, as advice',
      'include-quotes': 'Judge other people’s quoted words too, never the child’s',
      dictionaries: 'Folders with words of your own',
      exclude: 'Files that are not to be checked',
      'fail-on': 'The status is 1 from this severity upwards',
      'max-warnings': 'The status is 1 when there are more warnings than this',
      overrides: 'What holds for some of the files'
    }
  },
  'front-matter': {
    title: 'What a document says of itself: front matter, or DRAFT.docx.ourwords.yaml beside it',
    schema: v.looseObject(declarationEntries),
    keys: {...judging, child: 'The one child whom it is about'}
  },
  report: {title: 'What ourwords says of papers, as JSON', schema: reportSchema}
}

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Adds what an editor says of each key to the properties of that name. */
function described(schema: unknown, keys: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(schema)) return schema.map((each) => described(each, keys))
  if (!isObject(schema)) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key !== 'properties' || !isObject(value)) return [key, described(value, keys)]
      const properties = Object.entries(value).map(([name, property]) => {
        const inner = described(property, keys)
        return [name, isObject(inner) && keys[name] !== undefined ? {description: keys[name], ...inner} : inner]
      })
      return [key, Object.fromEntries(properties)]
    })
  )
}

/** The JSON Schemas that are published with the package, by path below the project's folder. */
export function schemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(published).map(([name, {title, schema, keys = {}}]) => {
      const path = `schemas/${name}.schema.json`
      // A file is written by people, so what it may hold is what is read; a report is what comes out.
      const made = toJsonSchema(schema, {errorMode: 'ignore', ...(name !== 'report' && {typeMode: 'input' as const})})
      const unknown = Object.keys(keys).find((key) => !JSON.stringify(made).includes(`"${key}":`))
      if (unknown !== undefined) throw new Error(`${path} describes “${unknown}”, which the schema does not know`)
      const whole = {$id: `https://unpkg.com/ourwords/${path}`, title, ...(described(made, keys) as Json)}
      return [path, `${JSON.stringify(whole, null, 2)}\n`]
    })
  )
}
