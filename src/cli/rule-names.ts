import type {Dictionaries} from '../model/dictionary.ts'
import type {Rule} from '../rules/rule.ts'

/** Rules whose entries are what the document says: every acronym, every formal kin term. */
const open: readonly string[] = ['unexplained-acronym', 'formal-family-word']

/** What may stand after the stroke in `rule/entry`; `null` where anything may. */
export function entriesOf(
  {id, entries = []}: Pick<Rule, 'id' | 'entries'>,
  dictionaries: Dictionaries
): string[] | null {
  if (open.includes(id)) return null
  const {lists, sections} = dictionaries
  return [
    ...lists.flatMap((list) => (list.rule === id ? list.entries.map((entry) => entry.id) : [])),
    ...(id === 'missing-section' ? sections.map((section) => section.id) : []),
    ...entries
  ]
}
