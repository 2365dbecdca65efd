import { expect, test } from 'vitest'
import { readLaunch } from '../../main/arguments.ts'
import { readCommand } from '../../main/cli/options.ts'

test('without --cli the window opens, with --data elsewhere', () => {
  expect(readLaunch([], '/home/a')).toEqual({ cli: null, data: null, cwd: '/home/a' })
  expect(readLaunch(['--data', 'd'], '/home/a').data).toBe('/home/a/d')
  expect(readLaunch(['--data=/x'], '/home/a').data).toBe('/x')
})

test('the words after --cli are a command, --data taken out wherever it stands', () => {
  const launch = readLaunch(['--cli', 'import', '台账.xlsx', '--data', 'd', '--dry-run'], '/home/a')
  expect(launch).toEqual({ cli: ['import', '台账.xlsx', '--dry-run'], data: '/home/a/d', cwd: '/home/a' })
  expect(readCommand(launch.cli ?? [])).toEqual({
    name: 'import',
    file: '台账.xlsx',
    dryRun: true,
    errors: null,
    map: {},
    createMissing: false,
    allSheets: false,
  })
})

test.each([
  [[]],
  [['fly']],
  [['import']],
  [['import', 'a.xlsx', 'b.xlsx']],
  [['tree', '--out', 'a.pdf']],
  [['people', '--search', ' ']],
  [['cards']],
  [['cards', '--out', 'a.docx']],
  [['cards', '--out', 'a.pdf', '--layout', 'a3']],
  [['appropriate', '--year', '26', '--street', '甲街道']],
  [['appropriate', '--year', '2026']],
  [['statement', '--year', '2026', '--out', 'a.csv']],
  [['import', 'a.xlsx', '--fast']],
])('%j is wrong usage, and says how it is written', (words) => {
  expect(() => readCommand(words)).toThrowError(expect.objectContaining({ code: 'usage' }))
})

test('each command is read with its options', () => {
  expect(readCommand(['people', '--search', '单'])).toEqual({ name: 'people', search: '单' })
  expect(readCommand(['people'])).toEqual({ name: 'people', search: null })
  expect(
    readCommand(['cards', '--out', 'a.pdf', '--branch', '甲', '--branch', '乙', '--layout', 'card']),
  ).toEqual({
    name: 'cards',
    out: 'a.pdf',
    layout: 'card',
    branches: ['甲', '乙'],
  })
  expect(readCommand(['statement', '--year', '2026', '--out', 'a.PDF'])).toEqual({
    name: 'statement',
    year: 2026,
    out: 'a.PDF',
    street: null,
  })
})
