import type {Severity} from './finding.ts'
import type {DocumentType} from './result.ts'

/**
 * What the dictionaries say, checked and plain: what `lexicon/load.ts` makes of the YAML files and what a build keeps.
 * `dictionaries/README.md` says what each key means to the people who write them.
 */
export interface Dictionaries {
  readonly lists: readonly WordList[]
  readonly acronyms: readonly AcronymEntry[]
  /** Short forms everybody knows, as written (`TV`, `a.m.`). */
  readonly everyday: readonly string[]
  /** Named sets for patterns: `relative` → phrases. */
  readonly words: Readonly<Record<string, readonly string[]>>
  readonly people: PeopleWords
  readonly sections: readonly SectionWords[]
  /** What stands where a section should be and says nothing. */
  readonly blanks: Blanks
  readonly kinds: readonly Kind[]
  readonly sources: Readonly<Record<string, Source>>
}

export interface Source {
  readonly title: string
  readonly publisher: string
  /** As published: `2021`, `about 2021`, `undated`. */
  readonly year: string
}

/**
 * `replace`: always speak. `explain`: speak unless the same passage says what the word means. `quiet`: never speak.
 */
export const tiers = ['replace', 'explain', 'quiet'] as const
export type Tier = (typeof tiers)[number]

export type PartOfSpeech = 'noun' | 'verb' | 'adjective'

/** One file of `dictionaries/glossary/`. */
export interface WordList {
  /** The file's name without its ending. */
  readonly id: string
  readonly title: string
  /** The rule that speaks. */
  readonly rule: string
  readonly why: string
  readonly entries: readonly Entry[]
}

export interface Entry {
  readonly id: string
  readonly terms: readonly string[]
  readonly as?: PartOfSpeech
  readonly letter: Tier
  readonly report: Tier
  readonly only: readonly string[]
  readonly unless: readonly string[]
  readonly onlySentence: readonly string[]
  readonly unlessSentence: readonly string[]
  readonly subject?: 'someone' | 'child'
  readonly instead: readonly string[]
  readonly why?: string
  readonly fine?: string
  readonly safe: boolean
  readonly severity?: Severity
  readonly sources: readonly string[]
  readonly flags: readonly string[]
  readonly allows: readonly string[]
}

export interface AcronymEntry {
  readonly acronym: string
  readonly standsFor: readonly string[]
  /** How to say it to a child. */
  readonly plainly?: string
  readonly letter: 'avoid' | 'explain' | 'ok'
  readonly report: 'expand' | 'avoid' | 'ok'
  readonly only: readonly string[]
  readonly unless: readonly string[]
  readonly sources: readonly string[]
  readonly flags: readonly string[]
  readonly allows: readonly string[]
}

export type Gender = 'she' | 'he' | 'either' | 'several'

/** `people.yaml`: who is who, and which pronouns go with them. */
export interface PeopleWords {
  /** Kin words a paper uses, folded: `mother` → gender, and whether it is a formal form (`maternal grandmother`). */
  readonly relatives: readonly {readonly word: string; readonly gender: Gender; readonly formal?: boolean}[]
  /** Roles, folded: `social worker`, `judge`, `teacher`. */
  readonly roles: readonly {readonly word: string; readonly gender: Gender}[]
  /** `Mr`, `Ms`, `Dr`, … */
  readonly titles: readonly {readonly word: string; readonly gender: Gender}[]
  /** Known sets of pronouns by how they are declared: `she/her` → every form. */
  readonly pronouns: readonly {readonly declared: string; readonly forms: readonly string[]}[]
  /** Words that begin with a capital and name no person, folded: months, days, places, teams, festivals. */
  readonly notNames: readonly string[]
  /** Words that lines of a paper begin with, folded, and that are no surname either: `date`, `about`, `court`. */
  readonly paperWords: readonly string[]
}

/** `sections.yaml`: sentences that fill a heading without saying anything, as patterns over the whole sentence. */
export interface Blanks {
  /** *N/A*, *None identified*, *TBC*. */
  readonly nothing: readonly string[]
  /** A template's instructions to its writer: *Please describe …*. */
  readonly guidance: readonly string[]
  /** *The recommendation will be filed in a separate document*: a sentence of any length. */
  readonly promised: readonly string[]
}

/** Sentences that show a section only beside those that show another: a reason, beside what is recommended. */
export interface After {
  /** The other section, by id. */
  readonly section: string
  /** Patterns over a sentence of a letter that stands for the other section there. */
  readonly letter: readonly string[]
  /** Patterns over the same sentence or one shortly after it. */
  readonly prose: readonly string[]
  /** Patterns that show it a little: two sentences are needed. */
  readonly hints: readonly string[]
  /** Nothing is shown by a sentence that matches one of these, nor by those after it. */
  readonly unless: readonly string[]
}

/** `sections.yaml`: one thing a paper should have. */
export interface SectionWords {
  /** As in the contract: `strengths`, `how-seen`, … */
  readonly id: string
  readonly title: string
  /** Completes "This report does not say …". */
  readonly says: string
  /** Patterns over a heading's words. */
  readonly headings: readonly string[]
  /** Patterns over a sentence; one sentence that matches shows the section without a heading. */
  readonly prose: readonly string[]
  /** Patterns over a sentence that show it a little: two sentences are needed. */
  readonly hints: readonly string[]
  readonly after?: After
  /** Silence where one of these matches the heading or sentence: `Strengths and Difficulties Questionnaire`. */
  readonly unless: readonly string[]
  /** A sentence shows nothing where one of these matches anywhere in it. */
  readonly unlessSentence: readonly string[]
  readonly why: string
  /** What to write. */
  readonly instead: readonly string[]
  readonly sources: readonly string[]
  readonly flags: readonly string[]
  readonly allows: readonly string[]
}

/** Sections, and patterns over a sentence on which they depend. */
export interface Condition {
  readonly sections: readonly string[]
  readonly said: readonly string[]
  /** A sentence that matches one of these does not say it. */
  readonly unless: readonly string[]
}

/** One file of `dictionaries/kinds/`. */
export interface Kind {
  /** The file's name without its ending. */
  readonly id: string
  readonly title: string
  readonly type: DocumentType
  /** Who reads it: `child`, `court`, `professional`; with the age, in years, that its plain passages are measured by. */
  readonly reader: {readonly who: 'child' | 'court' | 'professional'; readonly age: number}
  /** Patterns in a title, heading or opening that show the kind. */
  readonly knownBy: readonly string[]
  /** Where two kinds are shown equally, the higher one is meant: an addendum to a section 7 report is an addendum. */
  readonly rank: number
  /** Sections that must be there, by id. */
  readonly required: readonly string[]
  /** Sections that must be there when a sentence says this. */
  readonly requiredWhen: readonly Condition[]
  /** Sections that must be there unless a sentence says this: that they stand in an earlier paper. */
  readonly requiredUnless: readonly Condition[]
  /** Sections that may be left out, but not left empty under a heading of their own. */
  readonly notEmpty: readonly string[]
  /** Sections in which each of several children must be named. */
  readonly perChild: readonly string[]
  readonly severities: Readonly<Record<string, Severity | 'off'>>
  readonly sources: readonly string[]
}
