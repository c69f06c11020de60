import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {defences} from './security/defences.ts'

const root = join(import.meta.dirname, '..')

// `npm run defences` takes long and is run by hand; a defence that has moved is seen at once.
it.each(defences)('The defence is still where it can be taken away: $threat, $what', ({file, edits}) => {
  const source = readFileSync(join(root, file), 'utf8')
  for (const [from] of edits) expect(source.split(from), from).toHaveLength(2)
})
