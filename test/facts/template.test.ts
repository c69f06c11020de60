import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {check} from '../../src/check.ts'
import type {Document} from '../../src/model/document.ts'
import {readDocx} from '../../src/read/docx/index.ts'
import {read} from '../../src/read/index.ts'
import {control, docx, field, p, r} from '../docx/make.ts'
import {lexicon} from '../rules/lexicon.ts'

const templates = join(import.meta.dirname, '../../fixtures/templates')

const judge = (document: Document, kind: string) =>
  check(document, {lexicon, declarations: [{from: 'config', declaration: {document: kind, template: true}}]}).findings

/** What is said of a template, as `rule/section: words`. */
const said = (source: string | Document, kind = 'letter'): string[] =>
  judge(typeof source === 'string' ? read('a.md', new TextEncoder().encode(source)) : source, kind).map(
    ({rule, about, text}) => `${rule}${about.section ? `/${about.section}` : ''}: ${text}`
  )

const letter = (greeting: string, more = 'Which pronouns do you use?') =>
  `Dear ${greeting},\n\nMy name is [your name] and I help children to tell the judge what they think. ${more}\n\n## What happens next\n\nI will come to see you at [place].\n\n## How to reach me\n\nYou can ring me on [phone number].\n`

describe('a slot for the child’s name names the child', () => {
  it.each([
    '{{child.known_as}}',
    '{{ child.name }}',
    '{{first_name}}',
    '{child.first_name}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a slot of other people's templates
    '${childName}',
    '«ChildName»',
    '«Known As»',
    '<<name>>',
    '<<childFirstName>>',
    '[Child’s name]',
    '[name of child]',
    "[insert child's first name]",
    '%CHILD_NAME%',
    '{{child}}'
  ])('in a greeting: %s', (slot) => {
    expect(said(letter(slot))).toEqual([])
  })

  it.each([
    '[your name]',
    '{{worker.first_name}}',
    '[Mother’s name]',
    '{{visit.date}}',
    '«Address»',
    '[Name of school]'
  ])('and a slot for something else does not: %s', (slot) => {
    expect(said(letter(slot))).toContainEqual(expect.stringMatching(/^missing-name: /))
  })

  it('is no child for conditions and loops around it', () => {
    expect(said(letter('{% if child.known_as %}{{child.known_as}}{% endif %}'))).toEqual([])
    expect(said(letter('{{#if siblings}}all{{/if}}'))).toContainEqual(expect.stringMatching(/^missing-name: /))
  })

  it('must stand in the greeting', () => {
    expect(said(letter('there', 'I know you as {{child.known_as}}. Which pronouns do you use?'))).toEqual([
      'missing-name: Dear there,'
    ])
  })
})

describe('a slot for pronouns', () => {
  it.each(['{{child.pronouns}}', '[he/she/they]', '«Pronouns»', '<<child.pronoun.subject>>', '[his / her / their]'])(
    'is enough: %s',
    (slot) => {
      expect(said(letter('{{child.known_as}}', `I was told ${slot}.`))).toEqual([])
    }
  )

  it('is missed, as the question is', () => {
    expect(said(letter('{{child.known_as}}', 'I like maps.'))).toEqual(['missing-pronouns: '])
  })
})

const report = `# Report about {{child.name}}

| Child | Pronouns |
| --- | --- |
| [Child’s full name] | [he/she/they] |

## How I saw {{child.known_as}}

Set out when and where you met the child, and who supervised the contact. [I met / The case did not allow me to meet] «ChildName».

## Wishes and feelings

<<wishes>>

## What is particular to {{child.known_as}}

[Describe the minor’s needs, contact arrangements and LAC status.]

## What is going well

## Risks

Please describe the risks to the child, and any contact.

## Recommendations

1. [Recommendation], because [reason].

## Why

{{reasons}}
`

describe('a template of a report', () => {
  it('has the parts that it has headings for, whatever is to be written there', () => {
    expect(said(report, 'section-7-report')).toEqual([])
  })

  it('still lacks the parts that it has no place for', () => {
    expect(said(report.replace('## What is going well', ''), 'section-7-report')).toEqual([
      'missing-section/strengths: '
    ])
  })

  it('is judged in the words that it does bring', () => {
    expect(said(report.replace('## Risks\n', '## Risks\n\nThe case will be reviewed.\n'), 'section-7-report')).toEqual([
      'case-talk: case'
    ])
  })

  it('is a draft full of slots when it is not said to be a template', () => {
    const {findings} = check(read('a.md', new TextEncoder().encode(report)), {lexicon})
    expect(findings.filter(({rule}) => rule === 'unfilled-placeholder').length).toBeGreaterThan(8)
  })
})

describe('a template in Word', () => {
  const shown = (name: string) =>
    control(`<w:alias w:val="${name}"/><w:showingPlcHdr/>`, r('Click or tap here to enter text.'))
  const word = (greeting: string, pronouns: string) =>
    readDocx(
      docx(
        [
          p(`${r('Dear ')}${greeting}${r(',')}`),
          p(`${r('My name is ')}${shown('Worker')}${r(' and I help children to tell the judge what they think.')}`),
          p(`${r('I was told that you use ')}${pronouns}${r('.')}`),
          p(`${r('Next I will come to see you on ')}${shown('Date of visit')}${r('.')}`),
          p(`${r('You can ring me on ')}${shown('Phone')}${r('.')}`)
        ].join('')
      )
    )

  it('names the child by a content control, a merge field or a slot as it is shown', () => {
    for (const greeting of [
      shown('Child’s name'),
      field('MERGEFIELD ChildName', '«ChildName»'),
      field('MERGEFIELD "Known as"', '«Known_as»'),
      r('«Child_Name»')
    ]) {
      expect(said(word(greeting, shown('Pronouns')))).toEqual([])
    }
  })

  it('does not by a control for something else', () => {
    expect(said(word(shown('Date'), shown('Pronouns')))).toContainEqual(expect.stringMatching(/^missing-name: /))
  })
})

it.each(readdirSync(templates))('fixtures/templates/%s has nothing to be said of it', (name) => {
  const document = read(name, readFileSync(join(templates, name)))
  const {findings, notices} = check(document, {
    lexicon,
    declarations: [{from: 'config', declaration: {template: true}}]
  })
  expect({findings, notices}).toEqual({findings: [], notices: []})
})
