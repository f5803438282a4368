import type { RouteRecordRaw } from 'vue-router'
import { STAFF } from '../shared/me'

export const routes: RouteRecordRaw[] = [
  {
    path: '/residents/:resident_id/sign',
    component: () => import('./SignPage.vue'),
    props: true,
    meta: { roles: STAFF, texts: ['contracts', 'residents', 'visits', 'family'] },
  },
]
