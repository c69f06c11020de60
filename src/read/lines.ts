/** Where the lines of a text begin and end, line ends not included. */
export interface Lines {
  readonly text: string
  readonly count: number
  readonly start: readonly number[]
  readonly end: readonly number[]
}

/** Splits at LF and CRLF. */
export function linesOf(text: string): Lines {
  const start: number[] = []
  const end: number[] = []
  for (let at = 0; at <= text.length; ) {
    const feed = text.indexOf('\n', at)
    const stop = feed < 0 ? text.length : feed
    start.push(at)
    end.push(stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop)
    at = stop + 1
  }
  return {text, count: start.length, start, end}
}

export const lineAt = ({text, start, end}: Lines, i: number): string => text.slice(start[i], end[i])

/** Spaces and tabs, or nothing. */
export function isBlank({text, start, end}: Lines, i: number): boolean {
  for (let at = start[i] ?? 0; at < (end[i] ?? 0); at++) {
    const unit = text.charCodeAt(at)
    if (unit !== 32 && unit !== 9) return false
  }
  return true
}

/**
 * The same text, unit for unit, with every line end as LF or CRLF: old Macs wrote CR, and Word can write LF and CR, or
 * the Unicode separators.
 */
export function withPlainLineEnds(source: string, formFeed: ' ' | '\n' = ' '): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: vertical tab and form feed are what is sought
  if (!/[\u000b\u000c\u0085\u2028\u2029]|\r(?!\n)/.test(source)) return source
  const swapped = isLineFeedReturn(source) ? source.replaceAll('\n\r', '\r\n') : source
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  return swapped.replace(/\r(?!\n)|[\u000b\u0085\u2028\u2029]/g, '\n').replace(/\u000c/g, formFeed)
}

/** Every line ends in LF and CR, which Word calls "LF / CR". */
export const isLineFeedReturn = (source: string): boolean => /^[^\r\n]*\n\r/.test(source) && !/\n(?!\r)/.test(source)
