import {applyEdits, type Edit} from '../write/text.ts'
import {terminal} from './escape.ts'
import type {Style} from './style.ts'

/** Lines around a change, as in every unified diff. */
const around = 3

interface Line extends Pick<Edit, 'start' | 'end'> {
  readonly text: string
}

/** A file's lines without their ends, with where each stands. */
function linesOf(source: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const {index, 0: end} of source.matchAll(/\r\n?|\n|$/g)) {
    if (index === source.length && start === index && lines.length > 0) break
    lines.push({start, end: index, text: source.slice(start, index)})
    start = index + end.length
  }
  return lines
}

/** A unified diff of edits that each stay within a line, as `--fix` makes them. */
export function diff(path: string, source: string, edits: readonly Edit[], style: Style): string {
  const lines = linesOf(source)
  const changed = new Map<number, string>()
  let next = 0
  for (const [index, {start, end, text}] of lines.entries()) {
    const here: Edit[] = []
    for (; next < edits.length && (edits[next] as Edit).start <= end; next++) {
      const edit = edits[next] as Edit
      here.push({...edit, start: edit.start - start, end: edit.end - start})
    }
    if (here.length > 0) changed.set(index, applyEdits(text, here))
  }
  const hunks: {from: number; to: number}[] = []
  for (const index of changed.keys()) {
    const from = Math.max(index - around, 0)
    const to = Math.min(index + around + 1, lines.length)
    const last = hunks.at(-1)
    if (last && from <= last.to) last.to = to
    else hunks.push({from, to})
  }
  const name = terminal(path)
  const body = hunks.map(({from, to}) => {
    const range = `${from + 1},${to - from}`
    const rows = lines.slice(from, to).map(({text, end}, offset) => {
      const open = end === source.length ? '\\ No newline at end of file\n' : ''
      const replacement = changed.get(from + offset)
      if (replacement === undefined) return ` ${terminal(text)}\n${open}`
      const [before, after] = [`-${terminal(text)}`, `+${terminal(replacement)}`]
      return `${style.severity.error(before)}\n${open}${style.severity.advice(after)}\n${open}`
    })
    return `${style.quiet(`@@ -${range} +${range} @@`)}\n${rows.join('')}`
  })
  return body.length > 0 ? `${style.strong(`--- ${name}\n+++ ${name}`)}\n${body.join('')}` : ''
}
