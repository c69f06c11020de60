import type {Acceptance, Declaration, Provenance} from '../model/declaration.ts'
import type {Notice} from '../model/notice.ts'

const sources: Partial<Record<Provenance, string>> = {
  'front-matter': 'the front matter',
  sidecar: 'the file beside it',
  properties: 'the document’s properties'
}

/**
 * Tells of words that a document accepts without a reason, or without need. What a configuration accepts is for many
 * documents, and no single one shows whether it is of use.
 * @param accepted what was of use
 * @param complete whether all rules spoke; else nothing shows what is of no use
 */
export const acceptanceNotices = (
  declarations: readonly {readonly from: Provenance; readonly declaration: Declaration}[],
  accepted: ReadonlySet<Acceptance>,
  complete: boolean
): Notice[] =>
  declarations.flatMap(({from, declaration: {accept = []}}) => {
    const source = sources[from]
    if (source === undefined) return []
    return accept.flatMap((each, index): Notice[] => {
      // The word itself may be anybody's name.
      const which = accept.length === 1 ? 'What' : `Number ${index + 1} of what`
      return [
        // A property holds a list of words and nothing else.
        ...(each.why === undefined && from !== 'properties'
          ? [
              {
                code: 'unreasoned-suppression',
                message: `${which} ${source} accepts has no reason; write it as {term: …, why: …}.`,
                aside: true as const
              }
            ]
          : []),
        ...(complete && !accepted.has(each)
          ? [
              {
                code: 'unused-suppression',
                message: `${which} ${source} accepts is not found here; take it out.`,
                aside: true as const
              }
            ]
          : [])
      ]
    })
  })
