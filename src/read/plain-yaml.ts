/**
 * A line as nearly everybody writes it: some spaces, perhaps the dash of a list, a key, and a number, words that begin with
 * a letter, or words in double quotes. What else YAML knows (comments, brackets, blocks of text) is not among it.
 */
const plainLine =
  /^( {0,20})(- )?(?:([A-Za-z][\w-]*):(?: |$))?(?:(0|[1-9]\d{0,5})|([A-Za-z\u00c0-\u024f](?:[^\s:#]| )*)|"((?:[^\s"\\]| )*)")?$/

/** Words that are not text to YAML. */
const otherThanText = /^(?:true|false|null)$/i

/** What a line says. A dash stands as a line of its own, before what follows it. */
type Line =
  | {readonly indent: number; readonly dash: true}
  | {readonly indent: number; readonly dash: false; readonly key?: string; readonly value?: string | number}

/** The lines of a source, or `undefined` where one is not plain. */
function plainLines(source: string): readonly Line[] | undefined {
  const lines: Line[] = []
  for (const text of source.replace(/\n$/, '').split('\n')) {
    const found = plainLine.exec(text)
    if (!found) return undefined
    const [, spaces = '', dash, key, digits, words, quoted] = found
    const bare = words?.trimEnd()
    const value = digits === undefined ? (bare ?? quoted) : Number(digits)
    if ((key ?? value) === undefined || (bare !== undefined && otherThanText.test(bare))) return undefined
    if (dash) lines.push({indent: spaces.length, dash: true})
    lines.push({
      indent: spaces.length + (dash?.length ?? 0),
      dash: false,
      ...(key !== undefined && {key}),
      ...(value !== undefined && {value})
    })
  }
  return lines
}

/**
 * Reads keys with values, and lists of them, as most front matter has them: to load a parser for all of YAML takes a
 * twentieth of one letter.
 * @returns what such a parser gives, or `undefined` where only it can tell
 */
export function readPlainYaml(source: string): Readonly<Record<string, unknown>> | undefined {
  const lines = plainLines(source)
  let at = 0

  /** What begins at the next line and is indented as it is. */
  function block(): unknown {
    const first = lines?.[at]
    if (!first) return undefined
    if (first.dash) return list(first.indent)
    if (first.key !== undefined) return keys(first.indent)
    at++
    return first.value
  }

  function list(indent: number): readonly unknown[] | undefined {
    const items: unknown[] = []
    for (let line = lines?.[at]; line?.dash && line.indent === indent; line = lines?.[at]) {
      at++
      const item = block()
      if (item === undefined) return undefined
      items.push(item)
    }
    return items
  }

  function keys(indent: number): Readonly<Record<string, unknown>> | undefined {
    const made: Record<string, unknown> = {}
    for (let line = lines?.[at]; line && !line.dash && line.indent === indent; line = lines?.[at]) {
      const {key, value} = line
      // Given twice, or a name that every object has.
      if (key === undefined || key === 'prototype' || key in made) return undefined
      at++
      const below = lines?.[at]
      const isBelow = below && (below.indent > indent || (below.dash && below.indent === indent))
      made[key] = value ?? (isBelow ? block() : undefined)
      if (made[key] === undefined) return undefined
    }
    return made
  }

  const read = keys(0)
  return read && lines && at === lines.length ? read : undefined
}
