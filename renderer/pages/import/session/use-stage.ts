import { useSyncExternalStore } from 'react'
import { currentStage, type Stage, subscribeStage } from './stage.ts'

/** Where the import stands, drawn again at each step. */
export const useImportStage = (): Stage => useSyncExternalStore(subscribeStage, currentStage)
