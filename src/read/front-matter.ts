import type {Declaration} from '../model/declaration.ts'
import {didYouMean} from '../model/did-you-mean.ts'
import {Fault} from '../model/fault.ts'
import {declarationKeys, parseDeclaration} from './declaration.ts'

export interface FrontMatter {
  readonly declared: Declaration | null
  /** Where the text begins. */
  readonly end: number
}

const none: FrontMatter = {declared: null, end: 0}
const maxLines = 200

/** Some line gives a key of ours (or nearly): whoever wrote it meant front matter and wants to hear of its mistakes. */
const meant = (yaml: string): boolean =>
  [...yaml.matchAll(/^[ \t]*(?:[-{]\s*)?["']?([A-Za-z][\w -]{1,20})["']?[ \t]*:/gm)].some(
    ([, key = '']) => declarationKeys.includes(key) || didYouMean(key, declarationKeys) !== undefined
  )

/**
 * Reads YAML between `---` and `---` (or `...`) at the very top. A rule across the page opens many a converted letter
 * too: it is front matter only where it closes soon and what lies between are keys with values.
 * @throws Fault `bad-front-matter`
 */
export function readFrontMatter(source: string): FrontMatter {
  const open = /^---[ \t]*(?:\r\n?|\n)/.exec(source)
  if (!open) return none
  const line = /([^\r\n]*)(\r\n?|\n|$)/y
  line.lastIndex = open[0].length
  for (let count = 0; count < maxLines && line.lastIndex < source.length; count++) {
    const start = line.lastIndex
    const found = line.exec(source)
    if (!found || !/^(?:---|\.\.\.)[ \t]*$/.test(found[1] as string)) continue
    const yaml = source.slice(open[0].length, start).replace(/\r\n?/g, '\n')
    return declaredIn(yaml, line.lastIndex)
  }
  return none
}

function declaredIn(yaml: string, end: number): FrontMatter {
  const first = /^[ \t]*[^\s#].*$/m.exec(yaml)?.[0] ?? ''
  if (first !== '' && !/^(?:\{|["']?\w[\w \t-]*(?:["'][ \t]*)?:(?:\s|$))/.test(first)) return none
  try {
    const declared = parseDeclaration(yaml, 'front matter', 2)
    return {declared: Object.keys(declared).length > 0 ? declared : null, end}
  } catch (error) {
    if (error instanceof Fault && !meant(yaml)) return none
    throw error
  }
}
