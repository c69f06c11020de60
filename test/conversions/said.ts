import type {Result} from '../../src/model/result.ts'

/** What is said of a paper: rule, entry, and the words as they read, however a converter writes them. */
export const said = ({document, findings}: Result): string[] =>
  findings
    .map(({rule, entry, span, about}) => {
      const words = span ? document.text.slice(span.start, span.end) : Object.values(about).join(' ')
      return `${entry ? `${rule}/${entry}` : rule}: ${plain(words)}`
    })
    .sort()

const plain = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/\u00ad/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[\u2010-\u2014]|--/g, '-')
    .replace(/…/g, '...')
