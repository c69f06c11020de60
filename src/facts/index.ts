import type {Lexicon} from '../lexicon/lexicon.ts'
import {tokenize} from '../lexicon/tokenize.ts'
import type {Declaration, Provenance} from '../model/declaration.ts'
import type {Block, Document} from '../model/document.ts'
import type {FactSettings, Facts} from './facts.ts'
import {know} from './known.ts'
import {findMentions, personsFrom} from './mentions.ts'
import {namedWords} from './named.ts'
import {findQuotations} from './quotations.ts'
import {findPassages} from './reading.ts'
import {findSections} from './sections.ts'
import {findSlots} from './slots.ts'
import {proseOf} from './template.ts'

/** What a document is given before anything is worked out. */
export interface Given {
  readonly document: Document
  readonly lexicon: Lexicon
  /** Strongest first. */
  readonly declarations: readonly {readonly from: Provenance; readonly declaration: Declaration}[]
  readonly settings: FactSettings
  /** Called before each fact is worked out; what it throws goes to whoever asked for the fact. */
  readonly pace?: () => void
}

/** Blocks that nobody wrote to be read by a child or a court, and those in a language that English rules do not know. */
const isJudged = ({kind, language}: Block): boolean =>
  kind !== 'code' && kind !== 'guidance' && (language === undefined || /^en\b/i.test(language))

/** Works out the facts of a document, each on first touch. */
export function gather({document, lexicon, declarations, settings, pace}: Given): Facts {
  const {dictionaries} = lexicon
  const fact = <Value>(work: () => Value): (() => Value) => {
    let known: {readonly value: Value} | undefined
    return () => {
      if (known === undefined) {
        pace?.()
        known = {value: work()}
      }
      return known.value
    }
  }
  const prose = fact(() => {
    const blocks = document.blocks.map((block) => (isJudged(block) ? block : {start: block.start, end: block.start}))
    return settings.template
      ? proseOf(document, facts.slots, blocks, lexicon)
      : {document, tokens: tokenize(document.text, blocks)}
  })
  const slots = fact(() => (settings.template ? findSlots(document) : []))
  const known = fact(() => {
    const childToCome = facts.slots.some((slot) => slot.of === 'child')
    return know(prose().document, facts.tokens, declarations, lexicon, childToCome)
  })
  const kind = fact(() => dictionaries.kinds.find(({id}) => id === facts.known.kind) ?? null)
  const mentions = fact(() => findMentions(facts.tokens, facts.known, dictionaries.people))
  const persons = fact(() => personsFrom(facts.tokens, facts.mentions, facts.audience === 'letter'))
  const quotations = fact(() =>
    findQuotations(prose().document, facts.tokens, facts.known.children, facts.audience === 'letter')
  )
  const matches = fact(() => {
    const named = namedWords(facts.tokens, facts.mentions)
    return lexicon
      .match(facts.tokens, facts.persons, facts.audience)
      .filter(({from, to}) => !named.subarray(from, to).every((name) => name === 1))
  })
  const passages = fact(() => findPassages(facts))
  const sections = fact(() => findSections(facts))
  const facts: Facts = {
    document,
    dictionaries,
    lexicon,
    settings,
    get slots() {
      return slots()
    },
    get tokens() {
      return prose().tokens
    },
    get known() {
      return known()
    },
    get kind() {
      return kind()
    },
    get audience() {
      return facts.known.type === 'letter' ? 'letter' : 'report'
    },
    get mentions() {
      return mentions()
    },
    get persons() {
      return persons()
    },
    get quotations() {
      return quotations()
    },
    get matches() {
      return matches()
    },
    get passages() {
      return passages()
    },
    get sections() {
      return sections()
    }
  }
  return facts
}
