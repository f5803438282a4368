import type { RouteRecordRaw } from 'vue-router'
import { STAFF } from '../shared/me'

export const routes: RouteRecordRaw[] = [
  {
    path: '/day',
    component: () => import('./DayPage.vue'),
    meta: { roles: STAFF, home_of: ['clinician'], texts: ['tasks', 'residents', 'visits', 'outbox'] },
  },
]
