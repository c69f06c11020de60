import {crc32, deflateRawSync} from 'node:zlib'
import {expect, test} from 'vitest'
import {openZip} from '../../src/read/docx/zip.ts'
import {rewriteZip} from '../../src/write/docx/zip-write.ts'

interface Entry {
  readonly name: string
  readonly text: string
  readonly stored?: true
  readonly flags?: number
  readonly time?: number
  readonly localExtra?: Buffer
  readonly centralExtra?: Buffer
  /** Sizes after the data, as programs write that do not look back. */
  readonly descriptor?: true
  /** Sizes and place in the fields of ZIP64. */
  readonly wide?: true
}

/** An archive with the liberties that real writers take. */
const archive = (entries: readonly Entry[], comment = ''): Uint8Array => {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const {
    name,
    text,
    stored,
    time = 0x58a25a21,
    localExtra,
    centralExtra,
    descriptor,
    wide,
    flags = 0
  } of entries) {
    const data = Buffer.from(text)
    const packed = stored ? data : deflateRawSync(data)
    const field = (...values: number[]) => {
      const bytes = Buffer.alloc(4 + values.length * 8)
      bytes.writeUInt16LE(1, 0)
      bytes.writeUInt16LE(values.length * 8, 2)
      for (const [index, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), 4 + index * 8)
      return bytes
    }
    const common = (extra: Buffer, sizes: boolean) => {
      const bytes = Buffer.alloc(26)
      bytes.writeUInt16LE(20, 0)
      bytes.writeUInt16LE(flags | (descriptor ? 8 : 0), 2)
      bytes.writeUInt16LE(stored ? 0 : 8, 4)
      bytes.writeUInt32LE(time, 6)
      bytes.writeUInt32LE(sizes ? crc32(data) : 0, 10)
      bytes.writeUInt32LE(wide ? 0xffffffff : sizes ? packed.length : 0, 14)
      bytes.writeUInt32LE(wide ? 0xffffffff : sizes ? data.length : 0, 18)
      bytes.writeUInt16LE(name.length, 22)
      bytes.writeUInt16LE(extra.length, 24)
      return bytes
    }
    const own = Buffer.concat([
      wide ? field(data.length, packed.length) : Buffer.alloc(0),
      localExtra ?? Buffer.alloc(0)
    ])
    const far = Buffer.concat([
      centralExtra ?? Buffer.alloc(0),
      wide ? field(data.length, packed.length, offset) : Buffer.alloc(0)
    ])
    const after = descriptor ? Buffer.alloc(16) : Buffer.alloc(0)
    if (descriptor) {
      after.writeUInt32LE(0x08074b50, 0)
      after.writeUInt32LE(crc32(data), 4)
      after.writeUInt32LE(packed.length, 8)
      after.writeUInt32LE(data.length, 12)
    }
    const record = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      common(own, !descriptor),
      Buffer.from(name),
      own,
      packed,
      after
    ])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(0x81a40000, 6)
    rest.writeUInt32LE(wide ? 0xffffffff : offset, 10)
    central.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x3f\x03', 'latin1'), common(far, true), rest, Buffer.from(name), far])
    )
    local.push(record)
    offset += record.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(comment.length, 20)
  return new Uint8Array(Buffer.concat([...local, directory, end, Buffer.from(comment)]))
}

const timestamp = Buffer.from([0x55, 0x54, 5, 0, 3, 0, 0, 0, 0])
const entries: readonly Entry[] = [
  {name: 'stored.bin', text: 'kept as it is', stored: true},
  {name: 'one.xml', text: '<a>1</a>', descriptor: true, flags: 2, localExtra: timestamp},
  {name: 'two.xml', text: '<b>2</b>', wide: true, centralExtra: timestamp},
  {name: 'three.xml', text: '<c>3</c>', wide: true, time: 0x11112222},
  {name: 'last.xml', text: '<d>4</d>', localExtra: timestamp, centralExtra: timestamp}
]
const before = archive(entries, 'made by hand')
const text = (bytes: Uint8Array, name: string) => new TextDecoder().decode(openZip(bytes).read(name))
const encode = (content: string) => new TextEncoder().encode(content)
const record = (bytes: Uint8Array, name: string) => {
  const entry = openZip(bytes).find(name)
  return bytes.subarray(entry?.start, entry?.end)
}

test('nothing changed is the same archive', () => {
  expect(rewriteZip(openZip(before), new Map())).toEqual(before)
})

test('entries that do not change keep their records, whatever they hold, and the comment stays', () => {
  const after = rewriteZip(openZip(before), new Map([['one.xml', encode('<a>one, and longer than before</a>')]]))
  for (const {name} of entries) if (name !== 'one.xml') expect(record(after, name)).toEqual(record(before, name))
  expect(openZip(after).entries.map(({name}) => name)).toEqual(entries.map(({name}) => name))
  expect(new TextDecoder().decode(after.subarray(openZip(after).commentStart))).toBe('made by hand')
})

test('a changed entry keeps its time, its flags but for the late sizes, its method and its other fields', () => {
  const changes = new Map(entries.map(({name}) => [name, encode(`changed ${name}`)]))
  const after = rewriteZip(openZip(before), changes)
  const view = new DataView(after.buffer)
  for (const {name, stored, time = 0x58a25a21, flags = 0} of entries) {
    expect(text(after, name)).toBe(`changed ${name}`)
    const start = openZip(after).find(name)?.start ?? -1
    expect(view.getUint16(start + 6, true)).toBe(flags)
    expect(view.getUint16(start + 8, true)).toBe(stored ? 0 : 8)
    expect(view.getUint32(start + 10, true)).toBe(time)
  }
  const local = openZip(after).find('one.xml')
  expect(Buffer.from(after.subarray((local?.dataStart ?? 0) - timestamp.length, local?.dataStart))).toEqual(timestamp)
})

test('new entries come last, and those taken out leave no trace', () => {
  const added = rewriteZip(openZip(before), new Map([['word/new.xml', encode('<n/>')]]))
  expect(openZip(added).entries.at(-1)?.name).toBe('word/new.xml')
  expect(text(added, 'word/new.xml')).toBe('<n/>')
  expect(rewriteZip(openZip(added), new Map([['word/new.xml', null]]))).toEqual(before)
})

test('the bytes that were given stay as they were, even in a Buffer, whose slices are windows', () => {
  const given = Buffer.from(before)
  rewriteZip(openZip(given), new Map([['stored.bin', encode('longer than it was before')]]))
  expect(new Uint8Array(given)).toEqual(before)
})
