import {Fault} from '../model/fault.ts'
import {terminal} from '../report/escape.ts'
import type {ReportedFault} from '../report/report.ts'
import type {Host} from './host.ts'

/** One line about the run, on standard error. */
export const say = (host: Pick<Host, 'stderr'>, line: string): Promise<void> => host.stderr.write(`${terminal(line)}\n`)

/** `path:line:column: message`, as far as each is known. */
export function faultLine({path, message, place}: ReportedFault): string {
  const where = path === null ? 'ourwords' : place ? `${path}:${place.line}:${place.column}` : path
  return `${where}: ${message}`
}

/** A fault as reports show it. */
export const reported = ({code, message, place}: Fault, path: string | null): ReportedFault => ({
  path,
  code,
  message,
  ...(place && path !== null && {place})
})

/** What is said of a mistake in this program: never its message, which may hold a document's words. */
export function unexpected(error: unknown): Fault {
  if (error instanceof Fault) return error
  const kind = error instanceof Error ? error.name : 'Error'
  return new Fault(
    'internal',
    `Something in ourwords itself went wrong (${kind}); please tell its makers, without the document`
  )
}
