import type {Block, Document} from '../model/document.ts'
import {onAsking, oncePer} from '../model/once.ts'
import {firstWhere} from '../model/search.ts'
import type {Span} from '../model/span.ts'

/** A label and what it labels: `About: Idris (12)`, or two cells of a row. */
interface Labelled {
  readonly label: string
  readonly value: string
  /** The label heads a column. */
  readonly column: boolean
}

const plainLabel = /^([^:\n?]{1,70}?)\s*[:?](?=\s|$)/u

/** A label inside a block, in offsets of the document's text: bold before a colon, or the beginning of a line up to one. */
export interface Label {
  readonly start: number
  readonly end: number
  /** Where what it labels begins and ends: at the next label, or with the block. */
  readonly from: number
  readonly until: number
  /** Only its looks make a label of it, and they may be those of something else. */
  readonly unsure?: true
}

const none: readonly Label[] = []

/** The labels of each block. */
export const labelsOf = oncePer((document: Document): readonly (readonly Label[])[] =>
  document.blocks.map((block) => labelsIn(document, block))
)

/** Finds the labels of a block. Bold ones may follow each other on one line: `**From:** Carys **Date:** 4 May`. */
function labelsIn({text, marks}: Document, block: Block): readonly Label[] {
  if (block.kind !== 'paragraph' && block.kind !== 'item' && block.kind !== 'cell' && block.kind !== 'heading')
    return none
  const ends: {start: number; end: number; from: number}[] = []
  for (let n = firstMark(marks, block); n < marks.length; n++) {
    const mark = marks[n] as Document['marks'][number]
    if (mark.start >= block.end) break
    if (mark.kind !== 'strong') continue
    const strong = text.slice(mark.start, mark.end).trimEnd()
    const closed = /[:.?!–—-]$/u.test(strong)
    const after = /^\s*[:–—]\s*/u.exec(text.slice(mark.end, Math.min(block.end, mark.end + 4)))
    const leads = mark.start <= block.start + 2 || text[mark.start - 1] === '\n'
    if (closed && (leads || strong.endsWith(':')))
      ends.push({start: mark.start, end: mark.start + strong.slice(0, -1).trimEnd().length, from: mark.end})
    else if (after) ends.push({start: mark.start, end: mark.end, from: mark.end + after[0].length})
  }
  if (ends.length === 0)
    for (let start = block.start; start < block.end; ) {
      const newline = text.indexOf('\n', start)
      const stop = newline < 0 || newline > block.end ? block.end : newline
      const match = endsLabel(text, start, stop) ? plainLabel.exec(text.slice(start, Math.min(stop, start + 90))) : null
      if (match) ends.push({start, end: start + (match[1] as string).length, from: start + match[0].length})
      start = stop + 1
    }
  if (ends.length === 0) return none
  return ends.map(({start, end, from}, n) => ({start, end, from, until: ends[n + 1]?.start ?? block.end}))
}

/** Most lines hold no mark that could end a label, and are not looked at any closer. */
function endsLabel(text: string, start: number, stop: number): boolean {
  for (let at = start; at < stop && at < start + 90; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 58 || unit === 63) return true
  }
  return false
}

/** The first mark in a block, or after it; they are sorted by their start. */
export const firstMark = (marks: Document['marks'], {start}: Block): number =>
  firstWhere(marks.length, (middle) => (marks[middle] as {start: number}).start >= start)

const textOf = (document: Document, {start, end}: Block): string => document.text.slice(start, end)

/** The head rows of tables: of each table, the text of each column's head. */
export function columnHeads(document: Document): Map<number, Map<number, string>> {
  const heads = new Map<number, Map<number, string>>()
  for (const block of document.blocks) {
    if (block.cell?.row !== 1) continue
    const columns = heads.get(block.cell.table) ?? new Map<number, string>()
    const text = textOf(document, block).trim()
    columns.set(block.cell.column, `${columns.get(block.cell.column) ?? ''} ${text}`.trim())
    heads.set(block.cell.table, columns)
  }
  return heads
}

/** Everything in a document that stands after a label, in reading order. */
export const findLabelled = oncePer((document: Document): readonly Labelled[] => {
  const found: Labelled[] = []
  const firstCells = new Map<string, string>()
  const heads = columnHeads(document)
  const bare = (label: string): string => label.replace(/:$/, '').trim()
  const labels = labelsOf(document)
  for (const [index, block] of document.blocks.entries()) {
    const text = block.cell ? textOf(document, block).trim() : ''
    if (block.cell && text !== '') {
      const {table, row, column} = block.cell
      const key = `${table}/${row}`
      const columns = heads.get(table)
      if (column === 1) firstCells.set(key, text)
      const label = firstCells.get(key)
      // In a table of more than two columns the first cell of a row names the row, and the head says what stands in it.
      if (column === 2 && label && (columns?.size ?? 0) <= 2)
        found.push({label: bare(label), value: text, column: false})
      const head = columns?.get(column)
      if (row > 1 && head) found.push({label: bare(head), value: text, column: true})
    }
    for (const {start, end, from, until} of labels[index] as readonly Label[]) {
      const value = document.text.slice(from, until).trim()
      if (value !== '') found.push({label: document.text.slice(start, end).trim(), value, column: false})
    }
  }
  return found
})

/** The words that open a letter, and whom they greet: `Dear Ellis,`. */
interface Greeting extends Span {
  readonly block: number
  /** What stands after the greeting word, without closing punctuation: `Ellis`, `there`. */
  readonly whom: string
}

/** Not within a word; to ask Unicode, in small letters and capitals, would take long to compile. */
const wordEnd = '(?![a-zß-öø-ÿĀ-ſ-])'
/** Families greet in many languages, and a worker learns the word for a child's sake. */
const greetings =
  "dear|dearest|hi|hiya|hello|hullo|hey|good morning|good afternoon|good evening|annwyl|helo|helô|haia|heia|shwmae|smae|s'mae|bore da|prynhawn da|noswaith dda|hola|olá|querida|querido|bonjour|salut|chère|ciao|hallo|liebe|lieber|liebes|cześć|droga|drogi|kochana|kochany|ahoj|zdravo|pryvit|assalam alaikum|assalam aleikum|assalam alaykum|assalamu alaikum|assalamu aleikum|assalamu alaykum|as-salam alaikum|as-salam aleikum|as-salam alaykum|as-salamu alaikum|as-salamu aleikum|as-salamu alaykum|kia ora|namaste|sat sri akal|merhaba|habari|jambo"
const greetingWord = onAsking(
  () =>
    new RegExp(
      `^(?:(?:my|fy) |f['’])?(?:${greetings.replaceAll("'", "['’]")})${wordEnd}[\\s,]*(?:(?:again|to|my dear)${wordEnd})?[\\s,]*`,
      'i'
    )
)
const greetingBeginnings = onAsking(
  () => new Set(['my', 'fy', 'f', ...greetings.split('|').map((greeting) => firstWord.exec(greeting)?.[0])])
)
/** What nearly every letter begins with. */
const usualGreeting = /^(?:dear|hi|hello)[\s,]+(?!again|to |my dear)(?=\S)/i
const firstWord = /^[^\s,'’!]*/

/** What the line greets with. Few lines begin with such a word, and to look for them all takes long to compile. */
const greetingOf = (line: string): RegExpExecArray | null =>
  usualGreeting.exec(line) ??
  (greetingBeginnings().has(firstWord.exec(line)?.[0].toLowerCase()) ? greetingWord().exec(line) : null)

const nameList = "\\p{Lu}[\\p{Ll}'’-]+(?:(?:, | and | & | ac? )\\p{Lu}[\\p{Ll}'’-]+){0,4}"

/** `Ellie and Bo,` alone on a line, and what may stand on either side of a name: `Morning Ellie!`, `Ellie, hello!`. */
const bareGreeting = onAsking(
  () =>
    new RegExp(
      `^(?:[Tt]o |[Ff]or |(?:Morning|Afternoon|Evening),? )?(${nameList})(?:,? (?:hello|hi|hiya|annwyl|bach|dear))?(?:[,!]| ?[–—-])$`,
      'u'
    )
)

/** `To Ellie and Bo` and `To my friend Ellie` say by themselves that they greet: no comma is needed. Few lines begin so. */
const addressBeginning = /^(?:To|to|For|for) /
const plainAddress = onAsking(() => new RegExp(`^(?:[Tt]o|[Ff]or) (${nameList})$`, 'u'))
const fondGreeting = onAsking(
  () => new RegExp(`^(?:[Tt]o|[Ff]or) (?:my|our) (?:\\p{Ll}+ ){1,4}(${nameList})[,!.]?$`, 'u')
)

/** Sentences stand before it, so that a name or a word alone on a line is no greeting any more: `Yours,`. */
const leastOpening = 8
const isOpening = (text: string): boolean => /[.!?][”"'’)]*$/.test(text) && text.split(/\s+/).length >= leastOpening

/** Finds the greeting among the first blocks; `null` for a paper that greets nobody. */
export const findGreeting = oncePer((document: Document): Greeting | null => {
  let isOpened = false
  // `For Ellie` may stand over a greeting, which then counts.
  let address: Greeting | null = null
  for (const [block, each] of document.blocks.entries()) {
    if (block > 30 || (each.kind === 'heading' && each.inferred !== true && (each.level ?? 1) > 1)) break
    if (each.kind === 'header' || each.kind === 'footer' || each.kind === 'code' || each.kind === 'quote') continue
    const text = textOf(document, each)
    const lines = text.split('\n')
    // A short line alone may have been read as a heading.
    const isUntitled = each.kind === 'paragraph' || each.inferred === true
    let start = each.start
    for (const [n, full] of lines.entries()) {
      const line = full.trim()
      const greeting = {block, start, end: start + full.length}
      const match = greetingOf(line)
      if (match) return withOthers({...greeting, whom: greetedIn(line.slice(match[0].length))}, lines.slice(n + 1))
      const isBare = each.kind === 'paragraph' && !isOpened
      const named = isBare && /[,!–—-]$/.test(line) ? bareGreeting().exec(line) : null
      if (named) return {...greeting, whom: named[1] as string}
      const isAddress = addressBeginning.test(line)
      const fond = isAddress ? fondGreeting().exec(line) : null
      if (fond) return {...greeting, whom: fond[1] as string}
      const plain = isAddress && !isOpened && lines.length === 1 && isUntitled ? plainAddress().exec(line) : null
      if (plain) address ??= {...greeting, whom: plain[1] as string}
      start += full.length + 1
    }
    isOpened ||= each.kind === 'paragraph' && isOpening(text.trim())
  }
  return address
})

/** Adds those whom the next lines greet: `Dear Ellie` and, beneath it, `Dear Bo`. */
function withOthers(greeting: Greeting, lines: readonly string[]): Greeting {
  let {end, whom} = greeting
  for (const line of lines) {
    const match = greetingOf(line.trim())
    if (!match) break
    whom += `, ${whomIn(line.trim().slice(match[0].length))}`
    end += 1 + line.length
  }
  return {...greeting, end, whom}
}

/** Whom a greeting names after its first word; `Annwyl Ellis / Dear Ellis` greets one child, in two languages. */
function greetedIn(text: string): string {
  const [first = '', ...others] = text
    .slice(0, longestGreeting)
    .split(/[/|,–—]/)
    .map((part) => part.trim())
  const whom = whomIn(first)
  const isAgain = (part: string): boolean => whomIn(part.slice(greetingOf(part)?.[0].length ?? part.length)) === whom
  return whom !== '' && others.some(isAgain) ? whom : whomIn(text)
}

/** In UTF-16 units. */
const longestGreeting = 300

/** `Ellie and dear little Bo`: each is greeted, and is still a name. */
const eachGreeted = onAsking(
  () =>
    /(,|\s(?:and|&|ac?))\s+(?:my )?(?:(?:dear|dearest|hello|hi|annwyl) )?(?:(?:little|lovely|baby|big|wee) )?(?=\p{Lu})/gu
)

/** `Ellis, I am writing to you` greets Ellis: what begins a sentence is cut off. */
function whomIn(text: string): string {
  const said = text.slice(0, longestGreeting).replace(/[!.:;–—?](?=\s|$).*$/u, '')
  // Most letters greet by one name, after which nothing begins.
  const whom = /\s/.test(said) ? withoutSentence(said.replace(eachGreeted(), '$1 ')) : said
  return whom.replace(/[\s,]+$/, '')
}

const withoutSentence = (whom: string): string =>
  whom
    .replace(/,\s+(?!and\b)\p{Ll}.*$/u, '')
    .replace(
      /,?\s+(?:I|I'm|I’m|It|My|This|Thank|We|You|Your|How|What|As|The|Just|Here|When|Do|Are|On|In|At|Last|After|It's|It’s)\s.*$/u,
      ''
    )
