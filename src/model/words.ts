/** Words among which others are looked up. */
export class WordSet {
  private readonly listed: string
  private words: ReadonlySet<string | undefined> | undefined

  constructor(listed: string) {
    this.listed = listed
  }

  has(word: string | undefined): boolean {
    this.words ??= new Set(this.listed.split(' '))
    return this.words.has(word)
  }
}

/**
 * The words of one line, parted by spaces. A paper asks few of the many lists that there are, so that each is taken apart
 * only when it is first asked.
 */
export const wordSet = (listed: string): WordSet => new WordSet(listed)
