import type {Document} from '../model/document.ts'
import {Gap, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import {childLabel, offspring} from './child-evidence.ts'
import {firstName, isNameWord, leadingName, type NameSense, nameAt, plainName} from './names.ts'
import {findLabelled} from './outline.ts'

/** Somebody in a paper who is not the child that it is about. */
export interface Other {
  readonly name: string
  /** Shown to be grown up: a parent, a worker, who signed. A brother or a friend may still be a child of the paper. */
  readonly adult: boolean
  /** Nothing is known but having been there, as a child may have been too. */
  readonly onlyThere: boolean
}

const adultLabel =
  /\b(?:from|by|author|signed|worker|guardian|mother|father|parents?|mum|dad|apologies|supervisor|supervisee|chair|applicants?|respondents?|judge|solicitor|to|cc|carers?|teacher|school|manager|advis[eo]r|officer|practitioner|partner|grandmother|grandfather|grandparents?|aunt|uncle|brothers?|sisters?|siblings|recorded|note)\b/i

const there =
  /^(?:present|attended|attendees|attending|participants|in (?:the room|attendance)|who was (?:there|present)|with)$/i

/** A title with a colon, which is no label: `Children's Guardian's report: Marisol`. */
const titleLabel = /\b(?:report|analysis|letter|statement|record|supervision|assessment|review|notes?)$/i

/** Words before a name that make it a child's, though not this paper's by that alone. */
const young = wordSet(
  'friend friends cousin brother sister twin stepbrother stepsister half-brother half-sister sibling niece nephew'
)
const pets = wordSet('dog cat rabbit hamster pony puppy kitten guinea called named')
/** What may stand between a name and the word that says who it is: `Rachel, Nell's mother`, `Ruqiya, a new social worker`. */
const between = wordSet(
  'his her their the a an my your our maternal paternal older younger elder new own class form head foster birth great step'
)

/**
 * Everybody who stands beside a title, a kin word, a role or an adult's label, by first name.
 */
export function findOthers(document: Document, tokens: Tokens, names: NameSense): Map<string, Other> {
  const others = new Map<string, Other>()
  const add = (name: string, adult = true, there = false) => {
    const key = plainName(firstName(name))
    const known = others.get(key)
    others.set(key, {
      name: known && known.name.length >= name.length ? known.name : name,
      adult: adult || (known?.adult ?? false),
      onlyThere: there && (known?.onlyThere ?? true)
    })
  }
  for (const {label, value} of findLabelled(document)) {
    // Who was there at a visit may be the child.
    const wasThere = there.test(label)
    if (
      !wasThere &&
      (!adultLabel.test(label) || childLabel.test(label) || titleLabel.test(label) || label.split(/\s+/).length > 5)
    )
      continue
    const parts = value.split(/[,;()/]|\band\b|&/)
    // A page that several have signed may be the child's as well.
    const isShared = /^signed$/i.test(label) && parts.length > 1
    for (const part of parts) {
      const name = leadingName(part.trim(), names)
      if (name) add(name, !wasThere && !isShared, wasThere)
    }
  }
  for (const i of names.places) {
    const joined = tokens.gap[i] === Gap.joined && tokens.sentence[i - 1] === tokens.sentence[i]
    if (joined && isNameWord(tokens, i - 1, names)) continue
    let to = i + 1
    while (
      to < i + 4 &&
      tokens.gap[to] === Gap.joined &&
      isNameWord(tokens, to, names) &&
      tokens.base[to - 1] === tokens.word[to - 1]
    )
      to++
    const name = nameAt(tokens, i, to)
    const before = i - 1
    if (before >= 0 && tokens.sentence[before] === tokens.sentence[i]) {
      const word = tokens.base[before] as string
      const plain = tokens.word[before] === word
      if (names.titles.has(word) && tokens.shape[before] === Shape.capital) {
        const titled = `${nameAt(tokens, before, before + 1)} ${name}`
        others.set(plainName(titled), {name: titled, adult: true, onlyThere: false})
        continue
      }
      // "He called Leo's dad a name" calls nobody Leo.
      const owned = tokens.word[to - 1] !== tokens.base[to - 1]
      if (plain && (young.has(word) || (pets.has(word) && !owned))) add(name, pets.has(word))
      else if (plain && isKin(tokens, before, names)) add(name)
      else if (introduces(tokens, before)) add(name)
    }
    if (to < tokens.count && tokens.gap[to] === Gap.broken && tokens.block[to] === tokens.block[i]) {
      const role = to === i + 1 && isListedKin(tokens, to, names) ? null : roleAhead(tokens, to, names)
      if (role) add(name, !young.has(role))
    }
  }
  for (const name of signatures(document, names)) add(name)
  return others
}

function isKin(tokens: Tokens, i: number, names: NameSense): boolean {
  const word = tokens.base[i] as string
  return (names.kin.has(word) || names.roles.has(word)) && !offspring.has(word)
}

/** `My name is`, `I'm`, `This is`: whoever writes says who they are. */
function introduces(tokens: Tokens, i: number): boolean {
  const word = tokens.word[i] as string
  const last = tokens.word[i - 1]
  if (word === "i'm") return true
  if (word === 'am') return last === 'i'
  return word === 'is' && last === 'name' && tokens.word[i - 2] === 'my'
}

/** *Present: Leo, Mum, Nan*: the kin word names the next who was there, and does not say who Leo is. */
const isListedKin = (tokens: Tokens, i: number, names: NameSense): boolean =>
  tokens.shape[i] === Shape.capital &&
  tokens.word[i] === tokens.base[i] &&
  names.kin.has(tokens.base[i] as string) &&
  /^,\s+$/.test(tokens.text.slice(tokens.end[i - 1], tokens.start[i]))

/** The kin word or role that follows a name after a comma or bracket. */
function roleAhead(tokens: Tokens, from: number, names: NameSense): string | null {
  for (let i = from; i < from + 5 && i < tokens.count && tokens.sentence[i] === tokens.sentence[from]; i++) {
    if (i > from && tokens.gap[i] !== Gap.joined) return null
    const word = tokens.base[i] as string
    if (offspring.has(word)) return null
    if (young.has(word) || isKin(tokens, i, names) || isRolePhrase(tokens, i, names)) return word
    if (!between.has(word) && tokens.shape[i] === Shape.lower && tokens.base[i] === tokens.word[i]) return null
  }
  return null
}

function isRolePhrase(tokens: Tokens, i: number, names: NameSense): boolean {
  let phrase = ''
  for (let n = i; n < i + 3 && n < tokens.count && (n === i || tokens.gap[n] === Gap.joined); n++) {
    phrase = phrase ? `${phrase} ${tokens.word[n]}` : (tokens.word[n] as string)
    if (names.roles.has(phrase)) return true
  }
  return false
}

/** *J. Orr* → *Orr* */
const withoutInitials = (line: string): string => (line[1] === '.' ? line.replace(/^(?:\p{Lu}\.\s*)+/u, '') : line)

const closing = wordSet(
  'yours kind warm best with love from many regards wishes sincerely faithfully bye take care see you soon'
)

const wordHere = /([a-z]+)\b[\s,]*/iy

/** *Best wishes, Ann* → *Ann* */
function withoutClosing(line: string): string {
  for (let from = 0; ; from = wordHere.lastIndex) {
    wordHere.lastIndex = from
    const [, word] = wordHere.exec(line) ?? []
    if (!closing.has(word?.toLowerCase())) return line.slice(from)
  }
}

/** Names that stand alone in one of the last blocks: who signed. */
function signatures(document: Document, names: NameSense): string[] {
  const found: string[] = []
  const body = document.blocks.filter(
    ({kind, inferred}) => kind === 'paragraph' || (kind === 'heading' && inferred === true)
  )
  // The first says what the paper is, however short that is.
  for (const block of body.slice(1).slice(-5)) {
    for (const line of document.text.slice(block.start, block.end).split('\n')) {
      const initials = withoutClosing(withoutInitials(line.trim()))
      const name = leadingName(initials, names)
      if (
        name &&
        initials.length - name.length < 45 &&
        initials.split(/\s+/).length <= 8 &&
        /^\s*(?:$|[,(–—|-]|\p{Lu})/u.test(initials.slice(name.length)) &&
        // "Leo Shah (9), brought by Ann" heads what is said of Leo.
        !/^\s*\(\d/.test(initials.slice(name.length)) &&
        !/[.!?]$/.test(initials.trim())
      )
        found.push(name)
    }
  }
  return found
}
