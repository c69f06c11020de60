/** Words among which others are looked up. */
export interface Words {
  has(word: string | undefined): boolean
}

class ListedWords implements Words {
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
 * The words of one line, parted by spaces. There are many such lists, of which a paper asks some, so that each is taken
 * apart only when it is first asked.
 */
export const wordSet = (listed: string): Words => new ListedWords(listed)
