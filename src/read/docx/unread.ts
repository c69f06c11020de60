import {holdsWord} from '../../model/characters.ts'
import type {Notice} from '../../model/notice.ts'

/** What a package holds and was not read or not judged, counted while it is read. */
export interface Unread {
  chunks: number
  subDocuments: number
  objects: number
  drawnWords: number
  diagrams: number
  charts: number
  hiddenWords: number
  hidden: boolean
  foreignWords: number
  foreign: boolean
  unknown: boolean
}

export const nothingUnread = (): Unread => ({
  chunks: 0,
  subDocuments: 0,
  objects: 0,
  drawnWords: 0,
  diagrams: 0,
  charts: 0,
  hiddenWords: 0,
  hidden: false,
  foreignWords: 0,
  foreign: false,
  unknown: false
})

export const countWords = (text: string): number => text.match(/\S+/g)?.filter(holdsWord).length ?? 0

/** Says so, in plain words. One notice for each thing, however often it occurs. */
export const noticesOf = (unread: Unread): Notice[] => {
  const notices: Notice[] = []
  const say = (code: string, message: string, words?: number): void => {
    notices.push(words === undefined ? {code, message} : {code, message, words})
  }
  if (unread.hidden)
    say(
      'hidden-text',
      'The document holds hidden text, which anyone who opens the file can show. It was not checked.',
      unread.hiddenWords
    )
  if (unread.foreign)
    say(
      'other-language',
      'Some of the document is marked as being in a language other than English. It was not checked.',
      unread.foreignWords
    )
  if (unread.chunks > 0)
    say('not-read', 'Another file is included in the document. Word shows its text, but it was not checked.')
  if (unread.subDocuments > 0)
    say('not-read', 'The document shows the text of other files (it is a master document). They were not checked.')
  if (unread.objects > 0)
    say(
      'not-read',
      'An object (such as a spreadsheet or another document) is embedded in the document. It was not checked.'
    )
  if (unread.drawnWords > 0)
    say(
      'not-read',
      'The document holds words drawn as a picture (WordArt or shapes). They were not checked.',
      unread.drawnWords
    )
  if (unread.diagrams > 0) say('not-read', 'The document holds a diagram (SmartArt). Its words were not checked.')
  if (unread.charts > 0) say('not-read', 'The document holds a chart. Its words were not checked.')
  if (unread.unknown)
    say(
      'unknown-markup',
      'The document holds markup that we do not know. Text inside it may have been read wrongly or not at all.'
    )
  return notices
}
