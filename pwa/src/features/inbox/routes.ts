import type { RouteRecordRaw } from 'vue-router'
import { STAFF } from '../shared/me'

export const routes: RouteRecordRaw[] = [
  {
    path: '/inbox',
    component: () => import('./InboxPage.vue'),
    meta: { roles: STAFF, texts: ['outbox', 'tasks', 'residents', 'visits', 'contracts', 'followups', 'prescriptions', 'identity', 'core'] },
  },
]
