import {box, control, deleted, docx, field, inserted, p, r, styled, table} from '../docx/make.ts'

/** Thirty words that no dictionary, no message and no program holds: names, addresses, places and phrases. */
export const canaries = [
  ...[
    'Zubaida',
    'Quillfeather',
    'Yarrowdale',
    'Tamsinora',
    'Oluwaferanmi',
    'Bexhillion',
    'Marchbanksy',
    'Nightshadely'
  ],
  ...['Wexcombe', 'Pippinfold', 'Ravenscourtly', 'Thistlemere', 'Umbergate', 'Vellichora', 'Kestrelwick', 'Jasperina'],
  ...[
    'Isolwynne',
    'Hollinbeck',
    'Gravenhursty',
    'Fenwickian',
    'Elderbrooke',
    'Dunstanvale',
    'Corvinella',
    'Brackenmoor'
  ],
  ...['Ashdownley', 'Larkmeadow', 'Merrivalence', 'Norrington9', 'Ospreyhurst', 'Penhallowick']
] as const

const [name, surname, place, other, long, school, social, family] = canaries

/** Which of them stand in a text, however they are written there. */
export const leaked = (text: string): string[] =>
  canaries.filter((canary) => text.toLowerCase().includes(canary.toLowerCase()))

const frontMatter = `---
document: report
children:
  - name: ${name} ${surname}
    known-as: ${canaries[8]}
    pronouns: she/her
    age: 9
    family: {mother: ${family}, ${canaries[9]}: Dad}
people: [${social} ${canaries[10]}]
title: ${canaries[11]}
ourwords:
  accept:
    - {term: ${canaries[12]}, why: ${canaries[13]}}
---
`

/** A report in Markdown in which every place that can hold a word holds a canary, and most rules speak. */
export const markdownReport = `${frontMatter}
# Report about ${name} ${surname} of ${place}

## Strengths of ${canaries[14]}

${name} will have contact with ${other} in ${place} and he is LAC. The maternal grandmother, ${canaries[15]}, said “${canaries[16]} is placed”.

| Date | ${canaries[17]} |
|------|------|
| 1 May | ${long} was at ${school} school, her placement at 14 ${canaries[18]} Lane, [INSERT ${canaries[19]}] |

> ${canaries[20]} was beyond parental control.

<!-- ${canaries[21]} -->
<!-- ourwords-disable ${canaries[22]} -->

Zubiada attended the ${canaries[23]}C meeting[^1] and the ${canaries[24].toUpperCase()} (TBC). I recommend that the court makes the order.

\`\`\`
${canaries[25]}
\`\`\`

[link](https://example.invalid/${canaries[26]} "${canaries[27]}")

[^1]: ${canaries[28]} is a NEET. ${canaries[29]} clearly lied.
`

/** The same for Word: runs, tables, notes, boxes, fields, controls, comments, headers, tracked changes and properties. */
export const wordReport = (): Uint8Array =>
  docx({
    body: [
      styled('Heading1', `Report about ${name} ${surname}`),
      p(`${name} will have contact with ${other} in ${place} and he is LAC at ${school} school.`),
      table([
        ['Date', canaries[17]],
        ['1 May', `${long} had contact, [INSERT ${canaries[19]}]`]
      ]),
      p(`${r('Seen by ')}${inserted(`${social} at the placement`)}${deleted(canaries[20])}`),
      p(box(p(`${canaries[21]} was beyond parental control.`))),
      p(field(`MERGEFIELD ${canaries[22]}`, canaries[23])),
      control(`<w:alias w:val="${canaries[24]}"/><w:showingPlcHdr/>`, p(canaries[25])),
      p(`<w:r><w:t>Note</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>`)
    ].join(''),
    footnotes: `<w:footnote w:id="2">${p(`${canaries[28]} had contact.`)}</w:footnote>`,
    headers: [p(`${canaries[29]} placement`)],
    comments: `<w:comment w:id="0" w:author="${canaries[26]}">${p(`ourwords accept ${canaries[12]}`)}</w:comment>`,
    custom: {
      'ourwords.document': 'report',
      'ourwords.child': `${name} ${surname} (${canaries[8]}), she/her, 9`,
      'ourwords.family': `mother: ${family}`,
      [canaries[27]]: canaries[9]
    }
  })

/** Mistakes in what stands beside or above a draft, each of which quotes a canary. */
export const mistakes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'front matter that is no YAML': {'x.md': `---\nchildren: [${name}\n  - ${place}: {\n---\n${place}\n`},
  'front matter with a wrong kind': {'x.md': `---\ndocument: ${place}\n---\nHello\n`},
  'front matter with a wrong child': {'x.md': `---\nchild: {name: ${name}, agee: ${place}}\n---\nHello\n`},
  'a sidecar that is no YAML': {'x.md': 'Hello', 'x.md.ourwords.yaml': `child: "${name}\n${place}`},
  'a sidecar with a wrong kind': {'x.md': 'Hello', 'x.md.ourwords.yaml': `document: ${place}`},
  'a configuration that is no YAML': {'x.md': 'Hello', 'ourwords.yaml': `rules: {${name}: [${place}`},
  'a configuration with a rule that is none': {'x.md': 'Hello', 'ourwords.yaml': `rules: {${name}: off}`},
  'a configuration with an entry that is none': {'x.md': 'Hello', 'ourwords.yaml': `rules: {jargon/${name}: off}`},
  'a configuration with a key that is none': {'x.md': 'Hello', 'ourwords.yaml': `${name}: ${place}`},
  'a configuration with a wrong kind': {'x.md': 'Hello', 'ourwords.yaml': `document: ${place}`},
  'a configuration that extends what is not there': {'x.md': 'Hello', 'ourwords.yaml': `extends: ${place}.yaml`},
  'dictionaries that are not there': {'x.md': 'Hello', 'ourwords.yaml': `dictionaries: ${place}`},
  'a dictionary that is no YAML': {
    'x.md': 'Hello',
    'ourwords.yaml': 'dictionaries: words',
    'words/glossary/own.yaml': `title: "${name}\n`
  },
  'a dictionary with a wrong pattern': {
    'x.md': 'Hello',
    'ourwords.yaml': 'dictionaries: words',
    'words/glossary/own.yaml': `title: ${name}\nrule: jargon\nwhy: ${place}\nentries:\n  - id: one\n    terms: ["(${name} ${place}"]\n    instead: []\n    flags: ["${name}"]\n    allows: ["${place}"]\n`
  },
  'a dictionary with a source that is none': {
    'x.md': 'Hello',
    'ourwords.yaml': 'dictionaries: words',
    'words/glossary/own.yaml': `title: ${name}\nrule: jargon\nwhy: ${place}\nentries:\n  - id: one\n    terms: [${name}]\n    sources: [${place.toLowerCase()}]\n    instead: []\n    flags: ["*${name}*"]\n    allows: ["${place}"]\n`
  },
  'a dictionary that is called after a child': {
    'x.md': 'Hello',
    'ourwords.yaml': 'dictionaries: words',
    [`words/glossary/${name}.yaml`]: `title: 1\n`
  },
  'a broken Word file': {'x.docx': `PK\u0003\u0004${name} ${place}`},
  'text that is called a Word file': {'x.docx': `${name} of ${place}`},
  'a report to merge that is no JSON': {'x.md': 'Hello', 'x.json': `{"${name}": ${place}`}
}
