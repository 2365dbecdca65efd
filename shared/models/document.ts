/** A scanned file as the window knows it: its bytes stay with the main process. */
export interface AttachedFile {
  readonly id: string
  readonly name: string
  /** Bytes. */
  readonly size: number
}
