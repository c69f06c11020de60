import {expect, it} from 'vitest'
import {type CommandRow, commands} from '../../src/cli/options.ts'
import {formats, type ReportFormat} from '../../src/report/index.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|')

/** Every command with its options, as the help has them. */
const page = (): string => {
  const sections = (commands as readonly CommandRow[]).map(({name, usage, about, options}) => {
    const rows = options.map((option) => `| \`${cell(option.flags)}\` | ${cell(option.about)} |\n`)
    const table = rows.length > 0 ? `\n| option | does |\n| --- | --- |\n${rows.join('')}` : ''
    return `## ourwords ${name}\n\n\`ourwords ${`${name} ${usage}`.trim()}\`: ${about}.\n${table}`
  })
  const kinds = Object.entries(formats as Record<string, ReportFormat>).map(
    ([name, {about, forCi}]) => `| \`${name}\` | ${about} | ${forCi ? 'left out' : 'shown'} |\n`
  )
  return [
    '# Commands and options\n\nMade from the program by `npx vitest run test/cli/options-table.test.ts -u`.\n\n',
    sections.join('\n'),
    '\n## Formats\n\n| format | for | the documents’ words |\n| --- | --- | --- |\n',
    ...kinds,
    '\nWords are also left out wherever `CI` is set. `--redact` always leaves them out, `--show-text` shows them.\n'
  ].join('')
}

it('docs/options.md says what the program does', async () => {
  await expect(page()).toMatchFileSnapshot('../../docs/options.md')
})
