import {daleChall} from 'dale-chall'
import {keepFor, onAsking} from '../model/once.ts'

/**
 * What has come into children's lives, or is said in Britain, since the list of Dale and Chall (American, 1995) was
 * made: family, school, screens, food, and what a child shouts.
 */
const sinceThen =
  'mum mums mummy mam dad dads nan nana nanna nanny gran grandad grandma granny auntie stepmum stepdad stepbrother ' +
  'stepsister cousin cousins twins grown-up grownup grown ups mate mates telly tv film films cinema video videos game ' +
  'gamer online offline internet website web app apps phone mobile laptop tablet computer screen email emails text ' +
  'texts texting emoji photo photos selfie password wifi football footballer goalie rugby cricket netball gym scooter ' +
  'skateboard trainers trampoline lego minecraft roblox karate judo ballet guitar drums keyboard band rollercoaster ' +
  'biscuit biscuits crisps chips pizza pasta burger lasagne noodles curry nuggets ketchup yoghurt yogurt satsuma ' +
  'squash jelly sweets lolly crumpet flapjack flapjacks sandwich takeaway tea snack snacks cheesecake banana ' +
  'rubbish bin tap loo toilet bathroom bedroom bedtime sofa settee duvet hoover fridge freezer microwave kettle ' +
  'garden lounge hallway flat flats lorry caravan motorway pavement roundabout zebra taxi petrol pram buggy pushchair ' +
  'nappy nappies dummy cot rucksack jumper pyjamas hoodie jeans trouser trousers wellies welly coat anorak uniform ' +
  'reception assembly maths homework detention classroom classmate playtime lunchtime weekend weekends fortnight ' +
  'holiday holidays term half-term primary secondary college nursery sleepover sleepovers birthday party playground ' +
  'hamster guinea gerbil budgie dinosaur dinosaurs unicorn zombie robot robots alien superhero dragon dragons magic ' +
  'mermaid princess castle pirate ghost puppy kitten okay ok hello hi hiya bye goodbye please thanks yeah nope wow yay ' +
  'phew yum yummy oops hooray hurray boo ugh hmm shh brr grr eek aha haha ha ho oh ooh aah whoa woohoo bravo lol cool ' +
  'awesome amazing brilliant fantastic fab super lovely weird scary funny silly cuddle cuddles cuddly hug hugs tummy ' +
  'worry worries worried worrying upset feeling feelings scared nervous shy grumpy cross poorly asthma inhaler autism ' +
  'autistic dyslexia dyslexic wheelchair glasses plaster hospital clinic dentist doctor nurse counsellor vet ambulance ' +
  'police judge court social worker carer carers foster fostering council safe unsafe safely decide decided decides ' +
  'share sharing listen listening listened explain explained explains shout shouting shouted argue argues argued ' +
  'arguing argument arguments behave visit visits visited poster stickers sticker felt-tip crayon crayons swimming ' +
  'guess guessing hate hated hating boring bored excited exciting fun favourite favourites colour colours grey moan ' +
  'everybody everyone somebody someone anyone anything nobody himself herself themselves themself yourself myself ' +
  'ourselves yours hers theirs mustn needn upstairs downstairs outdoors indoors whilst maybe sorted chat chats chatting ' +
  'swap midday tractor allotment choir chapel mosque mamgu tadcu nain taid mamgi abuela abuelo nonna nonno ' +
  'dadi dada nani babcia dziadek ammi abbu ' +
  // What is said in Wales, in English too.
  'annwyl cofion cofia gorau hwyl pob fawr diolch cariad cwtch cwtches cwtsh bore nos da ysgol eisteddfod croeso lwc'

const listed = onAsking(() => new Set([...daleChall, ...sinceThen.split(' ')]))

const knows = (word: string): boolean => listed().has(word)

/** A stem that lost its *e*, doubled its last letter, or had *y* turned to *i*. */
const knowsStem = (stem: string): boolean =>
  stem.length > 1 &&
  (knows(stem) ||
    knows(`${stem}e`) ||
    (stem.endsWith('i') && knows(`${stem.slice(0, -1)}y`)) ||
    (stem.length > 3 && stem.at(-1) === stem.at(-2) && knows(stem.slice(0, -1))))

const endings = "es ed ing er ers est ly ness ful less n't 'll 've 're 'd 'm 's".split(' ')
/** Endings so short that what is left of a short form could be a word: *ASD* is not *as* with an ending. */
const shortEndings = ['s', 'd', 'y']

const american = (word: string): string =>
  word
    .replace(/our(?=$|s$|ed$|ing$|ful$|ite)/, 'or')
    .replace(/^(cent|theat|met|lit)re/, '$1er')
    .replace(/is(e[ds]?|ing)$/, 'iz$1')

const knowsForm = (word: string): boolean =>
  knows(word) ||
  endings.some((ending) => word.endsWith(ending) && knowsStem(word.slice(0, -ending.length))) ||
  (word.length > 3 && shortEndings.some((ending) => word.endsWith(ending) && knowsStem(word.slice(0, -1))))

/** What begins words that say something new: *outcome*, *withstand*. */
const beginnings = 'out over under with for not off per pro con sub all'.split(' ')

/** *Beanbags*, *goalkeeper*: two words that are said as one. */
const isCompound = (word: string): boolean => {
  if (beginnings.some((beginning) => word.startsWith(beginning))) return false
  for (let cut = 3; cut <= word.length - 3; cut++) {
    const rest = word.slice(cut)
    if (knows(word.slice(0, cut)) && (knows(rest) || (rest.endsWith('s') && knows(rest.slice(0, -1))))) return true
  }
  return false
}

/**
 * Do most children of ten know this word? By the list of Dale and Chall with what a British child of today says, in any
 * regular form.
 * @param word folded
 */
export function isFamiliar(word: string): boolean {
  return judged.get(word) ?? keepFor(word, judged, isKnown(word))
}

/** As `isFamiliar`, but not of two words said as one: *hay den* is nobody’s word, and Hayden somebody’s name. */
export const isFamiliarForm = (word: string): boolean => knowsForm(word) || knowsForm(american(word))

/** Words that were judged before. */
const judged = new Map<string, boolean>()

function isKnown(word: string): boolean {
  if (knowsForm(word) || isCompound(word)) return true
  const other = american(word)
  return other !== word && knowsForm(other)
}
