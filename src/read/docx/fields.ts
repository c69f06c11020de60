/** What a field's result is to a reader of the document. */
export type FieldRole =
  | {readonly mark: 'generated'}
  | {readonly mark: 'link'}
  /** A slot of a template, with the name of what belongs in it; a result that somebody filled in is text like any other. */
  | {readonly mark: 'placeholder'; readonly name: string}
  | null

/** Of all the `begin` characters in a part: where those start whose field has a result, or comes to an end. */
export interface FieldShapes {
  readonly separated: ReadonlySet<number>
  readonly ended: ReadonlySet<number>
}

const none: FieldShapes = {separated: new Set(), ended: new Set()}

/**
 * Looks ahead for the ends of fields. Some files lack a `separate` or an `end`; text after a field that never ends must
 * not be taken for its instruction or its result, so a reader has to know while it stands at the `begin`.
 */
export const findFieldShapes = (source: string): FieldShapes => {
  if (!source.includes('fldCharType')) return none
  const separated = new Set<number>()
  const ended = new Set<number>()
  const open: number[] = []
  let past = 0
  for (const found of source.matchAll(/fldCharType\s*=\s*["'](begin|separate|end)["']/g)) {
    // An attribute's value cannot hold the character, so the last one before it starts the tag. It is not looked for
    // further back than the last find, or prose that only looks like a field would cost its square.
    const tag = source.slice(past, found.index).lastIndexOf('<')
    const start = tag < 0 ? -1 : past + tag
    past = found.index
    if (found[1] === 'begin') open.push(start)
    else if (found[1] === 'separate') separated.add(open.at(-1) ?? -1)
    else ended.add(open.pop() ?? -1)
  }
  return {separated, ended}
}

/** What Word works out by itself: nobody wrote it and nobody can mend it in place. */
const generated: ReadonlySet<string> = new Set([
  'BIBLIOGRAPHY',
  'CREATEDATE',
  'DATE',
  'EDITTIME',
  'FILENAME',
  'FILESIZE',
  'INDEX',
  'LISTNUM',
  'NOTEREF',
  'NUMCHARS',
  'NUMPAGES',
  'NUMWORDS',
  'PAGE',
  'PAGEREF',
  'PRINTDATE',
  'REF',
  'REVNUM',
  'SAVEDATE',
  'SECTION',
  'SECTIONPAGES',
  'SEQ',
  'STYLEREF',
  'TIME',
  'TOA',
  'TOC'
])

/** The first word of an instruction, in capitals. */
export const fieldName = (instruction: string): string => /^\s*(\S+)/.exec(instruction)?.[1]?.toUpperCase() ?? ''

/** What an instruction, such as ` MERGEFIELD ChildName \* MERGEFORMAT `, makes of its result. */
export const fieldRole = (instruction: string): FieldRole => {
  const name = fieldName(instruction)
  if (generated.has(name)) return {mark: 'generated'}
  if (name === 'HYPERLINK') return {mark: 'link'}
  if (name !== 'MERGEFIELD') return null
  const argument = /^\s*\S+\s+(?:"([^"]*)"|([^\s\\]+))/.exec(instruction)
  return {mark: 'placeholder', name: argument?.[1] ?? argument?.[2] ?? ''}
}

/** Whether the result of a merge field is still its slot: `«ChildName»`, `<<name>>`, `{{name}}`, `[Child's name]`. */
export const isSlot = (result: string): boolean =>
  /^\s*(?:«[^«»]*»|<<[^<>]*>>|\{\{[^{}]*\}\}|\[[^[\]]*\])\s*$/.test(result)
