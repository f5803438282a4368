/** What every step of a visit puts on its page's frame. */
export interface VisitFrame {
  title: string
  quiet: boolean
  back: string
  to: string
}
