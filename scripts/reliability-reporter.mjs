// A reporter for Vitest that adds up what the security tests tried and writes docs/reliability.md.
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'

const root = join(import.meta.dirname, '..')
const columns = ['tried', 'refused', 'read', 'faults', 'survived', 'lost', 'searched', 'leaks']

export default class ReliabilityReporter {
  onTestRunEnd(modules) {
    const rows = []
    for (const module of modules) {
      const sums = Object.fromEntries(columns.map((column) => [column, 0]))
      let tests = 0
      for (const test of module.children.allTests()) {
        if (test.result().state === 'passed') tests++
        for (const column of columns) sums[column] += test.meta().tally?.[column] ?? 0
      }
      rows.push({name: module.moduleId.replace(/^.*test\/security\//, '').replace(/\.test\.ts$/, ''), tests, sums})
    }
    rows.sort((a, b) => a.name.localeCompare(b.name))
    const total = Object.fromEntries(
      columns.map((column) => [column, rows.reduce((sum, {sums}) => sum + sums[column], 0)])
    )
    const line = (cells) => `| ${cells.join(' | ')} |`
    const page = `<!-- Written by \`npm run reliability\`. Do not edit. -->
# What was tried to break ourwords

Every row is a file of tests in \`test/security/\`; the tests themselves count what they try. Hostile files are made in code.

${line(['tests', 'passed', 'inputs tried', 'refused', 'read', 'faults injected', 'survived', 'documents lost', 'outputs searched', 'leaks'])}
${line(['---', ...columns.map(() => '---:'), '---:'])}
${rows.map(({name, tests, sums}) => line([name, tests, ...columns.map((column) => sums[column])])).join('\n')}
${line(['**all**', rows.reduce((sum, {tests}) => sum + tests, 0), ...columns.map((column) => `**${total[column]}**`)])}

An input that is neither refused nor read is one of which only the promise was tried: an escape in a report, a pattern, a name.
`
    writeFileSync(join(root, 'docs/reliability.md'), page)
  }
}
