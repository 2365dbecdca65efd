import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeFileAtomic } from '../../main/export/write-file.ts'

const directory = () => mkdtempSync(join(tmpdir(), 'zhibu-write-'))
const bytes = (text: string) => new TextEncoder().encode(text)
const mount = (...args: string[]) => spawnSync('mount', args).status === 0
const unmount = (where: string) => spawnSync('umount', [where])

/** Mounting needs root and a kernel that lets it; elsewhere these two tests are skipped. */
const canMount = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const where = directory()
  const done = mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', where)
  if (done) unmount(where)
  return done
})()

test('a file is written whole, over an old one too, with its mode and through its link', async () => {
  const folder = directory()
  const path = join(folder, '报表.xlsx')
  await writeFileAtomic(path, bytes('一'))
  chmodSync(path, 0o600)
  const link = join(folder, '链接.xlsx')
  symlinkSync(path, link)
  await writeFileAtomic(link, bytes('二'))
  expect(readFileSync(path, 'utf8')).toBe('二')
  expect(readlinkSync(link)).toBe(path)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder).sort()).toEqual(['报表.xlsx', '链接.xlsx'].sort())
})

test('a missing folder, or a file in its place, is write.no-folder', async () => {
  const folder = directory()
  writeFileSync(join(folder, '文件'), '')
  for (const where of ['没有', '文件']) {
    await expect(writeFileAtomic(join(folder, where, 'a.pdf'), bytes('x'))).rejects.toMatchObject({
      code: 'write.no-folder',
      facts: { file: 'a.pdf' },
    })
  }
})

test('a file that LibreOffice or WPS holds open is write.locked and stays as it was', async () => {
  for (const lock of ['.~lock.表.xlsx#', '.~表.xlsx']) {
    const folder = directory()
    writeFileSync(join(folder, '表.xlsx'), '旧')
    writeFileSync(join(folder, lock), '')
    await expect(writeFileAtomic(join(folder, '表.xlsx'), bytes('新'))).rejects.toMatchObject({
      code: 'write.locked',
    })
    expect(readFileSync(join(folder, '表.xlsx'), 'utf8')).toBe('旧')
  }
})

test('a folder in the place of the target is write.failed, and no temporary file stays', async () => {
  const folder = directory()
  mkdirSync(join(folder, 'a.pdf'))
  await expect(writeFileAtomic(join(folder, 'a.pdf'), bytes('x'))).rejects.toMatchObject({
    code: 'write.failed',
  })
  expect(readdirSync(folder)).toEqual(['a.pdf'])
})

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a folder that may not be written is write.denied',
  async () => {
    const folder = directory()
    chmodSync(folder, 0o500)
    await expect(writeFileAtomic(join(folder, 'a.pdf'), bytes('x'))).rejects.toMatchObject({
      code: 'write.denied',
    })
    chmodSync(folder, 0o700)
  },
)

test.skipIf(!canMount)('a full disk is write.disk-full, and the old file is untouched', async () => {
  const folder = directory()
  mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder)
  try {
    const path = join(folder, '报表.pdf')
    writeFileSync(path, '旧')
    await expect(writeFileAtomic(path, new Uint8Array(200_000))).rejects.toMatchObject({
      code: 'write.disk-full',
    })
    expect(readFileSync(path, 'utf8')).toBe('旧')
    expect(readdirSync(folder)).toEqual(['报表.pdf'])
  } finally {
    unmount(folder)
  }
})

test.skipIf(!canMount)('a read-only disk is write.denied, a held file write.locked', async () => {
  const folder = directory()
  const held = join(folder, 'held.pdf')
  const other = join(folder, 'other.pdf')
  writeFileSync(held, '旧')
  writeFileSync(other, '别的')
  // A mount point is what Linux refuses to rename over with EBUSY, as Windows does for an open file.
  mount('--bind', other, held)
  try {
    await expect(writeFileAtomic(held, bytes('新'))).rejects.toMatchObject({ code: 'write.locked' })
    expect(readdirSync(folder).sort()).toEqual(['held.pdf', 'other.pdf'])
  } finally {
    unmount(held)
  }
  expect(readFileSync(held, 'utf8')).toBe('旧')

  const readOnly = directory()
  mount('-t', 'tmpfs', '-o', 'size=64k,ro', 'tmpfs', readOnly)
  try {
    await expect(writeFileAtomic(join(readOnly, 'a.pdf'), bytes('x'))).rejects.toMatchObject({
      code: 'write.denied',
    })
  } finally {
    unmount(readOnly)
  }
})
