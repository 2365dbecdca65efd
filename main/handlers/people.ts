import type { HandlersOf } from '../../shared/ipc.ts'
import type { SavedFile } from '../../shared/models/app.ts'
import type { ListedPerson, PeopleColumnKey } from '../../shared/models/people-list.ts'
import { peopleColumnTexts } from '../../shared/people-columns.ts'
import type { PeopleFilter, PeopleSort, peopleRequests } from '../../shared/requests/people.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import type { Context } from '../context.ts'
import { listedPeople, loadPeopleIds, loadPeoplePage } from '../database/people-page.ts'
import { findPeopleOptions } from '../database/search.ts'
import { writeFileAtomic } from '../export/write-file.ts'
import type { Job } from '../jobs.ts'
import { savedFile } from '../tickets.ts'
import { runTask } from '../workers/run.ts'

const today = (): string => dayOf(new Date())

/** People per query while all of them are read. */
const partSize = 1000

/** All who fit, in their order, masked. */
export const allPeople = async (
  context: Context,
  filter: PeopleFilter,
  sort: PeopleSort,
  job?: Job,
): Promise<readonly ListedPerson[]> => {
  const ids = await loadPeopleIds(context.database(), filter, sort, today())
  const people: ListedPerson[] = []
  for (let from = 0; from < ids.length; from += partSize) {
    job?.check()
    people.push(...(await listedPeople(context.database(), ids.slice(from, from + partSize))))
    job?.report({ kind: 'reading', done: people.length, total: ids.length })
  }
  return people
}

interface Asked {
  readonly filter: PeopleFilter
  readonly sort: PeopleSort
  readonly columns: readonly PeopleColumnKey[]
}

const exportPeople = async (context: Context, asked: Asked, job: Job): Promise<SavedFile | null> => {
  const filters = [{ name: 'Excel 工作簿', extensions: ['xlsx'] }]
  const path = await context.desktop.chooseTarget('导出人员名单', `人员名单 ${today()}.xlsx`, filters)
  if (path === null) return null
  const people = await allPeople(context, asked.filter, asked.sort, job)
  const columns = asked.columns.map((key) => peopleColumnTexts[key])
  const sheet = {
    columns: columns.map(({ title, width }) => ({ title, width: Math.round(width / 7) })),
    rows: people.map((person) => columns.map((column) => column.text(person))),
  }
  job.report({ kind: 'laying-out', done: 0, total: 0 })
  const bytes = await runTask('people-workbook', sheet, job.signal)
  job.check()
  job.report({ kind: 'saving', done: 0, total: 0 })
  await writeFileAtomic(path, bytes)
  return savedFile(context.saved, path)
}

export const peopleHandlers: HandlersOf<typeof peopleRequests, Context> = {
  'person.page': (asked, { database }) => loadPeoplePage(database(), asked, today()),
  'person.options': ({ text }, { database }) => findPeopleOptions(database(), text),
  'person.export': ({ jobId, ...asked }, context) =>
    context.jobs.run(jobId, (job) => exportPeople(context, asked, job)),
}
