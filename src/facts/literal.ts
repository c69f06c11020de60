/** Words as a regular expression finds them, whatever they are: a name may hold any character, and so may a file. */
export const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
