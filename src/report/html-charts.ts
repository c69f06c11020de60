import {type Severity, severities} from '../model/finding.ts'
import type {Result} from '../model/result.ts'
import {markup} from './escape.ts'

/** Numbers as SVG takes them, short. */
const short = (value: number): string => String(Math.round(value * 10) / 10)

/** Bars of findings by rule, each bar in the inks of its severities. */
export function byRule({findings}: Result): string {
  const counts = new Map<string, Record<Severity, number>>()
  for (const {rule, severity} of findings) {
    const row = counts.get(rule) ?? {error: 0, warning: 0, advice: 0}
    row[severity]++
    counts.set(rule, row)
  }
  const total = (row: Record<Severity, number>): number => row.error + row.warning + row.advice
  const rows = [...counts].sort(([, a], [, b]) => total(b) - total(a))
  const [labels, width, step] = [170, 460, 24]
  const most = Math.max(...rows.map(([, row]) => total(row)), 1)
  const bars = rows.map(([rule, row], index) => {
    const y = index * step
    let x = labels
    const parts = severities
      .filter((severity) => row[severity] > 0)
      .map((severity) => {
        const length = ((width - labels - 40) * row[severity]) / most
        const part = `<rect class="${severity}" x="${short(x)}" y="${y + 4}" width="${short(Math.max(length, 2))}" height="14" rx="2"/>`
        x += length
        return part
      })
    return (
      `<text x="${labels - 10}" y="${y + 15}" text-anchor="end">${markup(rule)}</text>${parts.join('')}` +
      `<text class="soft" x="${short(x + 8)}" y="${y + 15}">${total(row)}</text>`
    )
  })
  const summary = rows.map(([rule, row]) => `${rule} ${total(row)}`).join(', ')
  return (
    '<figure><figcaption>What was found, by rule</figcaption>' +
    `<svg viewBox="0 0 ${width} ${rows.length * step}" role="img" aria-label="${markup(summary)}">${bars.join('')}</svg></figure>`
  )
}

/** The age for which the document is written, where that is known: the youngest child's, in a letter. */
function readerAge({known}: Result): number | null {
  const ages = known.children.map(({age}) => age).filter((age) => age !== null)
  return known.type === 'letter' && ages.length > 0 ? Math.min(...ages) : null
}

/** A bar for each passage, as wide as it is long and as high as the age at which it is read with ease. */
export function byPassage(result: Result): string {
  const {passages} = result
  if (passages.length === 0) return ''
  const target = readerAge(result)
  const [width, height, left, top] = [460, 150, 30, 8]
  const ages = passages.map(({readingAge}) => readingAge)
  const highest = Math.ceil(Math.max(...ages, (target ?? 0) + 2, 14) / 2) * 2
  const lowest = Math.max(Math.floor(Math.min(...ages, target ?? 18) / 2) * 2 - 2, 0)
  const y = (age: number): number => top + ((height - top - 20) * (highest - age)) / (highest - lowest)
  const words = passages.reduce((sum, passage) => sum + passage.words, 0)
  const gap = passages.length > 60 ? 0 : 2
  let x = left
  const bars = passages.map((passage) => {
    const space = ((width - left) * passage.words) / words
    const over = target !== null && passage.readingAge > target + 2
    const bar =
      `<rect class="${over ? 'over' : 'bar'}" x="${short(x)}" y="${short(y(passage.readingAge))}" width="${short(Math.max(space - gap, 0.5))}" ` +
      `height="${short(y(lowest) - y(passage.readingAge))}"><title>${passage.words} words, reading age ${short(passage.readingAge)}</title></rect>`
    x += space
    return bar
  })
  const lines = [lowest, (lowest + highest) / 2, highest].map(
    (age) =>
      `<line class="grid" x1="${left}" x2="${width}" y1="${short(y(age))}" y2="${short(y(age))}"/>` +
      `<text class="soft" x="${left - 8}" y="${short(y(age) + 4)}" text-anchor="end">${short(age)}</text>`
  )
  const reader =
    target === null
      ? ''
      : `<line class="target" x1="${left}" x2="${width}" y1="${short(y(target))}" y2="${short(y(target))}"/>`
  const hardest = Math.max(...ages)
  return (
    '<figure><figcaption>Reading age, from beginning to end' +
    `${target === null ? '' : `; the broken line is the reader’s age, ${short(target)}`}</figcaption>` +
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Reading age by passage; the hardest is read with ease at ${short(hardest)}">` +
    `${lines.join('')}${bars.join('')}${reader}<text class="soft" x="${left}" y="${height - 3}">start</text>` +
    `<text class="soft" x="${width}" y="${height - 3}" text-anchor="end">end</text></svg></figure>`
  )
}
