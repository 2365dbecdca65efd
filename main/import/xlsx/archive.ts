import { crc32, inflateRawSync } from 'node:zlib'
import { AppError } from '../../../shared/errors.ts'
import { limits } from '../grid.ts'
import { directory, type Entry, localSignature } from './zip-directory.ts'

/** ZIP flag: the part is encrypted. */
const encryptedFlag = 1
const smallestChunk = 16 * 1024
const largestChunk = 64 * 1024 * 1024

/**
 * The parts of a ZIP. What is inflated is capped by what the parts say and again while they are: a file may lie, and
 * 600 kB can hold 600 MB. Only parts that are asked for are inflated: photos beside the sheets cost nothing.
 */
export class Archive {
  private left: number = limits.inflatedBytes

  private constructor(
    private readonly bytes: Uint8Array,
    private readonly entries: ReadonlyMap<string, Entry>,
    /** Of the file, for messages. */
    private readonly file: string,
  ) {}

  /** Throws `file.damaged` without a directory. */
  static open(bytes: Uint8Array, file: string): Archive {
    const entries = directory(bytes)
    if (entries === null) throw new AppError('file.damaged', { file })
    return new Archive(bytes, entries, file)
  }

  /** Names are compared without case: some writers say `xl/SharedStrings.xml` in one place only. */
  has(name: string): boolean {
    return this.entries.has(name.toLowerCase())
  }

  /** Bytes that a part says it inflates to; 0 when there is none. */
  sizeOf(name: string): number {
    return this.entries.get(name.toLowerCase())?.inflatedBytes ?? 0
  }

  /** Content of a part, or null when there is none. Throws `file.damaged`, `file.encrypted`, `file.too-large`. */
  content(name: string): Buffer | null {
    const entry = this.entries.get(name.toLowerCase())
    return entry === undefined ? null : this.inflate(entry)
  }

  /** A part as text; throws as `content`. */
  text(name: string): string | null {
    return this.content(name)?.toString('utf8') ?? null
  }

  private inflate(entry: Entry): Buffer {
    if ((entry.flags & encryptedFlag) !== 0) throw new AppError('file.encrypted', { file: this.file })
    if (entry.inflatedBytes > this.left) throw this.tooLarge()
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength)
    if (
      entry.offset + 30 > this.bytes.byteLength ||
      view.getUint32(entry.offset, true) !== localSignature ||
      (entry.method !== 0 && entry.method !== 8)
    ) {
      throw this.damaged()
    }
    const start =
      entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
    const packed = this.bytes.subarray(start, start + entry.packedBytes)
    const content =
      entry.method === 0
        ? Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)
        : this.unpack(packed, entry.inflatedBytes)
    this.left -= content.byteLength
    if (this.left < 0) throw this.tooLarge()
    // A flipped bit in a ledger would be another phone number: better no row than a wrong one.
    if (crc32(content) !== entry.crc) throw this.damaged()
    return content
  }

  /** `size` is what the part says of itself: believed as far as one piece of memory goes, which saves joining many. */
  private unpack(packed: Uint8Array, size: number): Buffer {
    const chunkSize = Math.min(Math.max(size + 1, smallestChunk), largestChunk)
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(this.left, 1), chunkSize })
    } catch (error) {
      const over = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      throw over ? this.tooLarge() : this.damaged(error)
    }
  }

  private damaged(cause?: unknown): AppError {
    return new AppError('file.damaged', { file: this.file }, { cause })
  }

  private tooLarge(): AppError {
    const reason = `展开后超过 ${limits.inflatedBytes / 1024 / 1024} MB`
    return new AppError('file.too-large', { file: this.file, reason })
  }
}
