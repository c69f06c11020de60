import {wordSet} from '../model/words.ts'

export const preposition = wordSet(
  'with from to by for of about at near behind beside like than without between on in past after'
)

/** What can follow *her* that she does not own. */
export const afterObject = wordSet(
  'a an the as of to from in into on at with for up out off about that how what when where whether if and but or because this again twice once every each some two three so very by home back there here while until after before through over down away'
)

/** What may bring in somebody else who does something: *said Noah came*, *watched Noah jump*. */
export const opensSubject = wordSet(
  'that who whose which when while because if whether as what how where why so before after until since though although or he she they i we you it let made saw sees heard hears watched watches noticed found felt feels said says told tells claimed claims alleged alleges stated states feared fears thought thinks knew knows hoped hopes wished wishes believed believes explained explains reported reports agreed agrees remembered remembers recalled recalls mentioned mentions asked asks'
)
