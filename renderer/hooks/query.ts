import {
  QueryClient,
  type UseQueryResult,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect, useRef } from 'react'
import type { Answer, Argument, RequestName } from '../../shared/ipc.ts'
import { call, on } from '../api.ts'
import { sentenceOf } from '../messages.ts'

/** Nothing is fetched twice until the main process says that data changed; the data is on this machine. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
})

/** Reads by request name and argument; read again by itself whenever data changes. */
export const useRequest = <N extends RequestName>(
  name: N,
  argument: Argument<N>,
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<Answer<N>> =>
  useQuery<Answer<N>>({
    queryKey: [name, argument],
    queryFn: () => call(name, argument),
    enabled: options.enabled ?? true,
    // What was on screen stays there while the new answer is fetched: nothing jumps.
    placeholderData: (previous) => previous,
  })

/** The same request with several arguments at once, e.g. the pages of a long list. */
export const useRequests = <N extends RequestName>(
  name: N,
  requested: readonly Argument<N>[],
): readonly UseQueryResult<Answer<N>>[] =>
  useQueries({
    queries: requested.map((argument) => ({
      queryKey: [name, argument],
      queryFn: () => call(name, argument),
    })),
  }) as unknown as readonly UseQueryResult<Answer<N>>[]

/** A job may write hundreds of times: the first change shows at once, the next ones at most this often, in ms. */
const rest = 250

/** Calls `listener` when the database changed: at once, and during many changes at most every 250 ms. */
export const useDataChanged = (listener: () => void): void => {
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => {
    let resting: ReturnType<typeof setTimeout> | null = null
    let again = false
    const read = () => {
      again = false
      latest.current()
      resting = setTimeout(() => {
        resting = null
        if (again) read()
      }, rest)
    }
    const stop = on('data.changed', () => {
      if (resting === null) read()
      else again = true
    })
    return () => {
      stop()
      if (resting !== null) clearTimeout(resting)
    }
  }, [])
}

/** Once, in the frame: every change in the database makes all that is on screen be read again. */
export const useFreshData = (): void => {
  const client = useQueryClient()
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null)
  useDataChanged(() => {
    void client.invalidateQueries({ predicate: ({ queryKey }) => !isBeside(queryKey[0]) })
    if (waiting.current !== null) clearTimeout(waiting.current)
    waiting.current = setTimeout(
      () => void client.invalidateQueries({ predicate: ({ queryKey }) => isBeside(queryKey[0]) }),
      later,
    )
  })
}

/** Counts beside the rows of a list take long at scale: what was changed is shown first, they follow. */
const beside: ReadonlySet<unknown> = new Set<RequestName>(['tree.marks', 'duplicate.list'])
const isBeside = (name: unknown): boolean => beside.has(name)
/** ms */
const later = 300

/**
 * An edit. Shows the sentence when it fails; answers undefined then, and when the one before it is still on its
 * way: a second Enter or click must not save a voucher twice.
 */
export const useCommand = <N extends RequestName>(name: N) => {
  const { message } = App.useApp()
  const mutation = useMutation({ mutationFn: (argument: Argument<N>) => call(name, argument) })
  const running = useRef(false)
  const run = async (argument: Argument<N>): Promise<Answer<N> | undefined> => {
    if (running.current) return undefined
    running.current = true
    try {
      return await mutation.mutateAsync(argument)
    } catch (error) {
      const sentence = sentenceOf(error)
      if (sentence !== null) message.error(sentence, 8)
      return undefined
    } finally {
      running.current = false
    }
  }
  return { run, busy: mutation.isPending }
}
