import type {Block, Remark} from '../../model/document.ts'
import type {Package} from './package.ts'
import type {Paragraph} from './paragraph.ts'
import {Token} from './xml.ts'

/**
 * The comments of the main part, each over the blocks from the first to the last that it is anchored to. One that stands
 * where there is nothing to read is left out. Throws `Fault` as reading XML does.
 */
export const readRemarks = (
  pack: Package,
  paragraphs: readonly Paragraph[],
  blocks: readonly Block[]
): readonly Remark[] => {
  const anchored = paragraphs.filter(({comments}) => comments !== undefined)
  const part = pack.related('comments')[0]
  if (anchored.length === 0 || part === undefined) return []
  const byNumber = new Map(
    blocks.flatMap((block) => (block.origin?.part === pack.mainPart ? [[block.origin.paragraph, block]] : []))
  )
  const places = new Map<string, {start: number; end: number}>()
  for (const {number, comments = []} of anchored) {
    const block = byNumber.get(number)
    if (block === undefined) continue
    for (const id of comments) {
      const place = places.get(id)
      if (place === undefined) places.set(id, {start: block.start, end: block.end})
      else place.end = Math.max(place.end, block.end)
    }
  }
  return [...readWords(pack, part)]
    .flatMap(([id, words]): Remark[] => {
      const place = places.get(id)
      return place === undefined ? [] : [{...place, words}]
    })
    .toSorted((one, other) => one.start - other.start)
}

/** What each comment says, by id; its paragraphs divided by line feeds. */
function readWords(pack: Package, part: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const xml = pack.xml(part)
  let id: string | undefined
  let words = ''
  let inText = false
  for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
    if (token === Token.text) {
      if (inText) words += xml.text()
      continue
    }
    inText = token === Token.open && xml.name === 'w:t'
    if (xml.name === 'w:comment') {
      if (token === Token.open) [id, words] = [xml.attribute('w:id'), '']
      else if (id !== undefined) found.set(id, words.trim())
    } else if (token === Token.close && xml.name === 'w:p') words += '\n'
  }
  return found
}
