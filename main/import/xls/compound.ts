/** Sector numbers from here on mean the end of a chain, a free sector or a table. */
const firstSpecial = 0xffff_fffa
const entryBytes = 128
const headerBytes = 512

interface Stream {
  readonly start: number
  readonly size: number
}

/**
 * The container of .xls, .et, .doc and encrypted .xlsx: a small file system. Chains are followed no further than the
 * file has sectors, so that one which bites its tail ends.
 */
export class CompoundFile {
  private readonly sectorBytes: number
  private readonly table: Uint32Array
  private readonly streams = new Map<string, Stream>()
  private readonly miniCutoff: number
  private readonly miniTable: Uint32Array
  private readonly miniStream: Buffer

  /** Throws a `RangeError` when the container is damaged. */
  constructor(private readonly bytes: Buffer) {
    const shift = bytes.readUInt16LE(30)
    if (shift < 7 || shift > 16) throw new RangeError('sector size')
    this.sectorBytes = 1 << shift
    this.table = this.readTable()
    const root = this.readDirectory(this.chain(bytes.readUInt32LE(48)))
    this.miniCutoff = bytes.readUInt32LE(56)
    this.miniTable = words(this.chain(bytes.readUInt32LE(60)))
    this.miniStream = root === null ? Buffer.alloc(0) : this.chain(root.start)
  }

  /** Whether there is a stream of a name anywhere. */
  has(name: string): boolean {
    return this.streams.has(name.toLowerCase())
  }

  /** Content of a stream, or null when there is none. Throws a `RangeError` when it is cut short. */
  content(name: string): Buffer | null {
    const stream = this.streams.get(name.toLowerCase())
    if (stream === undefined) return null
    const whole =
      stream.size < this.miniCutoff ? this.miniChain(stream) : this.chain(stream.start, stream.size)
    if (whole.length < stream.size) throw new RangeError('stream cut short')
    return whole.subarray(0, stream.size)
  }

  /** The table of sectors, by the list of its own sectors: 109 in the header, the others in a chain. */
  private readTable(): Uint32Array {
    const { bytes, sectorBytes } = this
    const most = Math.ceil(bytes.length / sectorBytes)
    const sectors: number[] = []
    for (let at = 76; at < headerBytes; at += 4) sectors.push(bytes.readUInt32LE(at))
    let next = bytes.readUInt32LE(68)
    for (let met = 0; next < firstSpecial && met < most; met += 1) {
      const list = words(this.sector(next))
      sectors.push(...list.subarray(0, -1))
      next = list.at(-1) ?? firstSpecial
    }
    const used = sectors.filter((sector) => sector < firstSpecial).slice(0, most)
    return words(Buffer.concat(used.map((sector) => this.sector(sector))))
  }

  private sector(index: number): Buffer {
    const start = (index + 1) * this.sectorBytes
    if (start >= this.bytes.length) throw new RangeError('sector beyond the end')
    return this.bytes.subarray(start, start + this.sectorBytes)
  }

  /** The sectors of a chain joined; no more than `size` needs. */
  private chain(first: number, size = Number.POSITIVE_INFINITY): Buffer {
    const parts: Buffer[] = []
    let length = 0
    let next = first
    while (next < firstSpecial && length < size && parts.length <= this.table.length) {
      const part = this.sector(next)
      parts.push(part)
      length += part.length
      next = this.table[next] ?? firstSpecial
    }
    return Buffer.concat(parts)
  }

  /** Small streams lie in pieces of 64 bytes in a stream of their own. */
  private miniChain({ start, size }: Stream): Buffer {
    const parts: Buffer[] = []
    let next = start
    while (next < firstSpecial && parts.length * 64 < size && parts.length <= this.miniTable.length) {
      parts.push(this.miniStream.subarray(next * 64, next * 64 + 64))
      next = this.miniTable[next] ?? firstSpecial
    }
    return Buffer.concat(parts)
  }

  /** Fills `streams`; answers the root, which holds the small streams. */
  private readDirectory(directory: Buffer): Stream | null {
    let root: Stream | null = null
    for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
      const kind = directory[at + 66]
      const nameBytes = Math.min(Math.max(directory.readUInt16LE(at + 64) - 2, 0), 62)
      const name = directory.toString('utf16le', at, at + nameBytes).toLowerCase()
      const stream = { start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) }
      if (kind === 5) root = stream
      // The first counts: a workbook that is embedded in this one lies deeper.
      else if (kind === 2 && !this.streams.has(name)) this.streams.set(name, stream)
    }
    return root
  }
}

const words = (bytes: Buffer): Uint32Array => {
  const list = new Uint32Array(Math.floor(bytes.length / 4))
  for (let index = 0; index < list.length; index += 1) list[index] = bytes.readUInt32LE(index * 4)
  return list
}
