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
  const once = new Map<string, unknown>()
  const remember = <Value>(name: string, work: () => Value): Value => {
    if (!once.has(name)) {
      pace?.()
      once.set(name, work())
    }
    return once.get(name) as Value
  }
  const prose = () =>
    remember('prose', () => {
      const blocks = document.blocks.map((block) => (isJudged(block) ? block : {start: block.start, end: block.start}))
      return settings.template
        ? proseOf(document, facts.slots, blocks, lexicon)
        : {document, tokens: tokenize(document.text, blocks)}
    })
  const facts: Facts = {
    document,
    dictionaries,
    lexicon,
    settings,
    get slots() {
      return remember('slots', () => (settings.template ? findSlots(document) : []))
    },
    get tokens() {
      return prose().tokens
    },
    get known() {
      return remember('known', () => {
        const childToCome = facts.slots.some((slot) => slot.of === 'child')
        return know(prose().document, facts.tokens, declarations, lexicon, childToCome)
      })
    },
    get kind() {
      return remember('kind', () => dictionaries.kinds.find(({id}) => id === facts.known.kind) ?? null)
    },
    get audience() {
      return facts.known.type === 'letter' ? 'letter' : 'report'
    },
    get mentions() {
      return remember('mentions', () => findMentions(facts.tokens, facts.known, dictionaries.people))
    },
    get persons() {
      return remember('persons', () => personsFrom(facts.tokens, facts.mentions, facts.audience === 'letter'))
    },
    get quotations() {
      return remember('quotations', () =>
        findQuotations(prose().document, facts.tokens, facts.known.children, facts.audience === 'letter')
      )
    },
    get matches() {
      return remember('matches', () => {
        const named = namedWords(facts.tokens, facts.mentions)
        return lexicon
          .match(facts.tokens, facts.persons, facts.audience)
          .filter(({from, to}) => !named.subarray(from, to).every((name) => name === 1))
      })
    },
    get passages() {
      return remember('passages', () => findPassages(facts))
    },
    get sections() {
      return remember('sections', () => findSections(facts))
    }
  }
  return facts
}
