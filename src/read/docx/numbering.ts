import {formatNumber} from './number-formats.ts'
import type {Package} from './package.ts'
import {isOn} from './run-properties.ts'
import type {ParagraphStyle, Styles} from './styles.ts'
import type {XmlReader} from './xml.ts'
import {Token} from './xml.ts'

/** What stands before a paragraph of a list. */
export interface ListMark {
  /** The number as a reader sees it, such as `1.3` or `(a)`; `null` for a bullet or nothing. */
  readonly label: string | null
  /** From 0. */
  readonly level: number
}

/** Numbers paragraphs as Word does. Ask for every paragraph of the view once, in the order of the document. */
export type Numbering = (style: ParagraphStyle, list: string | undefined, level: number | undefined) => ListMark | null

interface Level {
  start: number
  format: string
  text: string
  /** All numbers in it are decimal (`w:isLgl`). */
  legal: boolean
  /** It starts again after this level (counted from 1) or one above; 0 for never. */
  restart: number | null
  /** The paragraph style that it is tied to. */
  style: string | null
}

interface Definition {
  readonly levels: Map<number, Level>
  /** The numbering style that it stands for. */
  link: string | null
  /** What was counted last, by level. */
  readonly counts: (number | undefined)[]
}

interface Instance {
  definition: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

/** Reads the numbering of a package; without any, no paragraph has a number. Throws `Fault` as reading XML does. */
export const readNumbering = (pack: Package, styles: Styles): Numbering => {
  const definitions = new Map<string, Definition>()
  const instances = new Map<string, Instance>()
  const part = pack.related('numbering')[0]
  if (part !== undefined) readPart(pack.xml(part), definitions, instances)

  /** The definition of an instance, by way of a numbering style where it stands for one. */
  const definitionOf = (instance: Instance): Definition | undefined => {
    let found = definitions.get(instance.definition)
    const seen = new Set<Definition>()
    while (found !== undefined && found.link !== null && found.levels.size === 0) {
      if (seen.has(found)) return undefined
      seen.add(found)
      found = definitions.get(instances.get(styles.list(found.link) ?? '')?.definition ?? '')
    }
    return found
  }

  return (style, list, ownLevel) => {
    const id = list ?? style.list
    const instance = id === null ? undefined : instances.get(id)
    const definition = instance && definitionOf(instance)
    if (instance === undefined || definition === undefined) return null
    const levelOf = (index: number): Level | undefined => instance.levels.get(index) ?? definition.levels.get(index)
    const index = ownLevel ?? (list === undefined ? tiedLevel(definition, style) : null) ?? style.listLevel ?? 0
    const level = levelOf(index)
    if (level === undefined) return null
    count(definition.counts, index, level.start, instance.starts, levelOf)
    return {label: labelOf(level, definition.counts, levelOf), level: index}
  }
}

function tiedLevel(definition: Definition, style: ParagraphStyle): number | null {
  for (const id of style.chain) for (const [index, level] of definition.levels) if (level.style === id) return index
  return null
}

function count(
  counts: (number | undefined)[],
  index: number,
  start: number,
  starts: Map<number, number>,
  levelOf: (index: number) => Level | undefined
): void {
  const again = starts.get(index)
  // An instance starts its level again once; from there it goes on.
  starts.delete(index)
  counts[index] = again ?? (counts[index] === undefined ? start : counts[index] + 1)
  for (let deeper = index + 1; deeper < 9; deeper++) {
    const restart = levelOf(deeper)?.restart ?? deeper
    if (index < restart) counts[deeper] = undefined
  }
}

function labelOf(
  level: Level,
  counts: readonly (number | undefined)[],
  levelOf: (index: number) => Level | undefined
): string | null {
  if (level.format === 'bullet' || level.format === 'none') return null
  const label = level.text.replace(/%([1-9])/g, (_all, digit: string) => {
    const index = Number(digit) - 1
    const shown = levelOf(index)
    return formatNumber(counts[index] ?? shown?.start ?? 1, level.legal ? 'decimal' : (shown?.format ?? 'decimal'))
  })
  return label.trim() === '' ? null : label.trim()
}

function readPart(xml: XmlReader, definitions: Map<string, Definition>, instances: Map<string, Instance>): void {
  let levels: Map<number, Level> | null = null
  let definition: Definition | null = null
  let instance: Instance | null = null
  let level: Level | null = null
  let index = 0
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (token !== Token.open) continue
    const value = (): string => xml.attribute('w:val') ?? ''
    switch (xml.name) {
      case 'w:abstractNum':
        definition = {levels: new Map(), link: null, counts: []}
        levels = definition.levels
        definitions.set(xml.attribute('w:abstractNumId') ?? '', definition)
        break
      case 'w:num':
        instance = {definition: '', starts: new Map(), levels: new Map()}
        levels = instance.levels
        instances.set(xml.attribute('w:numId') ?? '', instance)
        break
      case 'w:abstractNumId':
        if (instance !== null) instance.definition = value()
        break
      case 'w:numStyleLink':
        if (definition !== null) definition.link = value()
        break
      case 'w:lvlOverride':
        index = Number(xml.attribute('w:ilvl'))
        break
      case 'w:startOverride':
        instance?.starts.set(index, wholeNumber(value()))
        break
      case 'w:lvl':
        level = {start: 1, format: 'decimal', text: '', legal: false, restart: null, style: null}
        if (/^[0-8]$/.test(xml.attribute('w:ilvl') ?? '')) levels?.set(Number(xml.attribute('w:ilvl')), level)
        break
      case 'w:pPr':
      case 'w:rPr':
        xml.skip()
        break
      default:
        if (level !== null) readLevel(xml, level, value())
    }
  }
}

function readLevel(xml: XmlReader, level: Level, value: string): void {
  switch (xml.name) {
    case 'w:start':
      level.start = wholeNumber(value)
      break
    case 'w:numFmt':
      level.format = value
      break
    case 'w:lvlText':
      level.text = value
      break
    case 'w:isLgl':
      level.legal = isOn(xml.attribute('w:val'))
      break
    case 'w:lvlRestart':
      level.restart = wholeNumber(value)
      break
    case 'w:pStyle':
      level.style = value
      break
  }
}

function wholeNumber(value: string): number {
  const number = Number(value)
  return Number.isSafeInteger(number) && number >= 0 ? number : 1
}
