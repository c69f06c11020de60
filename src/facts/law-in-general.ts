import {onAsking} from '../model/once.ts'
import type {Tokens} from '../model/tokens.ts'
import type {ChildPhrase} from './child-phrases.ts'
import type {Facts} from './facts.ts'
import {firstFrom} from './mentions.ts'
import {endWithoutPossessive} from './names.ts'
import {sentenceBeside} from './passages.ts'

/** The sentence of the phrase: what stands in it, before the phrase and after it. */
interface Said {
  readonly all: string
  readonly before: string
  readonly after: string
}

function saidAround(tokens: Tokens, {from, to}: ChildPhrase): Said | null {
  const {text, sentence, sentences, start} = tokens
  const whole = sentences[sentence[from] as number]
  if (!whole) return null
  return {
    all: plain(text.slice(whole.start, whole.end)),
    before: plain(text.slice(whole.start, start[from])),
    after: plain(text.slice(endWithoutPossessive(tokens, to - 1), whole.end)).trimStart()
  }
}

const plain = (text: string): string => text.replaceAll('’', "'").replace(/\s+/g, ' ')

const firstPerson = /\b(?:I|I've|I'm|I'd|me|my|we|our)\b/
const date =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i

/** What the law does, told in the present: *gives*, *may*, *is made if*; an order that *was made* or *is needed* is somebody's. */
const inGeneral =
  "(?:gives?|leaves?|makes?|means?|lasts?|lets?|allows?|says?|puts?|places?|requires?|asks?|tells?|ends?|names?|decides?|settles?|shares?|keeps?|takes?|(?:does|do) not|doesn't|can|cannot|can't|may|must|has to|works?|covers?|stops?|protects?|provides?|sets? out|is (?:an?|the|what|where|when|how|for|about|not|only|meant|made (?:if|when|only|where|unless)))\\b"
const lawAsSubject = onAsking(
  () =>
    new RegExp(
      `^(?:in law,? )?(?:(?:an?|any) (?:[a-z-]+ ){0,4}(?:order|declaration|special guardian)|adoption|special guardianship|parental responsibility|wardship|(?:the (?:law|statute|convention|checklist|welfare checklist|presumption)|(?:the )?(?:un |human rights |children |adoption and children |children and families |mental health )?(?:convention|act)(?: \\d{4})?|(?:sub)?section \\d+[a-z]?(?! report)(?:\\(\\w+\\))*|article \\d+|regulation \\d+|rule \\d[\\d.]*|schedule \\d+|practice direction \\w+)(?: (?:of|to|in|on) (?:the )?(?:[\\w-]+ ){1,6}?)?) ?${inGeneral}`,
      'i'
    )
)
const reportAsSubject =
  /^an? (?:section \d+[a-z]? |parenting |welfare )(?:report|assessment) (?:asks|looks|must|may|can|is (?:a|the|what|how|for)|tells the court (?:whether|what|how))\b/i
const officeAsSubject =
  /^an? (?:children's |child's |independent )?(?:guardian|solicitor|judge|reviewing officer|advocate|magistrate) (?:speaks|is|must|may|can|has to|asks|makes|decides|checks)\b/i
const underLaw =
  /^(?:under|by|in) (?:(?:sub)?section \d+|article \d+|regulation \d+|the (?:children|adoption|human rights|mental health)\b)/i
const lawAtEnd = /[:(] ?(?:that is |that's |see )?(?:section|article|s\.?) ?\d+/i
const binds = /\b(?:must|may|shall|has to|is entitled|comes? first)\b/i
const whereCourtMay =
  /^(?:the court|a court|courts|a judge|judges) (?:may|can|must|will)(?: only| not)? (?:make|grant|appoint|end|hear) (?:an?|any|no|such)\b.*\b(?:if|when|where|unless)\b/i
const checklist = /\b(?:welfare checklist|checklist in section)\b/i
const stock = onAsking(
  () =>
    /\bchild's welfare (?:comes|must come|has to come|should come|is) (?:first|paramount|the (?:first|court's|paramount))|\bputs? (?:first )?the child's welfare(?: first)?\b|\bwelfare of the child (?:comes|is) (?:always )?(?:first|paramount|the (?:court's|law's|first|paramount|main))|\bbetter for the child (?:than|to make)\b|\bcourt's (?:first |main |only |chief )?(?:thought|concern|question|task|job) is (?:always )?what is best for the child\b|(?:^|\bthat )(?:any )?delay is likely to (?:harm|prejudice)/i
)
const presumption = /\bpresum(?:ption|es|ed)\b/i
const involvement = /\binvolvement\b/i

/** *If the child is under six*: for whoever gives the medicine, whatever child has it. */
const byAge =
  /\b(?:if|when|where|until|unless|while|once) the (?:child|baby|infant|young person) is (?:still )?(?:under|over|below|above|younger|older|aged|at least|less|more)\b/i
const leafletAsSubject = onAsking(
  () =>
    /^(?:the|a|an|our|their|its|all) (?:[\w'-]+ ){0,3}(?:leaflet|label|policy|guidance|handbook|booklet|poster|manual|packet|instructions|protocol|(?:firm|club|school|nursery|centre|company|service|council|hospital|pool|court)'s rule)(?: (?:for|on|about|of|in|from) (?:the )?(?:[\w-]+ ){0,3}[\w-]+)? (?:says?|asks?|is(?! (?:on|in|at|by|with|from|near|under)\b)|are(?! (?:on|in|at|by|with|from|near|under)\b)|states?|tells?|advises?|warns?|requires?|recommends?)\b/i
)

/** What is said of the child of a paper, and not of every child. */
const ofThisOne = /^(?:'s)? ?(?:will|would|has been|was|were|had|told|said|asked|wanted|has (?:said|told|asked))\b/i
const wants = /^wants?\b/i
const asksWhat = /\b(?:what|how|where|whom) $/i

const isPrinciple = (words: string): boolean =>
  stock().test(words) || (presumption.test(words) && involvement.test(words))

/** Does a sentence tell what the law, or a leaflet, says of every child? */
const isLaw = (words: string): boolean =>
  lawAsSubject().test(words) ||
  reportAsSubject.test(words) ||
  officeAsSubject.test(words) ||
  ((underLaw.test(words) || lawAtEnd.test(words)) && binds.test(words)) ||
  whereCourtMay.test(words) ||
  leafletAsSubject().test(words)

const goesOn =
  /\b(?:must|may|can|cannot|puts?|gives?|means?|lets?|allows?|makes?|has (?:to|a right)|lasts?|until|keeps?|stays?|remains?|is (?:to|entitled)|need not)\b/i
const someone =
  /\b(?:he|she|her|his|him|hers|this|these|was|were|had|did|has|have been|will|would|told|said|asked|says)\b/i

/** Is every child meant, as the law, a principle, a label or a leaflet has it: *A care order gives the council … for the child*? */
export function isAsTheLawHasIt(facts: Facts, phrase: ChildPhrase): boolean {
  const {tokens} = facts
  const said = tokens.word[phrase.from] === 'this' ? null : saidAround(tokens, phrase)
  if (!said || firstPerson.test(said.all)) return false
  if (isPrinciple(said.all) || byAge.test(said.all)) return true
  if (ofThisOne.test(said.after) || (wants.test(said.after) && !asksWhat.test(said.before))) return false
  if (isLaw(said.all) || checklist.test(said.before)) return true
  return (
    goesOn.test(said.all) &&
    !someone.test(said.all) &&
    !date.test(said.all) &&
    followsLaw(facts, tokens.sentence[phrase.from] as number)
  )
}

/** How far what goes on may be from what it goes on from, in sentences. */
const farthest = 3

/** *It lasts until the child is 18*: stands behind what the law says, and nobody was named since. */
function followsLaw(facts: Facts, sentence: number): boolean {
  for (let back = 1; back <= farthest; back++) {
    const words = earlier(facts, sentence, back)
    if (words === null || firstPerson.test(words)) return false
    if (isLaw(words) || isPrinciple(words)) return !namesChild(facts, sentence - back)
    if (someone.test(words) || namesChild(facts, sentence - back)) return false
  }
  return false
}

/** What stands so many sentences before, in the same paragraph. */
function earlier({tokens}: Facts, sentence: number, back: number): string | null {
  const there = sentenceBeside(tokens, sentence, -back)
  return there && plain(tokens.text.slice(there.start, there.end))
}

function namesChild({tokens: {sentences}, mentions}: Facts, sentence: number): boolean {
  const there = sentences[sentence]
  if (!there) return false
  for (let at = firstFrom(mentions, there.from); (mentions[at]?.from ?? there.to) < there.to; at++)
    if (mentions[at]?.who === 'child') return true
  return false
}

const citation = /\bRe [A-Z](?:-?[A-Z])?\b(?! ?[:,–])|\[(?:19|20)\d\d\] (?:EW|UK|\d)|\b[A-Z] v\.? [A-Z]\b/
const inAnother =
  /^(?:in|unlike) (?:the (?:[a-z]+ )?case of )?(?:Re [A-Z]|[A-Z] v\.? [A-Z]|that case\b|the (?:first|second|other|earlier|later|same|leading|former|latter) case\b)/i
const past =
  /^(?:'s [\w-]{1,20}(?: [\w-]{1,20})?)? ?(?:there|in (?:that|it)(?: case)?)?,? ?(?:was|were|had|lived|did|could|wanted|went|came|ran|said|told|spoke|left|[a-z]{1,20}ed)\b/i
const ofThisCase = /\b(?:here|this case|present case|this family)\b/i
const backHere = /^(?:here|in (?:this|the present) case)\b/i
const pointsBack = /\bthere\b|\bthat case\b/i

/** A child of another case: *In Re W the child was six*, *the girl there*, *in that case the boy had run away*. */
export function isOfAnotherCase(facts: Facts, phrase: ChildPhrase): boolean {
  const {tokens} = facts
  const said = tokens.word[phrase.from] === 'this' ? null : saidAround(tokens, phrase)
  if (!said) return false
  const sentence = tokens.sentence[phrase.from] as number
  const isPast = past.test(said.after) && !date.test(said.all)
  const cited = citation.exec(said.before)
  const since = cited?.index ?? 0
  if (firstPerson.test(said.all.slice(since))) return false
  if (ofThisCase.test(said.before.slice(since)) || backHere.test(said.after)) return false
  if (inAnother.test(said.before)) return isPast || cited !== null
  if (cited) return isPast
  if (!isPast) return false
  if (/^(?:there|in that)\b/i.test(said.after) && citation.test(earlier(facts, sentence, 1) ?? '')) return true
  return followsCase(facts, sentence)
}

/** Behind a sentence that tells of another case, and nobody else was spoken of since. */
function followsCase(facts: Facts, sentence: number): boolean {
  for (let back = 1; back <= farthest; back++) {
    const words = earlier(facts, sentence, back)
    if (words === null || namesChild(facts, sentence - back)) return false
    if (citation.test(words)) return !firstPerson.test(words)
    if (pointsBack.test(words) && citation.test(earlier(facts, sentence, back + 1) ?? '')) return true
    if (firstPerson.test(words)) return false
  }
  return false
}
