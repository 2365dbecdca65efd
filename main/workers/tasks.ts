import type { Statement } from '../../shared/models/statement.ts'
import type { Progress } from '../../shared/progress.ts'
import type { PeopleSheet } from '../export/people-workbook.ts'
import type { Template } from '../export/template.ts'
import type { Reading } from '../pinyin.ts'
import type { TaskChannel } from './channel.ts'

/**
 * A task: a plain function that may take long. Argument, parts and answer must be structured-cloneable.
 * To add one, write the function and add a line to `tasks`; import what is heavy inside it.
 */
export type Task<Argument, Answer> = (argument: Argument, channel: TaskChannel) => Promise<Answer>

/** Everything that runs off the main thread, by name. */
export const tasks = {
  /** Pinyin dictionaries take 0.1 s to load: too long for the main thread. */
  pinyin: async (argument: {
    readonly people: readonly string[]
    readonly units: readonly string[]
    /** Name → how its surname is read, where the dictionary has it wrong. */
    readonly surnames?: Readonly<Record<string, string>>
  }): Promise<Readings> => {
    const { pinyinOf } = await import('../pinyin.ts')
    const read = (names: readonly string[], kind: 'person' | 'unit') =>
      Object.fromEntries(names.map((name) => [name, pinyinOf(name, kind, argument.surnames?.[name])]))
    return { people: read(argument.people, 'person'), units: read(argument.units, 'unit') }
  },

  'people-workbook': async (people: PeopleSheet): Promise<Uint8Array> => {
    const { peopleWorkbook } = await import('../export/people-workbook.ts')
    return peopleWorkbook(people)
  },

  'template-workbook': async (template: Template): Promise<Uint8Array> => {
    const { templateWorkbook } = await import('../export/template-workbook.ts')
    return templateWorkbook(template)
  },

  'statement-workbook': async (statement: Statement): Promise<Uint8Array> => {
    const { statementWorkbook } = await import('../export/statement-workbook.ts')
    return statementWorkbook(statement)
  },
}

/** Name → its reading, for people and for units. */
export interface Readings {
  readonly people: Readonly<Record<string, Reading>>
  readonly units: Readonly<Record<string, Reading>>
}

type Tasks = typeof tasks
export type TaskName = keyof Tasks
export type TaskArgument<N extends TaskName> = Parameters<Tasks[N]>[0]
export type TaskAnswer<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>

/** What the worker thread says. */
export type WorkerMessage =
  | { readonly kind: 'part'; readonly part: unknown }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly value: unknown }
  | {
      readonly kind: 'failed'
      readonly code: string | null
      readonly facts: Readonly<Record<string, string | number>>
      readonly text: string
    }
