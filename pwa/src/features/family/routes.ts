import type { RouteRecordRaw } from 'vue-router'
import { FAMILY } from './people'

const meta = { roles: FAMILY, texts: ['family', 'residents', 'visits'] }
const with_contract = { roles: FAMILY, texts: [...meta.texts, 'contracts', 'catalogue'] }
const with_news = { roles: FAMILY, texts: [...meta.texts, 'prescriptions', 'contracts', 'sync'] }

/** The pages of elders and of the family who help them. */
export const routes: RouteRecordRaw[] = [
  { path: '/home', component: () => import('./HomePage.vue'), meta: { ...with_news, home_of: FAMILY } },
  { path: '/book', component: () => import('./BookWhatPage.vue'), meta },
  { path: '/book/when', component: () => import('./BookWhenPage.vue'), meta },
  { path: '/book/confirm', component: () => import('./BookConfirmPage.vue'), meta },
  { path: '/plan', component: () => import('./PlanPage.vue'), meta },
  { path: '/appointments/:visit_id', component: () => import('./VisitPage.vue'), meta },
  { path: '/contact', component: () => import('./ContactPage.vue'), meta },
  { path: '/messages', component: () => import('./MessagesPage.vue'), meta: with_news },
  { path: '/contract', component: () => import('./ContractPage.vue'), meta: with_contract },
  { path: '/helpers', component: () => import('./HelpersPage.vue'), meta: { ...meta, roles: ['resident'] } },
  { path: '/helpers/new', component: () => import('./HelperNewPage.vue'), meta: { ...meta, roles: ['resident'] } },
  { path: '/consents', component: () => import('./ConsentsPage.vue'), meta: { ...meta, roles: ['resident'] } },
]
