import { expect, test, vi } from 'vitest'
import { chooseFiles, receiveFiles } from '../../renderer/pages/import/session/begin.ts'
import { currentStage, type Session, show } from '../../renderer/pages/import/session/stage.ts'
import { AppError } from '../../shared/errors.ts'
import { mostFileBytes } from '../../shared/rules/file-size.ts'

vi.mock('../../renderer/api.ts', () => ({
  call: () => Promise.reject(new AppError('file.missing', { file: '名册.xlsx' })),
  on: () => () => undefined,
}))

const session: Session = {
  found: { sessionId: 's', files: [], failed: [], sheets: [], rows: 0, importedBefore: [] },
  choices: [],
  step: 'check',
  sheet: 0,
  createMissing: false,
  preview: null,
  pending: false,
  complete: false,
  edited: false,
  job: null,
  problem: null,
}
const tooLarge = { name: '名册.xlsx', size: mostFileBytes + 1 } as File

test('a file that cannot be taken leaves the import under way as it is, and says why', async () => {
  for (const take of [() => receiveFiles([tooLarge]), chooseFiles]) {
    show({ kind: 'open', session })
    await take()
    expect(currentStage()).toMatchObject({ kind: 'open', session: { step: 'check' } })
    const stage = currentStage()
    expect(stage.kind === 'open' && stage.session.problem?.sentence).toContain('名册.xlsx')
  }
})

test('without an import the start says why', async () => {
  show({ kind: 'choosing', problem: null })
  await receiveFiles([tooLarge])
  expect(currentStage()).toMatchObject({ kind: 'choosing', problem: { code: 'file.too-large' } })
})
