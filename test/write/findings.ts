import type {Finding, Severity, Where} from '../../src/model/finding.ts'
import {mapStory} from '../../src/read/docx/map.ts'
import {openPackage} from '../../src/read/docx/package.ts'
import type {ParagraphMap} from '../../src/read/docx/runs.ts'

/** The visible paragraphs of a part as findings count them. */
export const paragraphs = (bytes: Uint8Array, part: string, view?: 'original'): readonly ParagraphMap[] =>
  mapStory(openPackage(bytes), part, view === undefined ? {} : {view})

export interface Said {
  readonly rule?: string
  readonly entry?: string
  readonly severity?: Severity
  readonly message?: string
  readonly why?: string
  readonly instead?: readonly string[]
  /** Makes it a safe fix. */
  readonly replacement?: string
  readonly fingerprint?: string
  readonly where?: Partial<Where>
}

let made = 0

/** A finding as the engine gives it, of a range of a paragraph's text. */
export const findingAt = (
  part: string,
  {paragraph, text}: {readonly paragraph: number; readonly text: string},
  start: number,
  end: number,
  said: Said = {}
): Finding => {
  // Where a paragraph's text lies in the whole document is the reader's affair; only the order matters here.
  const span = {start: paragraph * 10_000 + start, end: paragraph * 10_000 + end}
  return {
    rule: said.rule ?? 'jargon',
    entry: said.entry ?? null,
    severity: said.severity ?? 'warning',
    message: said.message ?? `“${text.slice(start, end)}” is a word that courts use.`,
    why: said.why ?? 'A child cannot follow it.',
    instead: said.instead ?? (said.replacement === undefined ? [] : [said.replacement]),
    text: text.slice(start, end),
    fix: said.replacement === undefined ? null : {span, replacement: said.replacement},
    fingerprint: said.fingerprint ?? (made++).toString(16).padStart(32, '0'),
    about: {},
    span,
    location: {part, paragraph, start, end, heading: null},
    where: {headings: [], paragraph, kind: 'body', ...said.where}
  }
}

/** A finding at the first place where the words stand in a part. */
export const findingOf = (bytes: Uint8Array, part: string, words: string, said: Said = {}): Finding => {
  const paragraph = paragraphs(bytes, part).find(({text}) => text.includes(words))
  if (!paragraph) throw new Error(`No “${words}” in ${part}`)
  const start = paragraph.text.indexOf(words)
  return findingAt(part, paragraph, start, start + words.length, said)
}

/** A finding about the whole document. */
export const findingOfAll = (said: Said = {}): Finding => ({
  ...findingAt('', {paragraph: 0, text: ''}, 0, 0, {message: 'The letter never says how to reach you.', ...said}),
  span: null,
  location: null,
  where: null
})
