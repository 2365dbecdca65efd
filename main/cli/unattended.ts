import { AppError } from '../../shared/errors.ts'
import type { Desktop } from '../context.ts'

const nobody = (): never => {
  throw new AppError('internal')
}

/** Without a window there is nobody to ask. */
export const unattendedDesktop: Desktop = {
  chooseFile: nobody,
  chooseFiles: nobody,
  chooseTarget: nobody,
  openFile: nobody,
  revealFile: nobody,
}
