/** The part of Node's `zlib` that we ask for. */
interface Zlib {
  inflateRawSync(data: Uint8Array, options: {readonly maxOutputLength: number; readonly chunkSize: number}): Uint8Array
  /** Absent before Node 20.15. */
  crc32?(data: Uint8Array): number
}

/** Node's `zlib`, asked for at run time so that a bundle for browsers needs no stand-in; `undefined` in other hosts. */
export const hostZlib = (): Zlib | undefined => {
  const host = (globalThis as {process?: {getBuiltinModule?: (name: string) => unknown}}).process
  return host?.getBuiltinModule?.('node:zlib') as Zlib | undefined
}
