import fc from 'fast-check'

const word = fc.constantFrom(
  'Amira',
  'said',
  'the',
  'contact',
  'order',
  "it's",
  '“home”',
  'R & S',
  '2019.',
  'a.m.',
  'well-being',
  'café',
  '😀',
  'Ms',
  'I',
  '[2017]',
  '1.4',
  '(a)',
  '—',
  '50%',
  '!',
  'TBC',
  '|',
  '#',
  ':',
  '~30'
)
const marked = fc.constantFrom(
  '*she*',
  '**Present:** Olu',
  '__Risks__',
  '_last_',
  '`code`',
  "\\'quoted\\'",
  '&amp;',
  '&nope;',
  '3^rd^',
  '[link](http://a.example)',
  '[new]{.insertion author="A" date="2024"}',
  '[old]{.deletion author="A"}',
  '<sup>rd</sup>',
  '<u>under</u>',
  '<!-- note -->',
  '<br>',
  'st*ro*ng',
  '*open',
  '**',
  '***both***',
  '![alt](x.png)',
  '[^1]',
  '[ref]',
  '{{name}}',
  '<<name>>',
  '\\[C12\\]',
  '___',
  '*“quoted”*',
  '&#x20;',
  'a*b'
)
const line = fc
  .array(fc.oneof({weight: 6, arbitrary: word}, {weight: 1, arbitrary: marked}), {minLength: 1, maxLength: 8})
  .map((words) => words.join(' '))
const eol = fc.constantFrom('\n', '\r\n')
const lines = fc
  .tuple(fc.array(line, {minLength: 1, maxLength: 4}), fc.constantFrom('', ' ', '  ', '\t', '\\'))
  .map(([all, end]) => all.join(`${end}\n`))
const prefixed = (prefix: string) =>
  fc.array(line, {minLength: 1, maxLength: 4}).map((all) => all.map((one) => prefix + one).join('\n'))

const block = fc.oneof(
  {weight: 4, arbitrary: lines},
  {
    weight: 2,
    arbitrary: fc.tuple(fc.integer({min: 1, max: 7}), line).map(([level, words]) => `${'#'.repeat(level)} ${words}`)
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('- ', '* ', '-   ', '> ', '  - ', '+ ', '    ', ' ', '1. ', '3) ').chain(prefixed)
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('1. ', '2. ', '10. ', '1) '), line, line)
      .map(([mark, a, b]) => `${mark}${a}\n${' '.repeat(mark.length)}${b}`)
  },
  {
    weight: 1,
    arbitrary: fc.tuple(line, line, line, line).map(([a, b, c, d]) => `| ${a} | ${b} |\n|---|:-:|\n| ${c} | ${d} |`)
  },
  {weight: 1, arbitrary: fc.tuple(line, fc.constantFrom('===', '---')).map(([a, rule]) => `${a}\n${rule}`)},
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '[^1]: The note.',
      '[ref]: http://b.example',
      '```\ncode\n\nmore\n```',
      '---',
      '***',
      '| line\n| block',
      ': definition',
      '<!-- a\n\nb -->',
      '<table><tr><td>One</td>\n<td>Two &amp; three</td></tr></table>',
      '<div>\n\ninside\n\n</div>',
      '**Risks**',
      'RISKS',
      '4.1 Risks',
      '- [ ] task',
      '```{=html}\n<!-- -->\n```',
      '+----+----+\n| a  | b  |\n+====+====+\n| c  | d  |\n|    |    |\n| e  | f  |\n+----+----+',
      '  ------------------\n  One       Two\n  --------- --------\n  Amira     Sam was\n  said so   here\n\n  x         y\n  ------------------',
      'One    Two\n------ -----\na      b c'
    )
  }
)

/** Markdown as people and converters write it, with what they seldom write. */
export const markdown = fc
  .tuple(fc.array(block, {minLength: 1, maxLength: 7}), fc.constantFrom('\n\n', '\n\n\n', '\n'), eol)
  .map(([blocks, between, end]) => `${blocks.join(between)}\n`.replaceAll('\n', end))

/** Plain text with any line ends. */
export const plainText = fc
  .tuple(
    fc.array(
      fc.oneof(
        {weight: 4, arbitrary: fc.array(line, {minLength: 1, maxLength: 6}).map((all) => all.join('\n'))},
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            'RISKS',
            'Name:\tAmira',
            '• one\n• two',
            '1.4\tShe said',
            'frightened.1',
            'a\u000bb',
            'a\u2028b',
            'x\u000cy'
          )
        }
      ),
      {minLength: 1, maxLength: 7}
    ),
    fc.constantFrom('\n', '\r\n', '\r', '\n\r')
  )
  .map(([groups, end]) => `${groups.join('\n\n')}\n`.replaceAll('\n', end))
