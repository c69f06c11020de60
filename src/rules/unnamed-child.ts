import {calledName} from '../facts/called.ts'
import {
  bareAt,
  besideParent,
  type ChildPhrase,
  couldMean,
  followedBy,
  isInTale,
  isIntroduced,
  mayBegin,
  phraseAt
} from '../facts/child-phrases.ts'
import type {Facts} from '../facts/facts.ts'
import {isAsTheLawHasIt, isOfAnotherCase} from '../facts/law-in-general.ts'
import {endWithoutPossessive, firstName} from '../facts/names.ts'
import {wordsCalled} from '../facts/word-sets.ts'
import type {Draft} from '../model/finding.ts'
import type {KnownChild} from '../model/result.ts'
import {byForm, Gap, placesOf, Shape, type Tokens} from '../model/tokens.ts'
import {wordSet} from '../model/words.ts'
import type {Rule} from './rule.ts'

/** Nouns that make a compound of *child*, *minor*, *infant*, *boy* …: then nobody is meant. */
const compoundsIn = ({dictionaries}: Facts): ReadonlySet<string> => wordsCalled('after-child', dictionaries)
/** After these, a phrase says which child is meant, and it is another: *the boy who sits next to you*, *the girl in the story*. */
const pointingIn = ({dictionaries}: Facts): ReadonlySet<string> => wordsCalled('which-child', dictionaries)
/** The law speaks of any child, and a principle of every child. */
const principle =
  /\b(paramount|paramountcy|principle|section \d+[a-z]?\b(?! reports?)|s\.? ?\d|act \d{4}|the act\b|article \d|convention|rights of the child|best interests of the child\b(?! (?:in|here))|statut|checklist|legislation|duty|the law|case law|guidance says|any child|every child|a child)\b/i

const examples: Rule['examples'] = [
  {text: 'Amira likes school. I met *the child* twice, and *this child* made me laugh.'},
  {text: '*The subject child* lives with her mother. *The minor* has settled.'},
  {text: 'I hope this helps *the young person* to understand, Amira.', document: 'letter'},
  {text: '*YP* seen at home. *Child* was happy to talk.', document: 'record'},
  {text: '*Child A* has started nursery, and *the above-named child* is well.'},
  {text: 'When her mother came in *the girl* ran to her.'},
  {text: 'The Child Arrangements Order and the child protection plan are in the bundle.'},
  {text: 'The welfare of the child is the court’s paramount consideration.'},
  {text: 'Another child in her class has a rabbit. The child next to her has two.'},
  {text: 'The boy was loud. Amira walked away.'},
  {text: 'School say that *AH* is doing well, and that *AH*’s reading is good.'},
  {text: 'A.H. Hall was built in 1901, by Ms Akua Holt (AH).', people: ['Akua Holt']},
  {text: 'The girl who sits beside you is kind, Amira.', document: 'letter'},
  {text: 'A child of nine needs sleep. She was sent to the minor injuries unit; the infant school is next door.'},
  {text: '09.00 dad drops *child* at school. *Young person* came home; mum bathes *child* at 6.', document: 'record'},
  {text: 'Child seat fitted, child benefit claimed. Child: Amira. One adult per child.', document: 'record'},
  {
    text: 'Mother and *infant* were placed in a unit. The mother and baby home is closing.',
    children: [{name: 'Amira', pronouns: 'she/her', age: 1}]
  },
  {text: 'It was *the child* who rang. It was not the school but *the child* who told me.'},
  {text: 'She told me a story, in which the girl is shut in a convent. Amira wrote a play. In it the girl wins.'},
  {text: 'A guardian speaks for the child. The law says that a judge thinks about what the child wants.'},
  {text: 'Police video shows *the girl* on the stairs. Her painting shows the girl on the roof.'},
  {text: 'Her childminder has two other children. The boy is four, and the girl is two. *The child* naps there.'},
  {text: 'A girl from Year 5 came over. The girl asked Amira to play.'},
  {text: 'She sits next to the child she calls Pips. When I met *the child* she sat on the stairs.'},
  {text: 'Amira read the one where the girl builds a boat. The girl who sits beside her is loud. The girl shouts.'},
  {text: 'Her uncle came with *the child* at twenty past. I met *the child* in May, and again after lunch.'},
  {text: 'Amira waved to the child at the end of the row, and later to the child from number nine.'},
  {text: 'PC Lamb found *the girl* at the bus stop, and rang the Young Person’s Adviser team.'}
]

export const unnamedChild: Rule = {
  id: 'unnamed-child',
  title: 'This child called “the child”, “the minor”, “YP”',
  why: 'The young people’s first ask is: use my name. “The child” could be anybody, and a child who reads their file looks for their own name.',
  fine: 'It is fine of children in general, in the law’s own words and titles, and of other children.',
  sources: ['fjypb-ten-asks'],
  severity: 'warning',
  onWords: true,
  examples,
  *check(facts: Facts): Generator<Draft> {
    const {tokens, known, document} = facts
    if (known.children.length === 0) return
    const names = known.children.map(calledName)
    const instead = facts.audience === 'letter' ? ['you'] : names.slice(0, 3)
    const draft = (from: number, to: number): Draft => ({
      at: {start: tokens.start[from] as number, end: endWithoutPossessive(tokens, to - 1)},
      message:
        names.length === 1
          ? `“${document.text.slice(tokens.start[from], tokens.end[to - 1])}” is ${names[0]}.`
          : `“${document.text.slice(tokens.start[from], tokens.end[to - 1])}”: which of them? Use the name.`,
      instead
    })
    const initials = facts.audience === 'report' ? initialsOf(known.children, facts) : new Set<string>()
    const isInitials = byForm(tokens, (i) =>
      initials.has(document.text.slice(tokens.start[i], endWithoutPossessive(tokens, i)))
    )
    let next = 0
    const isRecord = known.type === 'record' || known.type === 'supervision'
    const compounds = compoundsIn(facts)
    for (const i of placesOf(tokens, (i) => isInitials(i) || mayBegin(tokens, i))) {
      if (i < next) continue
      const abbreviation = abbreviationAt(tokens, i)
      if (isInitials(i)) {
        yield draft(i, i + 1)
        continue
      }
      if (abbreviation > 0) {
        yield draft(i, abbreviation)
        continue
      }
      const bare =
        (isRecord ? bareAt(tokens, i) : null) ?? (facts.audience === 'report' ? besideParent(tokens, i) : null)
      if (bare) {
        if (couldMean(bare, known.children) && isAlone(tokens, bare, compounds)) yield draft(bare.from, bare.to)
        next = bare.to
        continue
      }
      const phrase = phraseAt(tokens, i)
      if (!phrase) continue
      if (isMeant(facts, phrase)) yield draft(phrase.from, phrase.to)
      next = phrase.to
    }
  }
}

/** Letters that a paper may call a child by: *EM* for Ellie-Mae, *AH* for Amira Hussain; none that stand for something else. */
function initialsOf(children: readonly KnownChild[], {lexicon, known}: Facts): ReadonlySet<string> {
  const letters = (name: string): string =>
    name
      .split(/[\s-]+/)
      .map((part) => part[0] ?? '')
      .join('')
      .toUpperCase()
  const found = new Set<string>()
  const others = new Set(known.people.map(letters))
  for (const {name, knownAs} of children) {
    const given = firstName(name)
    for (const initials of [letters(name), letters(given), `${letters(given)[0] ?? ''}${letters(name).at(-1) ?? ''}`])
      if (initials.length > 1 && initials !== knownAs && !others.has(initials) && !lexicon.acronym(initials))
        found.add(initials)
  }
  return found
}

/** Does the phrase mean a child of this paper, whatever it could mean elsewhere? */
const isMeant = (facts: Facts, phrase: ChildPhrase): boolean =>
  couldMean(phrase, facts.known.children) &&
  !isPartOfName(facts, phrase) &&
  !isAnotherChild(facts, phrase) &&
  !isAnyChild(facts, phrase) &&
  !isAsTheLawHasIt(facts, phrase) &&
  !isOfAnotherCase(facts, phrase) &&
  !isCoverLabel(facts, phrase) &&
  (isMet(facts.tokens, phrase) || (!isIntroduced(facts.tokens, phrase) && !isInTale(facts.tokens, phrase)))

/** *The boy I met*: whoever else was spoken of. */
const isMet = ({word}: Tokens, {to}: ChildPhrase): boolean =>
  /^(?:i|we) (?:have )?(?:met|saw|seen|visited|spoke|know|see)\b/.test(word.slice(to, to + 3).join(' '))

const guardians = wordSet(
  'adviser advisers advisor advisors guardian guardians solicitor lawyer version guide commissioner trust act plan advisory forum parliament network representative champion ambassador panel board charter rate fare'
)

/** A compound, an office or a title: *the child protection plan*, *the child’s guardian*, *the Child in Need plan*. */
function isPartOfName(facts: Facts, {from, to, noun}: ChildPhrase): boolean {
  const {tokens} = facts
  const next = followedBy(tokens, to)
  if (tokens.word[to - 1] !== tokens.base[to - 1]) return guardians.has(next)
  if (compoundsIn(facts).has(next)) return true
  if (noun === 'child' && next === 'in' && tokens.base[to + 1] === 'need') return true
  if (next === 'and' && isOfService(facts, to + 1)) return true
  return (
    tokens.shape[to - 1] === Shape.capital &&
    from + 1 < to &&
    tokens.shape[from] === Shape.lower &&
    isCapitalAt(tokens, to)
  )
}

const servedToo = wordSet('adolescent adolescents family families youth maternal')

/** *The child and family clinic*, *the Child and Adolescent team*; but not *the child and family were seen*. */
function isOfService(facts: Facts, i: number): boolean {
  const {tokens} = facts
  if (!servedToo.has(tokens.base[i])) return false
  const next = followedBy(tokens, i + 1)
  return next === 'mental' || compoundsIn(facts).has(next)
}

const isAnotherChild = (facts: Facts, {from, to}: ChildPhrase): boolean =>
  (pointingIn(facts).has(followedBy(facts.tokens, to)) || isKnownTo(facts.tokens, from, to)) &&
  !isFound(facts.tokens, from) &&
  !isAbout(facts.tokens, to) &&
  !isCleft(facts.tokens, from, to) &&
  !isFilmed(facts.tokens, from)

const knownBy = wordSet(
  'call calls called like likes liked love loves loved play plays played sit sits sat know knows knew met share shares shared foster fosters fostered mind minds minded teaches taught walk walks'
)
const subjects = wordSet('he she they you')
const opensClause = wordSet('when once as after before while until if since because')

/** *The child she sits beside*, *the boy they foster*; but not *when I saw the child she sat down*. */
function isKnownTo({word, sentence, sentences, gap}: Tokens, from: number, to: number): boolean {
  if (!subjects.has(word[to]) || gap[to] !== Gap.joined || !knownBy.has(word[to + 1])) return false
  const first = sentences[sentence[from] as number]?.from ?? from
  return !word.slice(first, from).some((before) => opensClause.has(before))
}

const finding = wordSet('found finds finding located discovered collected recovered traced')

/** *Police found the girl in the bus station*: says where she was, and not which girl. */
const isFound = ({word, gap}: Tokens, from: number): boolean => gap[from] === Gap.joined && finding.has(word[from - 1])

const films = wordSet('video videos footage cctv film recording recordings camera cameras clip')
const showing = wordSet('show shows showed showing capture captures captured records recorded sees')

/** *Police video shows the girl on the stairs*: says where she was, and not which girl. */
const isFilmed = ({word, gap}: Tokens, from: number): boolean =>
  gap[from] === Gap.joined && showing.has(word[from - 1]) && films.has(word[from - 2])

const be = wordSet("is was isn't wasn't")
const relatives = wordSet('who whom that')

/** *It was the young person who rang*, *it was not the council but the young person who …*: says who, and not which. */
function isCleft({word, sentence, sentences}: Tokens, from: number, to: number): boolean {
  if (!relatives.has(word[to])) return false
  const first = Math.max(sentences[sentence[from] as number]?.from ?? from, from - 12)
  for (let at = from - 1; at > first; at--) {
    if (word[at - 1] !== 'it' || !be.has(word[at])) continue
    return from - at <= 2 || word[from - 1] === 'but'
  }
  return false
}

/** What a principle says of every child, before it comes to the child: *the welfare of*, *whether*. */
const ofEveryChild =
  /\b(welfare|interests?|rights?|sex|background|wishes|needs|age|duty|duties|of|what|how|where|when|if|that|whether|protect)\b/i
const leadsOn = /\b(?:of|where|if|when|that|to|whether|what|how)\s*$/i
const everyChild =
  /paramount|in general|as a rule|welfare of the child (?:must|should|has to|always) come|(?:first|main|chief|only) (?:concern|consideration|thought) is (?:always )?the welfare of the child/i

/** *A guardian speaks for the child*: what anyone of the kind does for any child. */
const anyOf =
  /^(?:an?|any) (?:children’s |children's |good )?(?:guardian|solicitor|judge|court|advocate|parent|social worker|carer|foster carer|magistrate|adviser)\b/i

/** In the law’s words or a principle, where every child is meant: *the welfare of the child is paramount*. */
function isAnyChild({tokens, document: {text}}: Facts, {from, to}: ChildPhrase): boolean {
  const sentence = tokens.sentences[tokens.sentence[from] as number]
  if (!sentence) return false
  const words = text.slice(sentence.start, sentence.end)
  if (everyChild.test(words)) return true
  const before = text.slice(sentence.start, tokens.start[from])
  if (anyOf.test(words) || /\b(?:whoever|whichever)\s*$/i.test(before)) return true
  if (tokens.word[from] === 'this') return false
  if (!ofEveryChild.test(before) || !leadsOn.test(before)) return false
  return principle.test(words.replace(text.slice(tokens.start[from], tokens.end[to - 1]), ' '))
}

const labelWords = /\b(name|names|details|date|dob|address|age|gender|relationship)\b/i
/** In UTF-16 units. */
const longestLabel = 60

/** A label of a cover’s table: *Name of the child*. */
function isCoverLabel({tokens, document: {blocks, text}}: Facts, {from, to}: ChildPhrase): boolean {
  const block = blocks[tokens.block[from] as number]
  return (
    block?.kind === 'cell' &&
    to - from >= 2 &&
    block.end - block.start < longestLabel &&
    labelWords.test(text.slice(block.start, block.end))
  )
}

const isCapitalAt = (tokens: Tokens, i: number): boolean =>
  i < tokens.count && tokens.gap[i] === Gap.joined && tokens.shape[i] === Shape.capital

/** *With the child at twenty past*, *in May*, *after lunch*: says when, and not which child. */
const saysWhen =
  /^(?:at|before|after|around|until|till) (?:about |around |just |nearly |almost |a )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|half|quarter)\b|^(?:by|near|from) (?:about |around |just |nearly |a )?(?:\w+ ){1,2}(?:past|to|o'clock)\b|^(?:at|by|near|before|after|around|until|till|from|over) (?:about |nearly )?(?:noon|midday|midnight|dawn|dusk|lunch|lunchtime|breakfast|tea|teatime|bedtime|dinner|playtime|then|first|last|once|length|times|weekends|night|christmas|easter|eid|the (?:time|weekend|visit|hearing|interview|(?:start|end) of the (?:day|week|school day|session|visit|morning|afternoon|evening|month|term|year|summer|holidays)))\b|^in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|the (?:morning|afternoon|evening|night|holidays|spring|summer|autumn|winter))\b|^on (?:that|several|some|many|most|two|three|four|five|six) (?:days?|occasions?|nights?|mornings?|visits)\b/

/** "The child who is the subject of this report" is this one all the same. */
const isAbout = (tokens: Tokens, to: number): boolean => {
  const rest = tokens.word.slice(to, to + 6).join(' ')
  return (
    saysWhen.test(rest) ||
    /^(who|whom) (is|this|the|these|is the) ?(subject|application|report|order|proceedings)|^in (this|these) (case|proceedings|matter)|^in question|^with (whom|which) this/.test(
      rest
    ) ||
    /^(at|in|on|with|from) (home|school|nursery|court|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\d|his|her|their|person|private|my|both|each|care|placement|the (?:family|foster|school|home|company|office|car|presence|same))/.test(
      rest
    )
  )
}

/** What a bare noun runs on to, in a label or a compound. */
const labels = wordSet('of in name names details view views dob id ref no number need needs')

/** Is it the child who is meant, and not a label or a compound such as *child protection*? */
function isAlone(tokens: Tokens, {from, to}: ChildPhrase, compounds: ReadonlySet<string>): boolean {
  const next = followedBy(tokens, to)
  if (compounds.has(next) || labels.has(next)) return false
  if (tokens.gap[from] === Gap.joined || next !== '') return true
  // A label, or a cell or a line that holds nothing else: "Child: Amira".
  return (
    to < tokens.count &&
    tokens.gap[to] === Gap.broken &&
    !/^\s*[:=–—]/.test(tokens.text.slice(tokens.end[to - 1], tokens.start[to]))
  )
}

/** *YP*, *Child A*; gives the end, or 0. */
function abbreviationAt(tokens: Tokens, i: number): number {
  const base = tokens.base[i] as string
  if (base === 'yp' && tokens.shape[i] === Shape.capitals) return i + 1
  if (base === 'y' && tokens.text.slice(tokens.start[i], (tokens.start[i] as number) + 3) === 'Y/P') return i + 2
  if (base !== 'child') return 0
  const next = followedBy(tokens, i + 1)
  const before = i > 0 && tokens.gap[i] === Gap.joined ? (tokens.base[i - 1] as string) : ''
  // Child A, Child B: the letter stands alone.
  if (
    /^[a-h]$/.test(next) &&
    tokens.shape[i] === Shape.capital &&
    /^[A-H]$/.test(tokens.text.slice(tokens.start[i + 1], tokens.end[i + 1]).slice(0, 1)) &&
    before !== 'the'
  )
    return i + 2
  return 0
}
