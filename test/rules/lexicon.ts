import {loadDictionaries} from '../../src/lexicon/load.ts'
import {makeLexicon} from '../../src/lexicon/matcher.ts'
import {dictionaryFiles} from '../lexicon/dictionary-files.ts'

/** The project's own dictionaries, ready to match. */
export const lexicon = makeLexicon(loadDictionaries(dictionaryFiles()))
