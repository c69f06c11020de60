import {describe, expect, test} from 'vitest'
import {judgeExample, star} from '../../src/explain.ts'
import {rules} from '../../src/rules/index.ts'
import type {Rule, RuleExample} from '../../src/rules/rule.ts'
import {lexicon} from './lexicon.ts'

/** What the rule says of an example: the words found, and what it says is missing. */
function judge(rule: Rule, example: RuleExample) {
  const {findings, notices} = judgeExample(rule, example, rules, lexicon)
  return {
    words: findings.filter(({span}) => span !== null).map(({text}) => text),
    absent: findings.filter(({span}) => span === null).map(({about}) => about),
    broken: notices.filter(({code}) => code === 'rule-failed')
  }
}

const marked = (text: string): string[] => text.split(star).filter((_piece, index) => index % 2 === 1)

describe.each(rules.filter(({examples}) => examples.length > 0).map((rule) => [rule.id, rule] as const))(
  '%s',
  (_id, rule) => {
    test.each(rule.examples.map((example) => [example.text.slice(0, 70), example] as const))('%s', (_text, example) => {
      const {words, absent, broken} = judge(rule, example)
      expect(broken).toEqual([])
      expect(words).toEqual(marked(example.text))
      expect(absent).toEqual(example.absent ?? [])
    })
  }
)

test('every rule that no dictionary makes shows what it finds and what it lets pass', () => {
  const dictionaryRules = new Set(lexicon.dictionaries.lists.map((list) => list.rule))
  for (const {id, examples} of rules) {
    if (dictionaryRules.has(id)) continue
    const finds = (example: RuleExample) => example.text.search(star) >= 0 || (example.absent?.length ?? 0) > 0
    expect(examples.filter(finds).length, id).toBeGreaterThan(0)
    expect(examples.filter((example) => !finds(example)).length, id).toBeGreaterThan(0)
  }
})
