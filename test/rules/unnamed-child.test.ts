import {describe, expect, test} from 'vitest'
import {judgeExample, star} from '../../src/explain.ts'
import {rules} from '../../src/rules/index.ts'
import {unnamedChild} from '../../src/rules/unnamed-child.ts'
import {lexicon} from './lexicon.ts'

/** What is found in a paper about Amira, who is fourteen; in the tests, what stands between stars. */
const found = (text: string, pronouns: string, age: number): string[] =>
  judgeExample(
    unnamedChild,
    {text, document: 'report', children: [{name: 'Amira', pronouns, age}]},
    rules,
    lexicon
  ).findings.map((finding) => finding.text)
const starred = (text: string): string[] => text.split(star).filter((_piece, index) => index % 2 === 1)

const holds = (texts: readonly string[], pronouns = 'she/her', age = 14) =>
  test.each(texts)('%s', (text) => expect(found(text, pronouns, age)).toEqual(starred(text)))

describe('what the law says of every child is said of no child', () => {
  holds([
    'A special guardianship order makes somebody other than a parent responsible for the child until the child is eighteen.',
    'The court puts the child’s welfare first.',
    'The child’s welfare comes first: that is section 1 of the Children Act.',
    'The welfare of the child is the court’s first concern.',
    'A care order gives the council parental responsibility for the child. It lasts until the child is 18.',
    'A supervision order means that a social worker must advise, assist and befriend the child.',
    'Delay is likely to harm the child. That is the law’s view.',
    'Article 12 of the Convention gives the child the right to be heard.',
    'An interim order can be made if there are reasonable grounds to believe that the child is likely to be harmed.',
    'Under section 47 the council must look into it when it hears that a child may have been hurt. The child must be seen.',
    'No order is made unless it is better for the child than making no order at all.',
    'A child arrangements order says with whom the child lives, and when the child sees the other parent.',
    'Adoption makes the child a full member of the new family in law.',
    'Parental responsibility means the duties that a parent has to the child.',
    'The court may make an order if the child is likely to be harmed.',
    'Section 31 says that the threshold is met where the child is suffering harm.',
    'A section 37 report asks whether the council should seek an order about the child.',
    'The presumption is that the involvement of each parent will further the child’s welfare.',
    'A supervision order leaves the parents in charge. It puts a duty on the council to help the child and the family.',
    'A guardian is chosen by Cafcass. The guardian must meet the child and tell the court what the child wants.',
    'Before it makes an order the court has to be sure that it is better for the child than no order.',
    'A parenting order does not touch where the child lives.'
  ])
})

describe('a paragraph of law hides no child of the paper', () => {
  holds([
    'A care order gives the council parental responsibility for the child. *The child* told me that she wants to stay.',
    'The court puts the child’s welfare first. *The child* has been in two homes since May.',
    'A care order was made, and *the child* moved to her aunt’s.',
    'A care order is needed to keep *the child* safe. An interim order was made for *the child* last May.',
    'The court must decide where *the child* will live.',
    'The section 7 report says that *the child* is doing well.',
    'The council says that *the child* is likely to be harmed.',
    'The order lasts until *the child* is 18.',
    'Section 31 is met: *the child* has been hurt by her uncle.',
    'A supervision order would mean that *the child* is seen each month.',
    'The guardian must meet *the child* and tell the court what *the child* wants.',
    'A care order lets the council choose. *The child* wants to stay with her aunt.',
    'A care order means that *the child* will move on Friday.',
    'Delay has harmed *the child*.',
    'Under section 20 *the child* lived with her aunt. *The child* must be seen on Friday.'
  ])
})

describe('a leaflet, a label or a rule speaks to everybody', () => {
  holds([
    'The dose is 5 ml if the child is under six.',
    'The booster seat is for when the child is under 135 cm.',
    'The label says to keep the child away from the sun.',
    'The leaflet for parents says that the child can bring a friend.',
    'The policy is that the child is seen alone.',
    'The taxi firm’s rule is that the child sits in the back.',
    'The label is on *the child*’s bottle. The dose is 5 ml when *the child* is ill.',
    'The form says that *the child* is well. The school’s letter says that *the child* has a cough.',
    'Her aunt says that *the child* is under the weather, and gives *the child* 5 ml.'
  ])
})

describe('a child of another case is not this one', () => {
  holds([
    'I have read Re W [2010] UKSC 12. The child there was 14 and was not called. The girl’s evidence had been filmed.',
    'In Re H the girl was seven. In that case the child had not been seen alone.',
    'Re C (2019) is nearer to it: the child was six and her mother lived abroad.',
    'In Re B-S [2013] EWCA Civ 1146 the court looked at all the choices. In that case the girl was two.',
    'In Re C (A Child) the mother was ill and the child lived with her aunt.',
    'The leading case is Re L. The girl was nine, and she had run from home.',
    'In K v L the young person had moved abroad.',
    'I have thought about Re W. *The child* told me that she wants to see the judge.',
    'Following Re W, *the child* should be heard.',
    'In light of Re B-S I have asked whether *the child* could live with her aunt.',
    'In Re W the girl was heard, and here *the child* was not.',
    'If that falls through, then in that case *the child* will go to her aunt.',
    'I went to the flat and met *the child* there.',
    'In Re W the girl was heard.\n\n*The girl* was seen at home on 3 May.'
  ])
})

describe('somebody who was brought in', () => {
  holds(
    [
      'Somebody in Year 11 filmed Amira. The police have spoken with the lad. Amira says he is all right.',
      'Someone from his class took the bag. The boy has said sorry.',
      'A pupil in Year 11 filmed Amira. The pupil has been kept out. The young person has said sorry.',
      'A Year 9 pushed Amira. The lad has been spoken to.',
      'Somebody filmed Amira in the hall. The boy has said sorry.',
      'Somebody at school told me that *the boy* was upset.',
      'Somebody in the office rang. *The lad* told me that he wants to go home.',
      'Somebody saw Amira on the bridge. *The boy* was crying.',
      'Someone rang the council. *The young person* was found at home.',
      'A pupil support worker sees Amira. *The young person* likes her.',
      'We know of harm to a child.\n\nThe park is shut.\n\nAmira swims. *The lad* told me so.'
    ],
    'he/him'
  )
  holds(
    [
      'An older lad in Year 11 filmed Amira, and the police have spoken with the lad.\n\nHis aunt sleeps badly.\n\nThe school is quiet.\n\nShe wants to know what the lad’s parents were told.'
    ],
    'he/him'
  )
})

describe('part of a name or of a thing', () => {
  holds(
    [
      'They asked the baby bank for a pushchair. The baby bath leaks, and the baby book is at home.',
      'Her mother has the baby blues. The baby teeth are in a tin.',
      'She bathed *the baby*. She gave *the baby* a bath.'
    ],
    'she/her',
    1
  )
  holds([
    'The Child and Adolescent team rang. The Young Person’s Advisory Group met.',
    'The child and family clinic is shut. The Child and Family team rang.',
    '*The child* and family were seen. *The Child*’s Mother was there.',
    '*The Child* and Mother were seen at home.'
  ])
})
