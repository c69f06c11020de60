/**
 * Expressions that `recheck` cannot clear, or that would be slow on long texts, with what keeps the texts short.
 * `begins` is the beginning of the expression's source.
 */
export const bounded = []
