import type {Package} from './package.ts'
import type {ParagraphMap} from './runs.ts'
import {walkStory} from './story.ts'
import {readStyles} from './styles.ts'
import {nothingUnread} from './unread.ts'
import type {View} from './walk.ts'

/**
 * Maps every paragraph of a story (the main part, notes, a header or footer) that the view shows, in the order of their
 * numbers. Offsets in it are those of `Package.text(part).source`. Throws `Fault` as reading does.
 */
export const mapStory = (
  pack: Package,
  part: string,
  options: {readonly view?: View} = {}
): readonly ParagraphMap[] => {
  const context = {
    pack,
    styles: readStyles(pack),
    view: options.view ?? 'final',
    unread: nothingUnread(),
    mapping: true
  }
  return walkStory(context, part)
    .flatMap(({number, text, anchor, note, map}): ParagraphMap[] => {
      if (map === null) return []
      const {stretches, obstacles, elements, inside, anchorRun} = map
      const box = anchor === null ? {} : {box: {paragraph: anchor.number, run: anchorRun}}
      return [
        {paragraph: number, text, stretches, obstacles, elements, inside, ...box, ...(note === null ? {} : {note})}
      ]
    })
    .sort((a, b) => a.paragraph - b.paragraph)
}
