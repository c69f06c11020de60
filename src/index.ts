/**
 * ourwords for programs: read a draft, check it, say what was found. Free of Node, so that it runs in a browser, an
 * editor and a worker.
 */
export {type CheckOptions, check} from './check.ts'
export type {Lexicon} from './lexicon/lexicon.ts'
export {type DictionaryFile, loadDictionaries} from './lexicon/load.ts'
export {makeLexicon} from './lexicon/matcher.ts'
export {lexiconFrom, type Prepared, prepare} from './lexicon/prepare.ts'
export type * from './model/declaration.ts'
export type * from './model/dictionary.ts'
export type * from './model/document.ts'
export {Fault} from './model/fault.ts'
export type * from './model/finding.ts'
export type * from './model/notice.ts'
export type * from './model/result.ts'
export type {Span} from './model/span.ts'
export {type ReadOptions, read, readersFor} from './read/index.ts'
export {rules} from './rules/index.ts'
export type {Rule, RuleExample} from './rules/rule.ts'
