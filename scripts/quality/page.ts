import type {Figures, First} from './figures.ts'
import type {Score} from './score.ts'

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [head, head.map((_, n) => (n === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const scores = (all: Readonly<Record<string, Score>>): string =>
  table(
    ['rule', 'items', 'found', 'missed', 'false alarms', 'precision', 'recall', 'F1'],
    Object.entries(all).map(([family, {items, hits, missed, falseAlarms, precision, recall, f1}]) => [
      `\`${family}\``,
      items,
      hits,
      missed,
      falseAlarms,
      precision.toFixed(1),
      recall.toFixed(1),
      f1.toFixed(1)
    ])
  )

const examples = (all: Figures['examples']): string =>
  table(
    ['rule', 'entries', 'must find', 'must let pass', 'broken'],
    Object.entries(all).map(([rule, {entries, flags, allows, broken}]) => [
      `\`${rule}\``,
      entries,
      flags,
      allows,
      broken
    ])
  )

/** The same with what was counted before anything was mended for the set. */
const firstAndNow = (all: Readonly<Record<string, Score>>, first: First[string] = {}): string =>
  table(
    ['rule', 'items', 'labels', 'precision, first', 'precision, now', 'recall, first', 'recall, now'],
    Object.entries(all).map(([family, {items, hits, missed, precision, recall}]) => [
      `\`${family}\``,
      items,
      hits + missed,
      first[family]?.precision.toFixed(1) ?? '',
      precision.toFixed(1),
      first[family]?.recall.toFixed(1) ?? '',
      recall.toFixed(1)
    ])
  )

/** The sets that other hands wrote, each when the one before had been mended. */
const later = [
  [
    'second',
    'A second set was written by another hand, who saw neither the program nor the first set, when the first had been mended:'
  ],
  ['third', 'A third was written in the same way by yet another hand, when the second had been mended:'],
  ['fourth', 'A fourth, with many pronouns and whole papers made hard, when the third had been mended:'],
  ['fifth', 'A fifth, snippets and papers by two hands, when the fourth had been mended:'],
  ['sixth', 'A sixth, of the rules that did worst on the fifth, when that had been mended:'],
  ['seventh', 'A seventh, snippets and papers by two more hands, when the sixth had been mended:'],
  ['eighth', 'An eighth, mostly pronouns, before anything was mended for the seventh:'],
  ['ninth', 'A ninth, again mostly pronouns, when the eighth had been mended:'],
  ['tenth', 'A tenth, of all families and 36 papers, when the ninth had been mended:'],
  ['eleventh', 'An eleventh, whole papers in unusual words only, when little had been mended for the tenth’s papers:'],
  ['twelfth', 'And a twelfth, pronouns with many traps, and names, when the pronouns of the tenth had been mended:']
] as const

/**
 * `docs/quality.md`.
 * @param first figures of the project's own sets when they were first counted
 */
export function page({sets, examples: entries, reading}: Figures, first: First): string {
  const {quality = {}, glossary = {}, development} = sets
  return `<!-- Written by \`npm run quality\`. Do not edit. -->
# How often ourwords is right

A false alarm makes a tired person stop reading; a miss leaves a child hurt. Both are counted here, by rule, each time
the program changes. The build fails when a figure falls below the one in \`quality/recorded.json\`.

## Labelled snippets and papers

In \`quality/\` stand snippets of one to four sentences and whole papers, all about invented people. Each says which
words must be found, and where a finding and silence are both right. About half of the snippets are traps: innocent
words that a word list would take for something else.

- **Found**: a label that a finding of its rule overlaps. Where a label names several rules, any of them will do.
- **Missed**: a label that none does.
- **False alarm**: a finding of the item's own rule that overlaps no label. Other rules’ findings are not counted there.
- **Precision**: of a hundred findings, how many are right. **Recall**: of a hundred labels, how many are found.
  **F1**: the two together.
- \`documents\`: what whole papers are said to lack. \`inference\`: what kind of paper it is, and who the children are,
  where nothing declares it.

${scores(quality)}

These items were written before the rules had seen them, and what they showed was mended since, so the figures above say how
well the rules can do on what they know. What to expect of a paper that nobody has seen lies nearer to the first count:

${firstAndNow(quality, first.quality)}

${later.map(([set, written]) => `${written}\n\n${firstAndNow(sets[set] ?? {}, first[set])}\n`).join('\n')}
A last one was written by whoever tends the word lists, half of it traps:

${firstAndNow(glossary, first.glossary)}

The rules that give advice (\`one-sided\`, \`unsourced-claim\`, \`overclaim\`, \`wordy\`) have no labels here, because
careful readers do not agree on them closely enough; each is held to its own examples.
${
  development
    ? `
## The development set

A set that the authors looked at while they built the rules. It does not come with the package.

${scores(development)}
`
    : ''
}
## The dictionaries’ own examples

Each entry brings sentences that it must find, and sentences that it must let pass. \`ourwords glossary test\` runs them.

${examples(entries)}

## Reading ages

${reading.passages} passages were written for this project and graded by hand, from age 6 to 18, by what schools in England and
Wales give to read at each age (\`test/facts/graded-passages.yaml\`). The formula was fitted to these same passages, so
take the figures as how well it can do and not as proof of how well it does elsewhere.

- The measured ages rise and fall with the graded ones (correlation ${reading.correlation.toFixed(3)}).
- The usual error is ${reading.meanError.toFixed(2)} years and the largest ${reading.largestError.toFixed(2)}; ${reading.withinAYear} of a hundred passages come out within a year.
- That is why \`hard-to-read\` speaks only where a passage is at least two years above its reader.
- Twice the text has the same age, names and numbers are never hard, and quoted words are not counted.
`
}
