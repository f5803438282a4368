import type { IconName } from './icons'

/** One thing that can be done to a row, offered by a swipe and in the row's 更多 menu alike. */
export interface RowAction {
  id: string
  /** A verb or a plain fact: 改时间, 没见到人. */
  label: string
  icon: IconName
}
