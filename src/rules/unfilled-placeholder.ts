import type {Facts} from '../facts/facts.ts'
import {areKisses, leftToTheChild} from '../facts/left-to-the-child.ts'
import {leavesNothingOpen} from '../facts/no-gap.ts'
import {quotationOver} from '../facts/quotations.ts'
import {slotsLeftIn} from '../facts/slots.ts'
import {fold} from '../lexicon/tokenize.ts'
import type {Draft} from '../model/finding.ts'
import {onAsking} from '../model/once.ts'
import type {Span} from '../model/span.ts'
import {wordSet} from '../model/words.ts'
import type {Rule} from './rule.ts'

/** What stands between square brackets when somebody was meant to write there. */
const orders =
  /^(?:dn|drafting note|drafter's note|note to (?:self|author|writer|drafter|editor|reviewer|manager)|to do|todo)\b|^(please )?(insert|enter|add|type|write|complete|delete|select|choose|pick|describe|state|include|give|fill|specify|explain|click|tick|set out|outline|summarise|confirm|check|update|replace|remove|put|name of|date of|number of|details of|use this|say|list|attach|ask|chase|find out|look up|amend|edit|expand|rewrite|remember to|don't forget|awaiting|to follow|pending)\b/
/** An order, or a choice, after what it is about: *school / home – choose one*, *Sam or Jo, whoever is free*. */
const choices =
  /\b(?:choose|delete|pick|select|keep|circle|tick|strike out|cross out) (?:one|which|whichever|either|as|the other)\b|\b(?:whichever|whoever|whatever) (?:is|are|was|it is|applies|fits|works|suits|you)\b|^option \w\b|^\d+(?:(?: or | to |[-–])\d+)? (?:things|sentences?|paragraphs?|lines?|words|examples?|reasons?|bullets?|bullet points)\b|\bto (?:complete|confirm|add|check|fill in|finish|insert|update|advise)$|^(?:para|paragraph|section|sentence|something|more|line|bit) (?:on|about)\b/
/** *Mum or dad*: one of two, not both of which can be meant. */
const eitherOr = onAsking(() => /^[\p{L}’']+(?: [\p{L}’']+)? or [\p{L}’']+(?: [\p{L}’']+)?$/u)
/** *Day – after half-term*: a slot, and then how to fill it. */
const slotWithAdvice = onAsking(() => /^([\p{L}’' ]+) [–—-]+ [^\d]+$/u)
const undecided =
  /^(tbc|tba|tbd|to be (confirmed|added|completed|decided|advised|agreed)|as appropriate|delete as (appropriate|applicable|necessary|needed|required)|if (applicable|known|relevant)|x+|\?+|_+|\.{4,}|n\/k|[●•■]+)$/
const slots = wordSet(
  "job name names first last full given family surname forename known-as preferred child child's children children's young person person's mother mother's father father's parent parent's parents carer carer's worker worker's guardian guardian's adviser adviser's judge judge's school school's teacher teacher's your my his her their our date dates dob birth of the a an and or in on at to here time day month year dd mm yy yyyy address postcode number numbers phone telephone mobile email e-mail contact details venue location place area town city office team manager manager's title role organisation agency court case reference ref no hearing order type age pronouns pronoun signature signed photo picture text link url website relationship sibling sibling's brother sister relative kin ethnicity religion language gender sex length period reason reasons recommendation recommendations activity hobby interest something describe he she they him them his/her xx xxx line sentence paragraph nickname social local authority council solicitor solicitor's family's"
)
/** Brackets that writers use for something else. */
const innocent =
  /\b(sic|redacted|removed|withheld|omitted|anonymi[sz]ed|emphasis|illegible|inaudible|pause|laughs|crying|my (translation|italics)|trans|blank)\b|^[\s.…]*$|^\d|^[x✓✔☒☑☐ ]$/

/** A greeting of nobody. */
const bareGreeting = /Dear(?<=(?:^|\n)Dear)\s*,(?=\s|$)/g

/** What whoever quotes puts into another’s words, so that they can be followed: *“I live with [her] aunt”*, *“[He] bit”*. */
const clarifies = /^(?:(?:he|she|they|him|her|his|them|their|the|my|our)(?: [\p{L}’']+)*|signed)$/iu
/** So far before a bracket is looked for whose words it stands in, in UTF-16 units. */
const sameWords = 200
/** *Tom’s letter: I want [the judge] to know*: words of another, though no marks stand round them. */
const ofAnother = /\p{L}['’]s? (?:own )?(?:letter|note|card|message|words|poem|text)(?: to [^:.!?]{1,40})?:/u

/** What stands before a bracket in its line. */
const lineBefore = (text: string, {start}: Span): string => {
  const before = text.slice(Math.max(0, start - sameWords), start)
  return before.slice(before.lastIndexOf('\n') + 1)
}

/** A bullet in brackets is a box that was ticked where an item of a list begins with it, or another box is there. */
const bullet = /^\[[●•■]\]$/
const box = /\[ \]|[☐□]/

/** A bracket that holds nothing but words for what should stand there. */
function isSlot(inside: string): boolean {
  const words = fold(inside)
    .replace(/[“”"*_]/g, '')
    .trim()
  if (words === '' || innocent.test(words)) return false
  if (orders.test(words) || undecided.test(words) || choices.test(words)) return true
  if (/^[\p{L}’'() ]+(\/[\p{L}’'() ]+)+$/u.test(words)) return true
  return isOfSlotWords(slotWithAdvice().exec(words)?.[1] ?? words)
}

function isOfSlotWords(words: string): boolean {
  const parts = words.split(/[\s/,&-]+/).filter((part) => part !== '')
  return parts.length <= 8 && parts.every((part) => slots.has(part))
}

/** A bracket with a question, *[which town?]*, or a choice, *[mum or dad]*: in what is quoted it is the quoter’s. */
function isOpenQuestion(inside: string): boolean {
  const words = fold(inside).trim()
  return !innocent.test(words) && (eitherOr().test(words) || (words.endsWith('?') && /\p{L}/u.test(words)))
}

export const unfilledPlaceholder: Rule = {
  id: 'unfilled-placeholder',
  title: 'A slot or template guidance left in a draft',
  why: 'A paper that still says “[Child’s name]” or “TBC” tells a child that it was never really written for them.',
  fine: 'In a template the slots are meant: name the file *.template.* or set `template: true`. A footnote mark, [sic], [redacted], a year in square brackets and a tick-box are left alone, and so are the gaps of a page that a child is to fill in, the dots of a contents page or of a pause in what was said, and the line for a signature on a reply slip.',
  sources: ['own'],
  severity: 'error',
  onWords: false,
  takesOut: true,
  examples: [
    {text: 'Dear *[Child’s name]*,\n\nMy name is Farrah.', document: 'letter'},
    {text: 'The next hearing is on *XX/XX/XXXX* at *[insert court]*.'},
    {text: '*{% if siblings %}*Her brothers came too.*{% endif %}*'},
    {text: 'I will ring you at *<<time>>* on *{{visit.date}}*.', document: 'letter'},
    {text: 'Her father, Mr *____*, lives in Leeds. Her school place is *TBC*.'},
    {text: 'I met *[he/she/they]* at school and *his/her* mother at home.'},
    {text: 'The school was told on *dd/mm/yyyy*.'},
    {text: 'Ring *INSERT NUMBER HERE* before *??/??/20??*, or ask for *NAME HERE*.'},
    {text: 'Insert the key here and add the date. PUT YOUR BOOTS ON. Meet me AT THE SCHOOL.'},
    {text: 'In Re A [2017] EWFC 48 the judge wrote to the boy. Her address is [redacted].'},
    {text: 'He wrote “I dont no [sic]” and then “[my mum] was sad”. See you soon xxx'},
    {text: '- [ ] meet at school\n- [x] meet at home'},
    {text: 'Amira sees her dad on Sundays *[DN: check the EHCP and the dates with the IRO before filing]*.'},
    {text: 'Amira is well. *[Note to self: ask the SENCO]*'},
    {text: 'She wears an XXL jumper.'},
    {text: 'The order says “she shall live with [her] aunt”. Her teacher is *[their teacher]*.'},
    {text: 'She is well *[Ms Hall to confirm]*. *[Para on health]* Tia lives *(insert names)* at *[ ]*. School: *??*'},
    {text: 'I will see you at *[school / home – choose one]* on *[day – after half-term]*.', document: 'letter'},
    {
      text: 'Ask *[mum or dad]* or *[Sam or Jo, whoever is free]*. My office is in *[which town?]*.',
      document: 'letter'
    },
    {
      text: 'She wrote “my [aunt or cousin] said so [on Monday?]”. See [exhibit JH1 / page 4] and [Mr Hall’s statement].'
    },
    {text: 'Read more [on the website](https://www.example.org/name).'}
  ],
  *check({document, settings, known, quotations, audience}: Facts): Generator<Draft> {
    if (settings.template || known.template) return
    const {text, blocks, marks} = document
    for (const block of blocks) {
      if (block.kind === 'guidance')
        yield {
          at: {start: block.start, end: block.end},
          message: 'Guidance from the template was left in.',
          instead: ['Delete it.']
        }
    }
    const spans = [...marks.filter(({kind}) => kind === 'placeholder'), ...slotsLeftIn(text)].map(({start, end}) => ({
      start,
      end
    }))
    for (const match of text.matchAll(bareGreeting))
      spans.push({start: match.index, end: match.index + match[0].length})
    const isQuoted = (span: Span): boolean => quotationOver(quotations, span) !== undefined
    const isOfAnother = (span: Span): boolean => isQuoted(span) || ofAnother.test(lineBefore(text, span))
    for (const match of text.matchAll(/\[([^[\]\n]{1,400})\]/g)) {
      const [whole, inside = ''] = match
      const span = {start: match.index, end: match.index + whole.length}
      const isLeft = isSlot(inside)
        ? !clarifies.test(inside) || !isOfAnother(span)
        : isOpenQuestion(inside) && !isQuoted(span)
      if (isLeft) spans.push(span)
    }
    spans.sort((a, b) => a.start - b.start || b.end - a.end)
    const isTheirs = leftToTheChild(document)
    const isNoGap = leavesNothingOpen(document, quotations)
    const hasBoxes = spans.length > 0 && box.test(text)
    const itemStarts = onAsking(() => new Set(blocks.flatMap(({kind, start}) => (kind === 'item' ? [start] : []))))
    const isTicked = ({start}: Span): boolean => hasBoxes || itemStarts().has(start)
    let until = -1
    for (const span of spans) {
      if (span.start < until) continue
      until = span.end
      if (audience === 'letter' && (isTheirs(span) || areKisses(document, span))) continue
      const words = text.slice(span.start, span.end)
      if ((bullet.test(words) && isTicked(span)) || isNoGap(span)) continue
      yield {at: span, message: `“${words.trim()}” was never filled in.`, instead: ['Fill it in, or take it out.']}
    }
  }
}
