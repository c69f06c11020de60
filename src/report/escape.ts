/**
 * The one place where text that others wrote (documents, file names, configuration) is made safe for what reads it:
 * each kind of output has one function, used for every value that is not the program's own.
 */

const hex = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** C0 and C1 controls, the marks that turn the direction of writing, line separators, and invisible characters. */
const controls = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

/** What a build server takes for a command at the start of a line, and lines are wrapped between any two words. */
const commands = /(?<!\S)(?=::|##\[)./g

/** For terminals and logs: one line, with nothing that moves the cursor, turns the text round or commands. */
export const terminal = (text: string): string => text.toWellFormed().replace(controls, hex).replace(commands, hex)

/** JSON that means the same and can be shown on a terminal as it is. */
export const asJson = (value: unknown): string => JSON.stringify(value).replace(controls, hex)

/** The message of a GitHub workflow command. */
export const commandMessage = (text: string): string =>
  text.toWellFormed().replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A').replace(controls, hex)

/** A property of a GitHub workflow command, such as its file. */
export const commandProperty = (text: string): string =>
  commandMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** XML has no way to write these at all, not even as references. */
const notXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;'
}

/** Text and attribute values of XML and HTML alike. */
export const markup = (text: string): string =>
  text
    .toWellFormed()
    .replace(notXml, (unit) => (unit.length === 1 ? hex(unit) : '\ufffd'))
    .replace(/[\r\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, hex)
    .replace(/[&<>"'`]/g, (sign) => entities[sign] as string)

/** Markdown prose: whatever could begin markup, a link, a mention or HTML loses its meaning. */
export const markdown = (text: string): string =>
  terminal(text.replace(/\s+/g, ' ')).replace(/[\\`*_{}[\]()<>#+\-.!|~$:@&]/g, (sign) =>
    sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : sign === '@' ? '&#64;' : `\\${sign}`
  )

/** Verbatim words in Markdown: a fence of backticks longer than any inside. */
export function markdownCode(text: string): string {
  const words = terminal(text.replace(/\s+/g, ' ')).replaceAll('|', '\\|')
  const longest = (words.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
  const fence = '`'.repeat(longest + 1)
  return longest > 0 ? `${fence} ${words} ${fence}` : `${fence}${words}${fence}`
}
