import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** Words in a snippet's text: the `nth` time that they stand there, the first when absent. */
export interface Mark {
  /** The rule that must speak; any of them where there are several. */
  readonly rule: string | readonly string[]
  readonly text: string
  readonly nth?: number
}

/** One to four sentences and what a careful reader would say of them. */
export interface Snippet {
  readonly id: string
  readonly document: string
  /** Only findings of this rule, and of those that `expect` names, are scored. */
  readonly family: string
  readonly children?: readonly object[]
  readonly people?: readonly string[]
  readonly text: string
  readonly expect: readonly Mark[]
  /** Where a finding and silence are both right. */
  readonly allow?: readonly Mark[]
}

/** A finding about a whole document. */
export interface Absence {
  readonly rule: string
  readonly section?: string
  readonly child?: string
}

/** What must be said of a whole document, and what must not. Only what is listed is scored. */
interface DocumentLabel {
  /** What stands there of type and children had to be inferred, and is scored. */
  readonly inferred?: boolean
  readonly type?: string
  readonly children?: readonly string[]
  readonly expect: readonly Absence[]
  readonly absent: readonly Absence[]
}

export interface LabelledDocument {
  readonly name: string
  readonly source: string
  readonly label: DocumentLabel
}

export interface LabelledSet {
  readonly snippets: readonly Snippet[]
  readonly documents: readonly LabelledDocument[]
}

/** A folder's `snippets.jsonl` and `documents/`; `null` where it holds neither. */
export function readSet(folder: string): LabelledSet | null {
  const snippets = join(folder, 'snippets.jsonl')
  const documents = join(folder, 'documents')
  if (!existsSync(snippets) && !existsSync(documents)) return null
  return {
    snippets: existsSync(snippets)
      ? readFileSync(snippets, 'utf8')
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => JSON.parse(line) as Snippet)
      : [],
    documents: existsSync(documents)
      ? readdirSync(documents)
          .filter((file) => file.endsWith('.json'))
          .sort()
          .map((file) => {
            const label = JSON.parse(readFileSync(join(documents, file), 'utf8')) as DocumentLabel & {file?: string}
            const name = label.file ?? file.replace(/\.json$/, '.md')
            return {name, source: readFileSync(join(documents, name), 'utf8'), label}
          })
      : []
  }
}
