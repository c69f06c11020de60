import {calledName, namedAt} from '../facts/called.ts'
import {isForMany} from '../facts/child-evidence.ts'
import type {Facts, Section} from '../facts/facts.ts'
import {kindOf} from '../facts/known.ts'
import {firstName, plainName} from '../facts/names.ts'
import {findGreeting} from '../facts/outline.ts'
import {leastFor} from '../facts/section-patterns.ts'
import {isWholePaper} from '../facts/whole-paper.ts'
import {slips} from '../lexicon/edit-distance.ts'
import {isAscii} from '../lexicon/tokenize.ts'
import type {Document} from '../model/document.ts'
import type {Draft} from '../model/finding.ts'
import type {KnownChild} from '../model/result.ts'
import {overlaps, type Span} from '../model/span.ts'
import type {Rule} from './rule.ts'

/** The name is there, or somebody meant to write it: a slip is another rule's to tell. */
function isIn(child: KnownChild, words: string): boolean {
  const names = [firstName(child.name), ...(child.knownAs ? [child.knownAs] : [])].map(plainName)
  const said = plainName(words)
  return (said.match(isAscii(said) ? /[a-z'-]+/g : /[\p{L}'’-]+/gu) ?? []).some((word) =>
    names.some(
      (name) => word === name || word.replace(/['’]s?$/, '') === name || (name.length > 3 && slips(word, name, 1) <= 1)
    )
  )
}

export const missingName: Rule = {
  id: 'missing-name',
  title: 'The child’s name, where it should be',
  why: 'The young people’s first ask is to be called by name. A brother or sister who is named in every part but one has been left out of that part.',
  fine: '“The children” names nobody, so each of several children is looked for by name in the parts on strengths, risks, wishes and recommendations. One name in each is enough.',
  sources: ['fjypb-ten-asks', 'fjypb-see-me'],
  severity: 'error',
  onWords: false,
  examples: [
    {
      document: 'letter',
      text: '*Hi there,*\n\nThe judge has decided that you will stay with Nani, Amira.'
    },
    {document: 'letter', text: 'Dear Amira,\n\nThe judge has decided that you will stay with Nani.'},
    {
      document: 'letter',
      children: [{name: 'Leo'}, {name: 'Ava'}],
      text: '*Dear Leo,*\n\nThe judge has decided that you and Ava will stay with Nani.'
    },
    {
      document: 'report',
      children: [{name: 'Leo'}, {name: 'Ava'}],
      text: '# Report about Leo and Ava\n\n## Recommendations\n\n1. Leo should stay with his aunt.\n2. The children should see their father on Sundays.\n\n## Strengths\n\nLeo and Ava look after each other.',
      absent: [{child: 'Ava', section: 'recommendations'}]
    },
    {
      document: 'report',
      children: [{name: 'Leo'}, {name: 'Ava'}],
      text: '# Report about Leo and Ava\n\n## Recommendations\n\n1. Leo should stay with his aunt.\n2. Ava should go with him.'
    },
    {
      document: 'report',
      children: [{name: 'Kayden Brightwell'}],
      text: '# Report\n\nThe child is eleven. The child was seen at school.',
      absent: [{child: 'Kayden Brightwell'}]
    },
    {document: 'report', text: 'The meeting is on Tuesday.'}
  ],
  *check(facts: Facts): Generator<Draft> {
    const {known, document} = facts
    if (!isWholePaper(facts)) return
    if (facts.slots.some((slot) => slot.of === 'child')) {
      if (known.type === 'letter') yield* slotInGreeting(facts)
      return
    }
    if (known.children.length === 0) {
      if (known.type !== 'correspondence' && !(known.type === 'letter' && isForMany(document)))
        yield {message: `No child is named in this ${known.type === 'letter' ? 'letter' : 'paper'}.`, about: {}}
      return
    }
    const absent = new Set<KnownChild>()
    for (const child of known.children) {
      if (namedAt(child, facts.tokens).length > 0) continue
      absent.add(child)
      if (!isIn(child, document.text))
        yield {message: `${calledName(child)} is not named anywhere.`, about: {child: child.name}}
    }
    if (known.type === 'letter') yield* inGreeting(facts, absent)
    else if (known.children.length > 1) yield* inSections(facts, absent)
  }
}

/** The line that greets, where one does. */
function greetingLine(document: Document): Span | null {
  const greeting = findGreeting(document)
  return greeting && {start: greeting.start, end: greeting.end}
}

function* slotInGreeting(facts: Facts): Generator<Draft> {
  const line = greetingLine(facts.document)
  if (!line || facts.slots.some((slot) => slot.of === 'child' && overlaps(slot, line))) return
  yield {
    at: line,
    message: 'The greeting of this template does not name the child.',
    instead: ['Dear {{child.known_as}},'],
    about: {}
  }
}

function* inGreeting(facts: Facts, absent: ReadonlySet<KnownChild>): Generator<Draft> {
  const {known, document, tokens} = facts
  const line = greetingLine(document)
  // Where nobody is greeted, the name in the title or the first lines does it.
  const opening = tokens.end[Math.min(tokens.count, 60) - 1] ?? 0
  const words = line
    ? `${document.text.slice(line.start, line.end)} ${findGreeting(document)?.whom}`
    : document.text.slice(0, opening)
  for (const child of known.children) {
    if (absent.has(child) || isIn(child, words)) continue
    yield {
      ...(line && {at: line}),
      message: `The greeting does not name ${calledName(child)}.`,
      instead: [`Dear ${known.children.map(calledName).join(' and ')},`],
      about: {child: child.name}
    }
  }
}

function* inSections(facts: Facts, absent: ReadonlySet<KnownChild>): Generator<Draft> {
  const {known, tokens, sections, dictionaries} = facts
  const named = known.children.map((child) => namedAt(child, tokens).map((i) => tokens.start[i] as number))
  for (const id of kindOf(known, dictionaries)?.perChild ?? []) {
    const here = sections.filter((section) => section.id === id && section.words >= leastFor(id))
    // What only scattered sentences show has no place of its own in which somebody could be missing; nor has a note's label.
    const isPart = ({by, child}: Section): boolean =>
      child !== undefined || by === 'heading' || (by === 'row' && known.type !== 'record')
    if (!here.some(isPart)) continue
    const title = dictionaries.sections.find((section) => section.id === id)?.title ?? id
    for (const [index, child] of known.children.entries()) {
      if (absent.has(child)) continue
      const isThere = here.some(
        (section) => section.child === index || named[index]?.some((at) => section.start <= at && at < section.end)
      )
      if (isThere) continue
      yield {
        message: `${calledName(child)} is not named under ${title.toLowerCase()}.`,
        instead: ['Say in that part what it means for each child, by name.'],
        about: {child: child.name, section: id}
      }
    }
  }
}
