import * as v from 'valibot'
import {type ErrorCode, isNode, isScalar, LineCounter, parseDocument, visit, type Document as YamlDocument} from 'yaml'
import {didYouMean} from '../model/did-you-mean.ts'
import {Fault} from '../model/fault.ts'
import {readPlainYaml} from './plain-yaml.ts'

const maxLength = 1_048_576
const maxAliases = 100

/** The parser's own messages quote the file, which may hold a child's name; these never do. */
const mistakes: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: 'an alias (*) names nothing that was anchored (&) before it',
  BAD_DQ_ESCAPE: 'a backslash in double quotes begins no escape that YAML knows',
  BAD_INDENT: 'the lines are not indented alike, or a bracket is never closed',
  BAD_SCALAR_START: 'a value begins with a mark that YAML reserves; put it in quotation marks',
  BLOCK_AS_IMPLICIT_KEY: 'there are two colons on one line; put the value in quotation marks',
  MISSING_CHAR: 'a colon, comma, bracket or quotation mark is missing',
  MULTILINE_IMPLICIT_KEY: 'a line has no colon after its key',
  MULTIPLE_DOCS: 'there is more than one YAML document (a second ---)',
  TAB_AS_INDENT: 'a line is indented with a tab; use spaces',
  TAG_RESOLVE_FAILED: 'tags (!) are not understood here'
}

const words: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'keys with values',
  null: 'nothing'
}

/** The parts of a valibot schema that lead inwards; which of them are there depends on its kind. */
interface Inwards {
  readonly entries?: Readonly<Record<string, Inwards>>
  readonly item?: Inwards
  readonly value?: Inwards
  readonly wrapped?: Inwards
  readonly options?: readonly unknown[]
  readonly pipe?: readonly Inwards[]
}

/** The keys that a schema knows where the path leads. */
function knownKeys(schema: Inwards | undefined, path: readonly unknown[]): string[] {
  if (!schema) return []
  if (schema.pipe) return [...new Set(schema.pipe.flatMap((step) => knownKeys(step, path)))]
  if (schema.wrapped) return knownKeys(schema.wrapped, path)
  if (schema.options) {
    return schema.options.flatMap((option) => (typeof option === 'object' ? knownKeys(option as Inwards, path) : []))
  }
  const [step, ...rest] = path
  if (step === undefined) return Object.keys(schema.entries ?? {})
  if (typeof step === 'number') return knownKeys(schema.item, rest)
  return knownKeys(schema.entries?.[String(step)] ?? schema.value, rest)
}

type Issue = v.BaseIssue<unknown>

const keysOf = (issue: Issue): unknown[] => (issue.path ?? []).map((step) => step.key)

interface Placed {
  readonly issue: Issue
  readonly path: readonly unknown[]
}

/** An unknown key is why a known one is missing more often than not, so it is told first. */
const rank = ({issue, path}: Placed): number => 2 * path.length + (issue.expected === 'never' ? 1 : 0)

/**
 * The issue that says most is the deepest: of the ways in which a value may be written, the writer meant the one that
 * got furthest.
 */
function deepest(issues: readonly Issue[], above: readonly unknown[] = []): Placed {
  const all = issues.map((issue): Placed => {
    const path = [...above, ...keysOf(issue)]
    const inner = issue.issues?.length ? deepest(issue.issues, path) : undefined
    return inner && inner.path.length > path.length ? inner : {issue, path}
  })
  return all.reduce((best, next) => (rank(next) > rank(best) ? next : best))
}

/** The choices of a picklist or union, which valibot joins as `("a" | "b")`, one in another too. */
const choices = (expected: string): string[] =>
  expected.split(' | ').map((choice) => choice.replace(/^\(+|\)+$/g, '').replaceAll('"', ''))

/** Only keys that the schema knows are named: any other key is the writer's own text. */
function describe(issue: Issue, path: readonly unknown[], schema: Inwards): string {
  const last = path.at(-1)
  const known = knownKeys(schema, path.slice(0, -1))
  // To valibot a list is an object with numbers for keys.
  if (Array.isArray(issue.path?.at(-1)?.input) && typeof last === 'string')
    return 'a list stands where there must be keys with values'
  if (issue.expected === 'never') {
    const meant = didYouMean(String(last), known)
    return meant ? `there is a key it does not know; did you mean “${meant}”?` : 'there is a key it does not know'
  }
  const name = typeof last === 'string' && known.includes(last) ? `“${last}”` : path.length ? 'a value' : 'it'
  if (issue.received === 'undefined') return `${name} is missing`
  if (issue.kind === 'validation') return `${name} ${issue.message}`
  const allowed = issue.expected ? choices(issue.expected) : ['something else']
  const meant = issue.type === 'picklist' ? didYouMean(String(issue.input), allowed) : undefined
  const expected = [...new Set(allowed.map((choice) => words[choice] ?? choice))].join(' or ')
  return `${name} must be ${expected}${meant ? `; did you mean “${meant}”?` : ''}`
}

/** Where the value at the path stands or, when it is not there, the nearest thing around it. */
function offsetOf(document: YamlDocument, path: readonly unknown[], atKey: boolean): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const key = path[length - 1]
    if (atKey && length === path.length && parent && typeof parent === 'object' && 'items' in parent) {
      for (const pair of parent.items as {key?: unknown}[]) {
        if (isNode(pair.key) && 'value' in pair.key && pair.key.value === key) return pair.key.range?.[0] ?? 0
      }
    }
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

/** Names that every object has. What is kept under one of them is lost, or found where nobody put it. */
const everybodys = new Set(['prototype', ...Object.getOwnPropertyNames(Object.prototype)])

/**
 * A key that cannot stand: one that is given a second time, or that every object has. The parser's own check compares
 * each key with every other, so that a file of many keys would keep it busy for hours.
 */
function badKey(document: YamlDocument): {readonly message: string; readonly offset: number} | undefined {
  let found: {message: string; offset: number} | undefined
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>()
      for (const {key} of map.items) {
        if (!isScalar(key)) continue
        const name = String(key.value)
        if (seen.has(key.value) || everybodys.has(name)) {
          const message = everybodys.has(name)
            ? `a key is called “${name}”, which no key may be`
            : 'a key is given twice'
          found = {message, offset: key.range?.[0] ?? 0}
          return visit.BREAK
        }
        seen.add(key.value)
      }
      return undefined
    }
  })
  return found
}

/** How every YAML of ours is parsed: without a word of the source in errors, and in time that grows with its length. */
const parse = (source: string, lineCounter: LineCounter): YamlDocument =>
  parseDocument(source, {prettyErrors: false, lineCounter, stringKeys: true, uniqueKeys: false, logLevel: 'silent'})

/** Reads whatever YAML knows, by a parser of all of it, which also knows where a mistake stands. */
function parseAnyYaml<const Schema extends v.GenericSchema>(
  source: string,
  schema: Schema,
  what: string,
  firstLine: number
): v.InferOutput<Schema> {
  const code = `bad-${what.replaceAll(' ', '-')}`
  const lines = new LineCounter()
  const fault = (message: string, offset: number) => {
    const {line, col} = lines.linePos(offset)
    return new Fault(code, `In the ${what}, ${message}`, {
      line: Math.max(line, 1) + firstLine - 1,
      column: Math.max(col, 1)
    })
  }
  if (source.length > maxLength) throw fault('there is more than 1 MiB; nobody can have meant that', 0)

  let document: YamlDocument
  let value: unknown
  try {
    document = parse(source, lines)
    const [mistake] = [...document.errors, ...document.warnings]
    if (mistake) throw fault(mistakes[mistake.code] ?? 'there is something that is not YAML', mistake.pos[0])
    const bad = badKey(document)
    if (bad) throw fault(bad.message, bad.offset)
    value = document.toJS({maxAliasCount: maxAliases})
  } catch (error) {
    if (error instanceof Fault) throw error
    // The parser descends by recursion, and refuses aliases that multiply by throwing a plain error.
    throw fault(error instanceof RangeError ? 'things lie too deep in each other' : 'aliases repeat too much', 0)
  }

  const parsed = v.safeParse(schema, value)
  if (parsed.success) return parsed.output
  const {issue, path} = deepest(parsed.issues)
  throw fault(describe(issue, path, schema as Inwards), offsetOf(document, path, issue.expected === 'never'))
}

/**
 * Reads YAML and checks it against a schema.
 *
 * Give validations (`v.check`, `v.minLength`, …) a message that reads on after the key: `must not be empty`.
 * @param what the thing being read, as it is called in messages and codes: `front matter` → `bad-front-matter`
 * @param firstLine the line, counted from 1, on which the source begins in its file
 * @throws Fault `bad-…` with the line and column; its message holds nothing of the source but keys the schema knows
 */
export function parseYaml<const Schema extends v.GenericSchema>(
  source: string,
  schema: Schema,
  what: string,
  firstLine = 1
): v.InferOutput<Schema> {
  const plain = source.length > maxLength ? undefined : readPlainYaml(source)
  const parsed = plain && v.safeParse(schema, plain)
  return parsed?.success ? parsed.output : parseAnyYaml(source, schema, what, firstLine)
}

/** Where the value at a path stands, both counted from 1: for mistakes that no schema can see. */
export function placeIn(source: string, path: readonly (string | number)[]): {line: number; column: number} {
  const lines = new LineCounter()
  const document = parse(source, lines)
  const {line, col} = lines.linePos(offsetOf(document, path, false))
  return {line: Math.max(line, 1), column: Math.max(col, 1)}
}
