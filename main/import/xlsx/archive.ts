import { inflateRawSync } from 'node:zlib'
import { AppError } from '../../../shared/errors.ts'
import { limits } from '../grid.ts'

interface Entry {
  readonly offset: number
  readonly packedBytes: number
  readonly inflatedBytes: number
  /** 0 stored, 8 deflated. */
  readonly method: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50

/** The entries of a ZIP's central directory by name, or null when it has none (cut short). */
const directory = (bytes: Uint8Array): ReadonlyMap<string, Entry> | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.byteLength - 22
  const first = Math.max(0, end - 0xffff)
  while (end >= first && view.getUint32(end, true) !== endSignature) end -= 1
  if (end < first || end < 0) return null
  const decoder = new TextDecoder()
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== entrySignature) return null
    const nameLength = view.getUint16(at + 28, true)
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      inflatedBytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/**
 * The parts of a ZIP. Sizes are added up before anything is inflated and capped again while it is: a file may lie
 * about them, and 600 kB can hold 600 MB.
 */
export class Archive {
  private left: number = limits.inflatedBytes

  private constructor(
    private readonly bytes: Uint8Array,
    private readonly entries: ReadonlyMap<string, Entry>,
    /** Of the file, for messages. */
    private readonly file: string,
  ) {}

  /** Throws `file.damaged` without a directory, `file.too-large`. */
  static open(bytes: Uint8Array, file: string): Archive {
    const entries = directory(bytes)
    if (entries === null) throw new AppError('file.damaged', { file })
    const archive = new Archive(bytes, entries, file)
    const total = [...entries.values()].reduce((sum, entry) => sum + entry.inflatedBytes, 0)
    if (total > limits.inflatedBytes) throw archive.tooLarge()
    return archive
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  /** Text of a part, or null when there is none. Throws `file.damaged`, `file.too-large`. */
  text(name: string): string | null {
    const entry = this.entries.get(name)
    return entry === undefined ? null : this.inflate(entry).toString('utf8')
  }

  /** Inflates every part once, for readers that inflate by themselves without a cap. */
  checkSizes(): void {
    for (const entry of this.entries.values()) this.inflate(entry)
  }

  private inflate(entry: Entry): Buffer {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength)
    if (entry.offset + 30 > this.bytes.byteLength || view.getUint32(entry.offset, true) !== localSignature) {
      throw new AppError('file.damaged', { file: this.file })
    }
    const start =
      entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
    const packed = this.bytes.subarray(start, start + entry.packedBytes)
    const inflated = entry.method === 0 ? Buffer.from(packed) : this.unpack(packed)
    this.left -= inflated.byteLength
    if (this.left < 0) throw this.tooLarge()
    return inflated
  }

  private unpack(packed: Uint8Array): Buffer {
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(this.left, 1) })
    } catch (error) {
      const over = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      throw over ? this.tooLarge() : new AppError('file.damaged', { file: this.file }, { cause: error })
    }
  }

  private tooLarge(): AppError {
    const reason = `展开后超过 ${limits.inflatedBytes / 1024 / 1024} MB`
    return new AppError('file.too-large', { file: this.file, reason })
  }
}
