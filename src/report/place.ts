import type {Finding} from '../model/finding.ts'

/** `9:12` where the file has lines; nothing for Word files and for findings about the whole document. */
export function lineAndColumn({location}: Finding): string {
  return location && 'line' in location ? `${location.line}:${location.column}` : ''
}

/** `path:9:12`, or the path alone where there are no lines. */
export function address(path: string, finding: Finding): string {
  const place = lineAndColumn(finding)
  return place ? `${path}:${place}` : path
}

/** The rule with the entry that spoke: `jargon/contact`. */
export const ruleAndEntry = ({rule, entry}: Finding): string => (entry ? `${rule}/${entry}` : rule)

const kinds = {header: 'page header', footer: 'page footer', box: 'text box', note: 'note', body: ''} as const

/** How a person would be told where: `Strengths > paragraph 1.3 > row 2`; empty where nothing is known. */
export function inWords({where}: Finding): string {
  if (!where) return ''
  const steps = [...where.headings]
  if (where.kind === 'note') steps.push(where.note ? `note ${where.note}` : 'note')
  else if (where.kind !== 'body') steps.push(kinds[where.kind])
  if (where.cell) steps.push(`table row ${where.cell.row}, column ${where.cell.column}`)
  else if (where.label) steps.push(`paragraph ${where.label}`)
  else if (where.kind === 'body') steps.push(where.paragraph === 0 ? 'in the heading' : `paragraph ${where.paragraph}`)
  return steps.join(' > ')
}
