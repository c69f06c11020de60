import {parseDocumentType} from '../lexicon/document-type.ts'
import {didYouMean} from '../model/did-you-mean.ts'
import {Fault} from '../model/fault.ts'
import {placeIn} from '../read/yaml.ts'
import {inConfig, type Layers} from './config.ts'
import type {Judging} from './config-schema.ts'
import type {Engine, Words} from './engine.ts'
import {entriesOf} from './rule-names.ts'

/** What no schema can see: rules, entries and kinds by name. */
export function checkNames(layers: Layers, {rules}: Pick<Engine, 'rules'>, {dictionaries}: Words): void {
  if (layers.length === 0) return
  const ids = rules.map(({id}) => id)
  for (const {name: file, source, values} of layers) {
    const scopes = [
      {at: [] as (string | number)[], values: values as Judging},
      ...(values.overrides ?? []).map((override, index) => ({at: ['overrides', index], values: override as Judging}))
    ]
    for (const {at, values: judging} of scopes) {
      for (const name of Object.keys(judging.rules ?? {})) {
        const [id = '', ...rest] = name.split('/')
        const rule = rules.find((each) => each.id === id)
        const known = rule && rest.length > 0 ? entriesOf(rule, dictionaries) : ids
        const asked = rule && rest.length > 0 ? rest.join('/') : id
        if (known === null || known.includes(asked)) continue
        const meant = didYouMean(asked, known)
        const what = known === ids ? 'rule' : `entry of ${id}`
        const message = meant
          ? `there is no ${what} “${asked}”; did you mean “${meant}”?`
          : `there is no such ${what}; see: ourwords rules`
        throw inConfig(new Fault('unknown-rule', message, placeIn(source, [...at, 'rules', name])), file)
      }
      if (judging.document !== undefined) {
        try {
          parseDocumentType(judging.document, dictionaries)
        } catch (error) {
          const {code, message} = error as Fault
          throw inConfig(new Fault(code, message, placeIn(source, [...at, 'document'])), file)
        }
      }
    }
  }
}
