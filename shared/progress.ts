/** Progress of a job. `done` and `total` count `unit`s; a total of 0 means it is not known yet. */
export type Progress =
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'checking'; readonly done: number; readonly total: number }
  | { readonly kind: 'planning'; readonly done: number; readonly total: number }
  | { readonly kind: 'writing'; readonly done: number; readonly total: number }
  | { readonly kind: 'laying-out'; readonly done: number; readonly total: number }
  | { readonly kind: 'saving'; readonly done: number; readonly total: number }

export interface JobProgress {
  readonly jobId: string
  readonly progress: Progress
}
