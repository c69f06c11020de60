import {fold} from '../lexicon/tokenize.ts'
import type {Document} from '../model/document.ts'
import type {Span} from '../model/span.ts'
import {wordSet} from '../model/words.ts'

/** A place in a template where something is to be written. */
export interface Slot extends Span {
  /** What it stands for: what the child is called, the child's pronouns, or anything else. */
  readonly of: 'child' | 'pronouns' | 'other'
}

/**
 * Slots of one syntax, with letters one of which each holds: most papers hold none of them, and are searched no further.
 * They begin with something rare, as each place where their first letter stands takes a look.
 */
type SlotPattern = readonly [pattern: RegExp, ...holds: string[]]

/** Slots that nobody writes but somebody who leaves a place open, in every syntax that templates are known to use. */
const slotPatterns: readonly SlotPattern[] = [
  [/\{\{[^{}\n]{0,80}\}\}/g, '{{'],
  [/\{%[^{}\n]{1,100}%\}/g, '{%'],
  [/\$\{[^{}\n]{1,60}\}/g, '${'],
  [/\{[a-z][\w.]{1,40}\}/gi, '{'],
  [/\{\s*(?:MERGEFIELD|IF|FILLIN|ASK|REF)\b[^{}\n]{0,100}\}/g, '{'],
  [/<<[^<>\n]{1,60}>>/g, '<<'],
  [/«[\w.]{1,60}»/g, '«'],
  [/«(?=[^«»\n]{0,60}\b(?:name|date|address|court|number)\b)[^«»\n]{1,60}»/gi, '«'],
  [/<(?=[^<>\n]{1,40}>)(?:insert|enter|child|name|date|first|full|worker|school|add)\b[^<>\n]{0,40}>/gi, '<'],
  [/%[A-Z][A-Z_]{2,30}%/g, '%'],
  [/\bMERGEFIELD\s+\w+/g, 'MERGEFIELD'],
  [/\b(?:X{3,}|X{2}(?:[/.-]X{2}){1,2}(?:X{2})?)\b/g, 'XX'],
  // Small ones may be kisses: only where a word leads up to them.
  [/\bx{3,}\b(?<=\b(?:on|at|to|by|in|of|from|until|is|was|for|and|number|ref|dated|called|named):?\sx+)/g, 'xxx'],
  [/\b(?:dd|DD)\s?[/.-]\s?(?:mm|MM)\s?[/.-]\s?(?:yy|YY){1,2}\b/g, 'yy', 'YY'],
  [/_{3,}/g, '___'],
  [/(?:\.{6,}|…{3,})/g, '......', '………'],
  [/\?{3,}/g, '???'],
  // Of a label: *School: ??*; and a box where a word should stand: *at [ ]*.
  [/\?\?(?<=:\s?\?\?)(?!\?)/g, '??'],
  [/\[\s*\](?<=\b(?:at|on|in|by|is|was|from|to|of|with|Mr|Ms|Mrs|Miss|aged|called|named) \[\s*\])(?!\()/g, '[ ', '[]'],
  [/\b(?:TBC|TBA|TBD|tbc|tba)\b/g, 'TB', 'tb'],
  [/\bto be confirmed\b(?=\s*(?:$|\n|\]))/gi],
  [/\bto be (?:confirmed|advised|agreed|decided|added)\b(?<=:\s?to be \w+)(?=\s*(?:$|\n|[.;]))/gi, 'to be ', 'To be '],
  [
    /\b(?:Click or tap (?:here )?to enter (?:text|a date)|Click here to enter (?:text|a date)|Choose an item|Error! (?:Reference source|Bookmark) not (?:found|defined))\.?/g,
    'Click',
    'Choose an item',
    'Error!'
  ],
  [/\bLorem ipsum\b/gi],
  // Orders in capitals, without brackets: INSERT NUMBER HERE, DATE HERE, ADD SCHOOL.
  [
    /\b(?:INSERT|ENTER|ADD|TYPE|PUT|WRITE|COMPLETE)(?: [A-Z][A-Z'’/-]{0,20}){0,5} (?:HERE|BELOW|NAMES?|DATES?|NUMBERS?|TIMES?|ADDRESS|DETAILS|TEXT|SCHOOL|COURT|VENUE|PLACE|AGE|PHONE|EMAIL|PHOTO|LOGO|SIGNATURE|SURNAME)\b/g,
    'INSERT ',
    'ENTER ',
    'ADD ',
    'TYPE ',
    'PUT ',
    'WRITE ',
    'COMPLETE '
  ],
  [
    /\b(?:(?:CHILD(?:['’]?S)?|FIRST|FULL|YOUR|SCHOOL|WORKER|JUDGE|COURT|PHONE|TELEPHONE) )?(?:NAMES?|DATE|NUMBER|TIME|ADDRESS|DETAILS|TEXT|REASONS?|VENUE|PHOTO) (?:GOES )?HERE\b/g,
    'HERE'
  ],
  [
    /\binsert (?:(?:the|a|an|your|my|child['’]s|their|his|her|first|full|phone|court|school|hearing|office) ){0,3}(?:names?|dates?|numbers?|times?|address|details|text|venue|reasons?) here\b/gi,
    'nsert '
  ],
  // What a field of a form says by itself.
  [
    /(?<=^|[\n.:>|] ?)(?:Type|Enter|Add|Start typing) (?:(?:your|the|some) )?(?:(?:text|name|date|details|notes?|comments?) )?here(?=\s*(?:$|\n|[.…\]]))/g,
    'Type ',
    'Enter ',
    'Add ',
    'Start typing '
  ],
  [/(?<=\p{Ll}[,:]? )(?:NAME|DATE|ADDRESS|NUMBER) OF [A-Z]+(?: [A-Z]+){0,3}\b/gu, 'OF '],
  [/\bTO BE (?:ADDED|INSERTED|COMPLETED|CONFIRMED|DECIDED|ADVISED|AGREED|FILLED IN|CHECKED)\b/g, 'TO BE '],
  [/\bto be (?:inserted|filled in|completed)(?: here| later)?(?=\s*(?:$|\n|\]|\)))/gi, 'to be ', 'To be '],
  [/\bdelete as (?:appropriate|applicable|necessary|needed|required)\b/gi, 'elete as '],
  [/\bdelete (?:where|if|whichever (?:is|does)) not (?:applicable|appropriate|needed|required|apply)\b/gi, 'elete '],
  [/(?<=\bDear )(?:CHILD(?:['’]?S)?(?: NAME)?|(?:FIRST )?NAME|YOUNG PERSON)\b/g, 'CHILD', 'NAME', 'YOUNG'],
  [/(?:--|__|\?\?|xx)[/.](?:--|__|\?\?|xx)(?:[/.](?:20)?(?:--|__|\?\?|xx))?/g, '--', '__', '??', 'xx'],
  [/\bXX\b(?<=\b(?:on|at|aged|by|until|is|was|number|dated) XX)/g, 'XX'],
  // A day that is still open: *XX March 2026*, *March XX, 2026*.
  [
    /\bXX(?:st|nd|rd|th)?(?= (?:(?:January|February|April|June|July|August|September|October|November|December)\b|(?:March|May)(?: 20\d\d\b|[,.;]|$)))/gm,
    'XX'
  ],
  [/\bXX\b(?<=[a-z] XX)(?=,? 20\d\d\b)/g, 'XX'],
  [
    /(?<![\p{L}/])(?:he\/she|she\/he|his\/her|her\/his|him\/her|her\/him|himself\/herself|s\/he|\(s\)he|he\/she\/they|him\/her\/them|his\/her\/their)(?![\p{L}/])/giu,
    '/',
    '(s)',
    '(S)'
  ],
  [/\((?:please )?(?:delete|amend|complete) as (?:appropriate|applicable|necessary|required)\)/gi, '('],
  [
    /\((?:please )?insert (?:[\p{L}'’]{1,12} ){0,4}(?:names?|dates?|numbers?|times?|address|details|text|reasons?|school|court|venue|place|age|email|here)\)/giu,
    '(insert ',
    '(Insert ',
    '(INSERT ',
    '(please ',
    '(Please '
  ],
  [/\b(?:please )?read and then delete\b/gi]
]

/** What is a slot in a template and may be something else in a draft. */
const onlyInTemplates: readonly SlotPattern[] = [
  // Slots, alternatives and instructions; `[x]` and `[^1]` are something else.
  [/\[(?![xX ]?\]|\^)[^[\]]{1,600}\](?!\()/g, '['],
  [/«[^«»\n]{1,80}»/g, '«'],
  [/<[\p{L}][^<>\n]{0,80}>/gu, '<']
]

const mayHold = (text: string, holds: readonly string[]): boolean =>
  holds.length === 0 || holds.some((letters) => text.includes(letters))

function* matchesOf(patterns: readonly SlotPattern[], text: string): Generator<RegExpExecArray> {
  for (const [pattern, ...holds] of patterns) if (mayHold(text, holds)) yield* text.matchAll(pattern)
}

/** Where a draft still has a slot, whatever else is there; in no order, and one may lie within another. */
export const slotsLeftIn = (text: string): Span[] =>
  [...matchesOf(slotPatterns, text)].map(({index, 0: words}) => ({start: index, end: index + words.length}))

const pronoun = wordSet('he she they him her hers them his their theirs himself herself themself themselves s')
const somebodyElse =
  /\b(?:mothers?|fathers?|mum|dad|parents?|carers?|workers?|guardians?|advis[eo]rs?|judges?|schools?|teachers?|managers?|teams?|solicitors?|authors?|writers?|social|your|my|siblings?|brothers?|sisters?|courts?|applicants?|respondents?|local|authority|hospital|doctor|agency|organisation|office|officers?|practitioners?|street|town|file|relatives?|grand\w+|aunts?|uncles?|foster\w*|peoples|person who)\b/
const otherThing =
  /\b(?:last|sur|family|surname|address|phone|email|date|dob|birth|age|number|ref|gender|photo|picture)\b/
const calling = /\b(?:names?|fullname|firstname|known as|knownas|called|forenames?|nickname)\b/
const theChild = /^(?:the )?(?:child|children|childs|childrens|young person|young persons|yp|child(?:ren)? \d)$/

/** What a slot stands for, from the words that it holds or is called by: `child.known_as`, `ChildName`, `Child’s name`. */
function meaningOf(name: string): Slot['of'] {
  const words = fold(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const phrase = words.join(' ')
  if (/\bpronouns?\b/.test(phrase)) return 'pronouns'
  if (words.length > 0 && words.every((word) => pronoun.has(word) || word === 'child' || word === 'or')) {
    if (words.some((word) => pronoun.has(word))) return 'pronouns'
  }
  if (somebodyElse.test(phrase) || otherThing.test(phrase)) return 'other'
  // A whole sentence in brackets is an instruction, whatever it mentions.
  if (words.length <= 6 && (calling.test(phrase) || theChild.test(phrase))) return 'child'
  return 'other'
}

/** Words without the slots that nobody fills with what they say: `Dear «ChildName»` names nobody. */
export const withoutSlots = (words: string): string =>
  slotPatterns.reduce((left, [pattern, ...holds]) => (mayHold(left, holds) ? left.replace(pattern, ' ') : left), words)

/** Finds the slots of a template, none within another. */
export function findSlots({text, marks}: Document): readonly Slot[] {
  const found: Slot[] = []
  for (const {kind, start, end, name} of marks)
    if (kind === 'placeholder') found.push({start, end, of: meaningOf(name ?? text.slice(start, end))})
  for (const {index, 0: words} of matchesOf([...slotPatterns, ...onlyInTemplates], text))
    if (!words.includes('\n\n')) found.push({start: index, end: index + words.length, of: meaningOf(words)})
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let until = -1
  return found.filter(({start, end}) => {
    if (start < until) return false
    until = end
    return true
  })
}
