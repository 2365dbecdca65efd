import { crc32 } from 'node:zlib'
import type { Archive } from './archive.ts'

/** Parts that a reader of cells has no use for; photos may be most of a file. */
const useless =
  /\.(?:png|jpe?g|gif|bmp|emf|wmf|tiff?|vml|bin\.rels)$|^(?:docprops|customxml|xl\/(?:media|drawings|printersettings|theme))\//

/**
 * The parts of an archive written anew, not compressed: the general reader inflates without a cap and believes what an
 * archive says of itself. Throws as `Archive.content`.
 */
export const repacked = (archive: Archive): Uint8Array => {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  const names = archive.names().filter((name) => !useless.test(name) && !name.endsWith('/'))
  for (const path of names) {
    const content = archive.content(path) ?? Buffer.alloc(0)
    const name = Buffer.from(archive.nameOf(path))
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(1 << 11, 6)
    local.writeUInt32LE(crc32(content), 14)
    local.writeUInt32LE(content.byteLength, 18)
    local.writeUInt32LE(content.byteLength, 22)
    local.writeUInt16LE(name.byteLength, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    local.copy(entry, 6, 4, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, name, content)
    entries.push(entry, name)
    offset += local.byteLength + name.byteLength + content.byteLength
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(names.length, 8)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(
    entries.reduce((sum, part) => sum + part.byteLength, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...entries, end])
}
