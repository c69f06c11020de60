import {severities} from '../model/finding.ts'
import {formatNames} from '../report/index.ts'
import {limitNames} from './check-flags.ts'

/** What a shell can offer after an option. */
type Values = 'file' | 'folder' | 'document' | 'rule' | readonly string[]

/** One option; help, the README's table and the shells' completions are all made of these. */
export interface OptionRow {
  /** As commander reads them: `-o, --output-file <file>`. */
  readonly flags: string
  readonly about: string
  readonly values?: Values
  /** May be given several times. */
  readonly repeat?: true
}

const thresholds = [...severities, 'never']

const configuration: readonly OptionRow[] = [
  {flags: '-c, --config <file>', about: 'use this configuration instead of the nearest ourwords.yaml', values: 'file'},
  {flags: '--no-config', about: 'use no configuration'}
]

const selection: readonly OptionRow[] = [
  {flags: '--force-exclude', about: 'leave out what the configuration excludes, even where it is named'},
  {flags: '--no-error-on-unmatched-pattern', about: 'say nothing of a path or pattern that matches no file'},
  {flags: '--cache', about: 'do not judge again what did not change and had nothing to be found'},
  {flags: '--no-cache', about: 'judge everything'},
  {flags: '--jobs <n>', about: 'judge so many files at once; auto is as many as there are processors (1)'},
  {flags: '--shard <n/m>', about: 'check only the n-th of m parts of the files'}
]

const sizes: readonly OptionRow[] = [
  {flags: '--max-bytes <n>', about: 'the largest file to read, in bytes (100 MB)'},
  {
    flags: '--limit <name=n>',
    about: 'raise a limit that a message names: time (30 seconds), findings (10000), what is opened of a Word file',
    values: limitNames.map((name) => `${name}=`),
    repeat: true
  }
]

const reading: readonly OptionRow[] = [
  {flags: '--stdin-filename <name>', about: 'what to call standard input, and whose configuration to use'},
  {flags: '--encoding <name>', about: 'the encoding of text files, where it is neither UTF-8 nor told by the file'},
  {
    flags: '--view <view>',
    about: 'which text of tracked changes to check',
    values: ['final', 'original']
  },
  ...sizes
]

const declaring: readonly OptionRow[] = [
  {flags: '--as <type>', about: 'what the document is: letter, report, record, … or a kind of one', values: 'document'},
  {
    flags: '--child <who>',
    about: 'whom it is about: "Amira Hussain (Amira), she/her, 9"; repeat for several children',
    repeat: true
  },
  {flags: '--person <name>', about: 'another person named in it; repeat for several', repeat: true},
  {flags: '--language <tag>', about: 'its language, such as en-GB or cy'},
  {flags: '--template', about: 'it is a template: its placeholders stand for what they name'}
]

const judging: readonly OptionRow[] = [
  {
    flags: '--rule <rule=severity>',
    about: 'set a rule or an entry to error, warning, advice or off: jargon/contact=off',
    values: 'rule',
    repeat: true
  },
  {flags: '--include-quotes', about: 'judge other people’s quoted words too (never the child’s)'},
  {flags: '--retext', about: 'ask retext-simplify and retext-readability too, as advice'}
]

const mending: readonly OptionRow[] = [
  {flags: '--fix', about: 'make the replacements that are safe in Markdown and text files, then report what is left'},
  {flags: '--diff', about: 'show what --fix would do and change nothing; status 1 if it would do anything'}
]

const baseline: OptionRow = {
  flags: '--baseline <file>',
  about: 'report only what is not in this baseline',
  values: 'file'
}

const failing: readonly OptionRow[] = [
  {flags: '--fail-on <severity>', about: 'end with status 1 from this severity upwards (error)', values: thresholds},
  {flags: '--max-warnings <n>', about: 'end with status 1 when there are more warnings than this'}
]

const reporting: readonly OptionRow[] = [
  {
    flags: '-f, --format <name[=file]>',
    about: `how to report: ${formatNames.join(', ')}; repeat for several at once`,
    values: formatNames,
    repeat: true
  },
  {flags: '-o, --output-file <file>', about: 'write the report to a file', values: 'file'},
  {flags: '--all', about: 'list every repeat and every finding'},
  {flags: '--quiet', about: 'report errors only'},
  {flags: '--statistics', about: 'add counts by rule, by word and by file'},
  {flags: '--redact', about: 'leave out all words of the documents, names and file names'},
  {flags: '--show-text', about: 'show the documents’ words even on a build server'},
  {flags: '--show-paths', about: 'name the files even where their words are left out'},
  {flags: '--color', about: 'colour even where no terminal is written to'},
  {flags: '--no-color', about: 'do not colour'}
]

/** One command; `check` is the one that is meant when none is named. */
export interface CommandRow {
  readonly name: string
  /** Its operands, as commander reads them. */
  readonly usage: string
  readonly about: string
  readonly options: readonly OptionRow[]
}

export const commands = [
  {
    name: 'check',
    usage: '[paths...]',
    about: 'check files, folders, globs, or standard input (-)',
    options: [
      ...declaring,
      ...judging,
      ...failing,
      ...mending,
      baseline,
      ...reporting,
      ...configuration,
      {
        flags: '--print-config <file>',
        about: 'show what would be used for a file, and where it was set',
        values: 'file'
      },
      ...selection,
      ...reading
    ]
  },
  {
    name: 'review',
    usage: '<draft>',
    about: 'a copy of a Word file with a comment at every finding',
    options: [
      {flags: '-o, --output-file <file>', about: 'where the copy goes (DRAFT.reviewed.docx)', values: 'file'},
      {flags: '--author <name>', about: 'who the comments are by'},
      {flags: '--initials <letters>', about: 'the initials beside them'},
      {flags: '--date <date>', about: 'when they were written, such as 2025-03-04T09:00:00Z (now)'},
      {flags: '--no-track-changes', about: 'make no tracked changes; everything is a comment'},
      {flags: '--force', about: 'replace a copy that is there, and write into a signed document'},
      {flags: '--strip', about: 'take the comments and changes of an earlier review out instead'},
      ...declaring,
      ...judging,
      ...sizes,
      {flags: '--redact', about: 'name no file on standard error'},
      {flags: '--show-text', about: 'name files even on a build server'},
      ...configuration
    ]
  },
  {
    name: 'explain',
    usage: '[rule-or-term]',
    about: 'why it matters, what to write instead, when it is fine, and who says so',
    options: []
  },
  {
    name: 'baseline',
    usage: '<create|update|check> [paths...]',
    about: 'let be what is found today, and report only what is new',
    options: [
      {...baseline, about: 'where it is kept (ourwords-baseline.json)'},
      {flags: '--grow', about: 'let update add what is new; without it only what is gone is dropped'},
      ...declaring,
      ...judging,
      ...failing,
      ...reporting,
      ...configuration,
      ...selection,
      ...reading
    ]
  },
  {name: 'rules', usage: '', about: 'every rule, with its severity', options: []},
  {
    name: 'glossary',
    usage: '[search|test] [what...]',
    about: 'every word that is known; search them, or run their examples',
    options: []
  },
  {name: 'cache', usage: '<clear>', about: 'forget what --cache remembered', options: []},
  {name: 'init', usage: '', about: 'write an ourwords.yaml that explains itself', options: []},
  {
    name: 'merge',
    usage: '<reports...>',
    about: 'make one report of the JSON reports of several runs',
    options: [...reporting, ...failing]
  },
  {
    name: 'completions',
    usage: '<shell>',
    about: 'what bash, zsh, fish or powershell need to complete commands and options',
    options: []
  }
] as const satisfies readonly CommandRow[]

export type CommandName = (typeof commands)[number]['name']
