// Unpacks a large zip file with Node alone: a bare machine has no unzip, and memory is short.
import { createReadStream, createWriteStream, mkdirSync, symlinkSync } from 'node:fs'
import { open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const FORMAT_BITS = 0o170000
const SYMLINK = 0o120000

async function readAt(file, position, length) {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  if (bytesRead !== length) throw new Error('zip: the file is cut short')
  return buffer
}

/** The entries of the central directory, which stands at the end of the file. */
async function readEntries(file) {
  const { size } = await file.stat()
  const tailLength = Math.min(size, 65_557)
  const tail = await readAt(file, size - tailLength, tailLength)
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--
  if (end < 0) throw new Error('zip: no end of central directory')
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries = []
  for (let at = 0; at < directory.length; ) {
    if (directory.readUInt32LE(at) !== CENTRAL) throw new Error('zip: bad central directory')
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      method: directory.readUInt16LE(at + 10),
      compressed: directory.readUInt32LE(at + 20),
      mode: directory.readUInt16LE(at + 40),
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function extractFile(zip, file, entry, target) {
  const header = await readAt(file, entry.offset, 30)
  if (header.readUInt32LE(0) !== LOCAL) throw new Error('zip: bad local header')
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const permissions = entry.mode & 0o777 || 0o644
  const output = createWriteStream(target, { mode: permissions })
  if (entry.compressed === 0) {
    output.end()
    return
  }
  const input = createReadStream(zip, { start, end: start + entry.compressed - 1 })
  if (entry.method === 0) await pipeline(input, output)
  else if (entry.method === 8) await pipeline(input, createInflateRaw(), output)
  else throw new Error(`zip: method ${entry.method} of ${entry.name} is not supported`)
}

/**
 * Unpacks `zip` into `folder`. `rename(name)` gives each entry's place in the folder, or undefined
 * to leave it out. Executable bits and symbolic links are kept.
 */
export async function unzip(zip, folder, rename) {
  const file = await open(zip)
  try {
    const links = []
    for (const entry of await readEntries(file)) {
      const name = rename(entry.name)
      if (!name) continue
      if (name.startsWith('/') || name.split('/').includes('..')) {
        throw new Error(`zip: ${name} points out of the folder`)
      }
      const target = join(folder, name)
      if (name.endsWith('/')) {
        mkdirSync(target, { recursive: true })
        continue
      }
      mkdirSync(dirname(target), { recursive: true })
      await extractFile(zip, file, entry, target)
      if ((entry.mode & FORMAT_BITS) === SYMLINK) links.push(target)
    }
    // A link's target is the content of its entry. Made last: nothing is ever written through one.
    for (const link of links) {
      const target = await readFile(link, 'utf8')
      await rm(link)
      symlinkSync(target, link)
    }
  } finally {
    await file.close()
  }
}
