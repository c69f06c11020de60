import {terminal} from '../report/escape.ts'
import {cells, wrap} from '../report/layout.ts'
import type {ExitStatus, Host} from './host.ts'
import {styleFor} from './style.ts'

/** Lists every rule: what it speaks of and how gravely. */
export async function rules(host: Host): Promise<ExitStatus> {
  const {rules: all} = await host.engine()
  const style = styleFor(host.stdout, host.env, undefined)
  const first = Math.max(...all.map(({id}) => cells(id))) + 2
  const indent = ' '.repeat(first + 9)
  const width = Math.min(host.stdout.columns ?? 80, 100) - indent.length
  const lines = all.map(({id, title, severity, severityFor, types}) => {
    const exceptions = Object.entries(severityFor ?? {}).map(([type, its]) => `${type}: ${its}`)
    const about = [title, exceptions.length > 0 && `(${exceptions.join(', ')})`, types && `(in: ${types.join(', ')})`]
    const name = style.strong(id) + ' '.repeat(first - cells(id))
    return `${name}${style.severity[severity](severity)}${' '.repeat(9 - severity.length)}${wrap(terminal(about.filter(Boolean).join(' ')), width, indent)}\n`
  })
  await host.stdout.write(`${lines.join('')}\nMore about one: ourwords explain RULE\n`)
  return 0
}
