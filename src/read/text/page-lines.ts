import {isBlank, type Lines, lineAt} from '../lines.ts'

const maxLength = 80
const least = 3
/** A page has at least so many lines, and pages of one file do not differ by more than the slack. */
const shortestPage = 25
const slack = 4

const pageNumber =
  /^(?:[-\u2013 ]*\d{1,3}[-\u2013 ]*|(?:page|p\.|tudalen)\s*\d{1,3}(?:\s*(?:of|\/|o)\s*\d{1,3})?|\d{1,3}\s*(?:of|\/)\s*\d{1,3})$/i

/**
 * The lines that stand on every page: the same but for digits, at least three times, and either at a page's edge (a
 * form feed) or a page apart. A heading that comes back for every child is none.
 */
export function pageLines(source: string, lines: Lines): Set<number> {
  const alike = new Map<string, number[]>()
  for (let line = 0; line < lines.count; line++) {
    const length = (lines.end[line] as number) - (lines.start[line] as number)
    if (length === 0 || length > maxLength || isBlank(lines, line)) continue
    const key = lineAt(lines, line).trim().replace(/\d+/g, '#')
    const found = alike.get(key)
    if (found) found.push(line)
    else alike.set(key, [line])
  }
  const result = new Set<number>()
  for (const [, found] of alike) {
    if (found.length < least) continue
    const text = lineAt(lines, found[0] as number).trim()
    const named = pageNumber.test(text) && /[a-z]/i.test(text)
    if (named || found.every((line) => atEdge(source, lines, line)) || evenly(found)) {
      for (const line of found) result.add(line)
    }
  }
  return result
}

/** Nothing but white space stands between the line and a form feed, or the top or end of the file. */
function atEdge(source: string, lines: Lines, line: number): boolean {
  const before = source.slice(Math.max((lines.start[line] as number) - 8, 0), lines.start[line])
  const after = source.slice(lines.end[line], (lines.end[line] as number) + 8)
  const first = (lines.start[line] as number) <= 8 && before.trim() === ''
  const last = (lines.end[line] as number) + 8 >= source.length && after.trim() === ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the form feed is what is sought
  return first || last || before.slice(before.trimEnd().length).includes('\f') || /^\s*?\u000c/.test(after)
}

function evenly(found: readonly number[]): boolean {
  const gaps = found.slice(1).map((line, i) => line - (found[i] as number))
  const least = gaps.reduce((one, other) => Math.min(one, other), Infinity)
  return least >= shortestPage && gaps.every((gap) => gap - least <= slack)
}
