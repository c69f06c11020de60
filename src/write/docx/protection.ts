import type {Package} from '../../read/docx/package.ts'
import {Token} from '../../read/docx/xml.ts'

/** Whether the document lets words be changed with a trace. */
export const mayTrack = (pack: Package, source: string): boolean => {
  if (/<(?:[^\s<>/:]+:)?permStart[\s/>]/.test(source)) return false
  for (const part of pack.related('settings')) {
    const xml = pack.xml(part)
    for (let token = xml.next(); token !== Token.finished; token = xml.next()) {
      if (token !== Token.open || xml.name !== 'w:documentProtection') continue
      const enforced = /^(?:1|true|on)$/.test(xml.attribute('w:enforcement') ?? '')
      if (enforced && !/^(?:trackedChanges|comments)$/.test(xml.attribute('w:edit') ?? '')) return false
    }
  }
  return true
}
