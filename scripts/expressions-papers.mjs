import {load, root} from './load.mjs'

/** What random papers seldom hold: each gets to a place where an expression is put together. */
const papers = {
  // A short name, read off the words before it, and what everybody calls all children.
  'report.md':
    'Child: Oluwadamilola Ade\n\nOluwadamilola Ade is 9. Oluwadamilola, who likes to be called Dami, was seen at school.\n',
  'sisters.md':
    'Children: Eleanor Marsh and Rosalind Marsh\n\nEleanor is 9 and Rosalind is 7. Everyone calls them Ellie and Rosie.\n',
  // What everybody calls an only child.
  'everybody.md': 'Child: Oluwaseun Ade\n\nOluwaseun is 9. Everyone calls him Seun.\n',
  // A name in letters of its own.
  'letters.md': 'Children: Zoë Ångström and Łucja Ångström\n\nZoë is 9 and Łucja is 7.\n',
  // A name in brackets that the paper goes on with.
  'brackets.md': 'Child: Margaret Lloyd\n\nMargaret Lloyd (Peggy) is 12. Peggy is at school. Peggy told me so.\n',
  // A formal word that is said once beside the child's own.
  'family.md': `---
children:
  - name: Nia Probert
    pronouns: she/her
    family: {maternal grandmother: Nan}
---

Nia’s maternal grandmother (Nan) came. Nia stayed with her maternal grandmother.
`,
  // What is only told of as a word, denied, or explained in the next sentence.
  'words.md': `---
document: letter
children: [{name: Nia, pronouns: she/her, age: 9}]
---

Bore da Nia,

I am your guardian. I find out what you want. Ann is your advocate, whose job is to find out what you think. Bob is a mediator. He helps people agree. Grown-ups call it contact, but I say seeing Mum. I do not like the word placement. Family time, which the law calls contact, is at home (in the council’s word, a placement). Respite, which is a weekend with other carers, helps Gran. Siblings – brothers and sisters – play. A CIN plan is a plan for help.
The word on the letter was placement. The judge picks a guardian for a child. That is me. Your LAC review, which is a meeting about you, is on Friday.

You might think that you were attention seeking. It is not true. It is not because you were attention seeking.
`,
  'address.md': 'To Nia\n\nI saw you at school. You drew a boat and you told me about your cat.\n',
  'bare.md': 'Nia,\n\nI saw you at school. You drew a boat and you told me about your cat.\n',
  'fond.md': 'To my friend Nia\n\nI saw you at school. You drew a boat and you told me about your cat.\n'
}

/** Judges these papers with the library as it stands in the tree. */
export async function judgePapers(plugin) {
  const {check, loadDictionaries, makeLexicon, read} = await load('src/index.ts', {}, [plugin])
  const {dictionaryFiles} = await load('scripts/dictionary-files.ts')
  const lexicon = makeLexicon(loadDictionaries(dictionaryFiles(root)))
  for (const [name, text] of Object.entries(papers)) check(read(name, new TextEncoder().encode(text)), {lexicon})
}
