/**
 * Seeded court reports and letters. Every person, place and event is invented, and sentences are put together from
 * parts that are drawn anew each time, so that no program gains by remembering what it has read.
 */

/** @returns numbers from 0 up to 1, the same for the same seed (mulberry32) */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const firstNames = {
  she: [
    'Amelia',
    'Zainab',
    'Freya',
    'Ngozi',
    'Lowri',
    'Priya',
    'Isobel',
    'Maryam',
    'Poppy',
    'Chidera',
    'Rosalind',
    'Yasmin'
  ],
  he: [
    'Tobias',
    'Ibrahim',
    'Callum',
    'Emeka',
    'Gethin',
    'Arjun',
    'Rowan',
    'Yusuf',
    'Alfie',
    'Kwame',
    'Benedict',
    'Tomasz'
  ]
}
const surnames = [
  'Ashworth',
  'Okafor',
  'Pendry',
  'Rahman',
  'Lightfoot',
  'Szymanski',
  'Bevan',
  'Iqbal',
  'Tremayne',
  'Mensah',
  'Hollis',
  'Kaur'
]
const syllables = [
  'bar',
  'mel',
  'tor',
  'win',
  'hal',
  'sed',
  'rick',
  'den',
  'lan',
  'cor',
  'pen',
  'wick',
  'ash',
  'bro',
  'stan',
  'ley',
  'thor',
  'mar',
  'gate',
  'fen'
]
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
]
const professionals = [
  'the social worker',
  'the health visitor',
  'the class teacher',
  'the family support worker',
  'the school nurse',
  'the Independent Reviewing Officer',
  'the foster carer',
  'the guardian',
  'the community paediatrician',
  'the contact supervisor'
]
const verbs = [
  'reported',
  'explained',
  'observed',
  'recorded',
  'noted',
  'told me',
  'wrote',
  'confirmed',
  'remembered',
  'described'
]
const things = [
  'breakfast',
  'the walk to school',
  'bedtime',
  'swimming',
  'a birthday tea',
  'homework',
  'the bus journey',
  'the dentist',
  'a visit to the park',
  'reading aloud',
  'the garden gate',
  'a pair of new shoes',
  'the football club',
  'a drawing of a lighthouse',
  'the spare bedroom',
  'a card from an aunt',
  'the kitchen table',
  'a lost coat',
  'music practice',
  'the rabbit hutch'
]
const feelings = [
  'calm',
  'settled',
  'tired',
  'cross',
  'worried',
  'proud',
  'quiet',
  'chatty',
  'unsure',
  'cheerful',
  'hungry',
  'brave',
  'restless',
  'shy'
]
const jargon = [
  'contact',
  'placement',
  'statutory visit',
  'siblings',
  'initial assessment',
  'care plan',
  'threshold',
  'disclosure',
  'significant harm',
  'supervised contact',
  'respite',
  'parenting capacity',
  'multi-agency meeting',
  'presenting need',
  'transition plan'
]
const acronyms = ['LAC', 'IRO', 'CAMHS', 'SENCO', 'EHCP', 'PLO', 'FGC', 'MASH', 'TAF', 'DBS', 'IDVA', 'LADO']
const wordy = [
  'in order to',
  'prior to',
  'in the event that',
  'at this point in time',
  'with regard to',
  'due to the fact that',
  'subsequent to',
  'on a regular basis'
]
const labels = [
  'attention seeking',
  'challenging behaviour',
  'hard to reach',
  'failed to engage',
  'manipulative',
  'non-compliant',
  'aggressive',
  'disengaged'
]
const adverbs = [
  'slowly',
  'carefully',
  'twice',
  'without being asked',
  'after a long pause',
  'in a low voice',
  'for most of the hour',
  'before anyone else',
  'on the way home',
  'with great care'
]

const sectionTitles = [
  'Background',
  'Who I have met',
  'Wishes and feelings',
  'Health',
  'Education',
  'Family and identity',
  'Strengths',
  'Risks and worries',
  'Each parent’s position',
  'Time with family',
  'Home conditions',
  'Analysis',
  'Welfare checklist',
  'Options considered',
  'What should happen next',
  'Recommendations'
]

/** Everything that one document draws from. */
function world(seed) {
  const next = random(seed)
  const whole = (limit) => Math.floor(next() * limit)
  const pick = (all) => all[whole(all.length)]
  const gender = pick(['she', 'he'])
  const invented = () => {
    const name = Array.from({length: 2 + whole(2)}, () => pick(syllables)).join('')
    return name[0].toUpperCase() + name.slice(1)
  }
  const child = {
    first: pick(firstNames[gender]),
    last: pick(surnames),
    age: 4 + whole(12),
    she: gender === 'she' ? 'she' : 'he',
    her: gender === 'she' ? 'her' : 'him',
    hers: gender === 'she' ? 'her' : 'his'
  }
  return {next, whole, pick, invented, child}
}

/** Clauses, each a function of the document's world. */
const clauses = [
  ({pick, child, whole}) =>
    `${child.first} had ${pick(things)} with ${pick(professionals)} for ${2 + whole(88)} minutes`,
  ({pick, child}) =>
    `${child.first} seemed ${pick(feelings)} and ${pick(feelings)} when we spoke about ${pick(things)}`,
  ({pick, whole, invented}) =>
    `${pick(professionals)} ${pick(verbs)} that the ${invented()} Road house had ${1 + whole(9)} rooms`,
  ({pick, child}) => `the ${pick(jargon)} was discussed with ${pick(professionals)} and with ${child.hers} mother`,
  ({pick, whole}) => `a referral was made to ${pick(acronyms)} on ${1 + whole(28)} ${pick(months)} ${2015 + whole(9)}`,
  ({pick, child}) => `${pick(wordy)} ${pick(things)}, ${child.she} asked for ${pick(things)} ${pick(adverbs)}`,
  ({pick, child}) => `${child.hers} father was said to be ${pick(labels)} during the ${pick(jargon)}`,
  ({pick, invented, whole}) =>
    `${pick(professionals)} from ${invented()} Primary School ${pick(verbs)} ${1 + whole(40)} absences`,
  ({pick, child}) => `${child.she} would like ${pick(things)} to stay as it is on ${pick(days)}s`,
  ({pick, invented}) =>
    `Ms ${invented()} and Mr ${invented()} spoke ${pick(adverbs)} about ${pick(things)} and ${pick(things)}`,
  ({pick, child, whole}) =>
    `it took ${child.her} ${2 + whole(50)} minutes to feel ${pick(feelings)} after ${pick(things)}`,
  ({pick, child}) => `${child.hers} grandmother keeps ${pick(things)} ready and never forgets ${pick(things)}`
]

const joins = [', and ', ', although ', ', because ', '; ', ', which meant that ', ', so ']
const openings = [
  ({pick}) => `On ${pick(days)}, `,
  ({pick, whole}) => `In ${pick(months)} ${2016 + whole(8)}, `,
  ({pick}) => `At ${pick(things)}, `,
  () => '',
  () => '',
  () => '',
  () => 'However, ',
  ({invented}) => `According to Dr ${invented()}, `
]

function sentence(about) {
  const {next, pick} = about
  const parts = [pick(clauses)(about)]
  while (next() < 0.35 && parts.length < 4) parts.push(pick(joins), pick(clauses)(about))
  const words = pick(openings)(about) + parts.join('')
  return `${words[0].toUpperCase()}${words.slice(1)}.`
}

function quotation(about) {
  const {pick, child, whole} = about
  const said = `I like ${pick(things)} and I feel ${pick(feelings)} about ${pick(things)} ${1 + whole(20)} times`
  return pick([
    `“${said},” ${child.first} said.`,
    `${child.first} told me: “${said}.”`,
    `When I asked, ${child.she} said "${said}" and looked ${pick(feelings)}.`,
    `${pick(professionals).replace(/^./, (letter) => letter.toUpperCase())} wrote that ‘${pick(things)} was ${pick(labels)}’.`
  ])
}

function paragraph(about, length) {
  const {next} = about
  const sentences = []
  let size = 0
  while (size < length) {
    const made = next() < 0.12 ? quotation(about) : sentence(about)
    sentences.push(made)
    size += made.length + 1
  }
  return sentences.join(' ')
}

export function table(about, rows) {
  const {pick, whole, invented, child} = about
  const lines = ['| Date | Who was there | What happened |', '| --- | --- | --- |']
  for (let row = 0; row < rows; row++) {
    lines.push(
      `| ${1 + whole(28)} ${pick(months)} ${2015 + whole(9)} | ${pick(professionals)}, Ms ${invented()} | ${child.first} was ${pick(feelings)} at ${pick(things)} ${pick(adverbs)} (${pick(acronyms)}) |`
    )
  }
  return lines.join('\n')
}

const list = (about) => Array.from({length: 3 + about.whole(4)}, () => `- ${sentence(about)}`).join('\n')

const declared = ({first, last, she, her, age}) =>
  `children:\n  - name: ${first} ${last}\n    known-as: ${first}\n    pronouns: ${she}/${her}\n    age: ${age}\n`

/**
 * A court report in Markdown.
 * @param seed the same seed gives the same report
 * @param size about how long it is, in UTF-16 units
 */
export function report(seed, size = 43_000) {
  const about = world(seed)
  const {child, whole, pick, next} = about
  const parts = [
    `---\ndocument: report\n${declared(child)}---`,
    `# Report for the family court: ${child.first} ${child.last}`
  ]
  let length = 0
  const push = (part) => {
    parts.push(part)
    length += part.length + 2
  }
  for (let number = 0; length < size; number++) {
    push(
      `## ${sectionTitles[number % sectionTitles.length]}${number < sectionTitles.length ? '' : ` ${1 + Math.floor(number / sectionTitles.length)}`}`
    )
    const until = length + 2200 + whole(1200)
    while (length < until && length < size) {
      const kind = next()
      if (kind < 0.72) push(paragraph(about, 260 + whole(500)))
      else if (kind < 0.86) push(list(about))
      else if (kind < 0.94) push(table(about, 3 + whole(6)))
      else push(`> ${quotation(about)}`)
    }
    if (next() < 0.3) push(`### ${pick(days)} visit`)
  }
  return `${parts.join('\n\n')}\n`
}

/** A letter to a child in Markdown, of about 3 kB. */
export function letter(seed) {
  const about = world(seed)
  const {child, invented} = about
  const head = `---\ndocument: letter\n${declared(child)}---`
  const body = Array.from({length: 8}, () => paragraph(about, 300))
  return `${head}\n\nDear ${child.first},\n\n${body.join('\n\n')}\n\nWith best wishes,\n\nMs ${invented()}\n`
}

/** One paragraph and nothing else. */
export const longParagraph = (seed, size) => `${paragraph(world(seed), size)}\n`

/** One table under a title. */
export const longTable = (seed, rows) => `# Chronology\n\n${table(world(seed), rows)}\n`
