import remarkRetext from 'remark-retext'
import retextEnglish from 'retext-english'
import retextReadability from 'retext-readability'
import retextSimplify from 'retext-simplify'
import {unified} from 'unified'

/** The prose plugins that `ourwords` is nearest to. */
export default {
  plugins: [[remarkRetext, unified().use(retextEnglish).use(retextSimplify).use(retextReadability)]]
}
