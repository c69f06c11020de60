import {crc32 as ofNode} from 'node:zlib'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {crc32, crc32Anywhere} from '../../src/read/docx/zip-checksum.ts'

test('the checksum is the same in every host', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 70}), (bytes) => {
      expect(crc32Anywhere(bytes)).toBe(ofNode(bytes))
      expect(crc32(bytes)).toBe(ofNode(bytes))
    })
  )
})
