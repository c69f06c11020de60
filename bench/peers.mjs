import {join} from 'node:path'

const bin = (name) => join(import.meta.dirname, 'node_modules', '.bin', name)
const program = join(import.meta.dirname, '..', 'bin', 'ourwords.js')

export const bare = {name: 'node -e 0', command: () => ['node', '-e', '0']}
export const ours = {
  name: 'ourwords, all rules',
  command: (paths) => ['node', program, 'check', '--no-config', ...paths]
}
export const oursWithWorkers = {
  name: 'ourwords, all rules, --jobs 2',
  command: (paths) => ['node', program, 'check', '--no-config', '--jobs', '2', ...paths]
}

/** Each with the rules that are nearest to ours; versions are those of bench/package.json. */
export const peers = [
  {name: 'write-good, its defaults', command: (paths) => [bin('write-good'), ...paths]},
  {name: 'markdownlint-cli2, its defaults', command: (paths) => [bin('markdownlint-cli2'), ...paths]},
  {
    name: 'textlint, write-good’s rules',
    command: (paths) => [bin('textlint'), '--no-textlintrc', '--rule', 'write-good', ...paths]
  },
  {
    name: 'textlint, terminology',
    command: (paths) => [bin('textlint'), '--no-textlintrc', '--rule', 'terminology', ...paths]
  },
  {name: 'alex, its defaults', command: (paths) => [bin('alex'), ...paths]},
  {
    name: 'remark with retext-english, -simplify, -readability',
    command: (paths) => [
      bin('remark'),
      '--no-stdout',
      '--no-config',
      '--rc-path',
      join(import.meta.dirname, 'remarkrc.mjs'),
      ...paths
    ]
  },
  {name: 'cspell, its defaults', command: (paths) => [bin('cspell'), '--no-progress', '--no-summary', ...paths]}
]
