import type { RouteRecordRaw } from 'vue-router'
import { FAMILY } from './roles'

const daily = () => import('./dailyPages')
const booking = () => import('./bookingPages')
const own = () => import('./ownPages')

const texts = ['family', 'residents', 'visits', 'prescriptions', 'contracts', 'sync', 'fulfilment', 'paper']
const meta = { roles: FAMILY, texts }
const of_elder = { roles: ['resident'] as const, texts: [...texts, 'catalogue'] }

/** The pages of elders and of the family who help them. */
export const routes: RouteRecordRaw[] = [
  { path: '/home', component: () => daily().then(({ HomePage }) => HomePage), meta: { ...meta, home_of: FAMILY } },
  { path: '/plan', component: () => daily().then(({ PlanPage }) => PlanPage), meta },
  { path: '/appointments/:visit_id', component: () => daily().then(({ VisitPage }) => VisitPage), meta },
  { path: '/contact', component: () => daily().then(({ ContactPage }) => ContactPage), meta },
  { path: '/messages', component: () => daily().then(({ MessagesPage }) => MessagesPage), meta },
  { path: '/book', component: () => booking().then(({ BookWhatPage }) => BookWhatPage), meta },
  { path: '/book/when', component: () => booking().then(({ BookWhenPage }) => BookWhenPage), meta },
  { path: '/book/confirm', component: () => booking().then(({ BookConfirmPage }) => BookConfirmPage), meta },
  { path: '/contract', component: () => own().then(({ ContractPage }) => ContractPage), meta: { ...of_elder, roles: FAMILY } },
  { path: '/helpers', component: () => own().then(({ HelpersPage }) => HelpersPage), meta: of_elder },
  { path: '/helpers/new', component: () => own().then(({ HelperNewPage }) => HelperNewPage), meta: of_elder },
  { path: '/consents', component: () => own().then(({ ConsentsPage }) => ConsentsPage), meta: of_elder },
]
