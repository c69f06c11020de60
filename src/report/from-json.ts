import * as v from 'valibot'
import {Fault} from '../model/fault.ts'
import {type JsonFault, type JsonFile, type JsonReport, reportSchema} from './json-schema.ts'
import type {CheckedFile, ReportedFault} from './report.ts'

/**
 * Reads a JSON report that an earlier run wrote.
 * @throws Fault `bad-report`; the message holds nothing of what was in it
 */
export function parseReport(source: string): JsonReport {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    throw new Fault('bad-report', 'It is not JSON; make it with --format json')
  }
  const parsed = v.safeParse(reportSchema, value)
  if (!parsed.success) throw new Fault('bad-report', 'It is not a report of ourwords; make it with --format json')
  return parsed.output
}

/** A file of an earlier run, as far as it can still be told of: its text is gone, its findings are not. */
export const fileFromJson = ({
  path,
  words,
  quotedWords,
  document,
  findings,
  notShown,
  notices
}: JsonFile): CheckedFile => ({
  path,
  ...(notShown && {notShown}),
  result: {
    document: {
      format: document.format,
      text: '',
      blocks: [],
      marks: [],
      segments: [],
      source: null,
      declared: null,
      notices: []
    },
    known: {
      type: document.type,
      typeFrom: document.typeFrom,
      kind: document.kind,
      kindFrom: document.kindFrom,
      language: document.language,
      template: document.template,
      people: [],
      children: document.children.map((child) => ({...child, family: {}}))
    },
    findings: findings.map(({fix, about: {child, section}, where, ...finding}) => ({
      ...finding,
      fix: fix && {span: {start: fix.start, end: fix.end}, replacement: fix.replacement},
      about: {...(child !== undefined && {child}), ...(section !== undefined && {section})},
      span: null,
      where: where && {
        headings: where.headings,
        paragraph: where.paragraph,
        kind: where.kind,
        ...(where.label !== undefined && {label: where.label}),
        ...(where.cell && {cell: where.cell}),
        ...(where.note !== undefined && {note: where.note})
      }
    })),
    notices: notices.map(({code, message, words: unread, failed, aside}) => ({
      code,
      message,
      ...(unread !== undefined && {words: unread}),
      ...(failed && {failed}),
      ...(aside && {aside})
    })),
    words,
    quotedWords,
    passages: []
  }
})

export const faultFromJson = ({path, code, message, location}: JsonFault): ReportedFault => ({
  path,
  code,
  message,
  ...(location && {place: location})
})
