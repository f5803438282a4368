import type { RouteRecordRaw } from 'vue-router'
import { FAMILY } from './people'

const TEXTS = ['family', 'residents', 'visits']
const meta = { roles: FAMILY, texts: TEXTS }

/** The pages of elders and of the family who help them. */
export const routes: RouteRecordRaw[] = [
  { path: '/home', component: () => import('./HomePage.vue'), meta: { ...meta, home_of: FAMILY } },
  { path: '/book', component: () => import('./BookWhatPage.vue'), meta },
  { path: '/book/when', component: () => import('./BookWhenPage.vue'), meta },
  { path: '/book/confirm', component: () => import('./BookConfirmPage.vue'), meta },
  { path: '/plan', component: () => import('./PlanPage.vue'), meta },
  { path: '/appointments/:visit_id', component: () => import('./VisitPage.vue'), meta },
  { path: '/contact', component: () => import('./ContactPage.vue'), meta },
]
