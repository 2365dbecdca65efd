// The floor below the floor: a file is read into rows of text, and nothing is done with them.
import { wrongCells } from '../ledgers/roster.mjs'
import { readRows } from './readers.mjs'
import { runTask, task } from './task.mjs'

let rows
await runTask(
  async () => {
    rows = await readRows(task)
  },
  // A fast reader of wrong texts is worth nothing.
  { after: async () => ({ wrong: await wrongCells(rows, task.texts) }) },
)
