import type { RouteRecordRaw } from 'vue-router'
import { STAFF } from '../shared/me'

export const routes: RouteRecordRaw[] = [
  {
    path: '/visits/:visit_id',
    component: () => import('./VisitPage.vue'),
    props: true,
    meta: {
      roles: STAFF, texts: ['visits', 'residents', 'followups', 'outbox'],
      elsewhere: ({ params }) => `/appointments/${String(params.visit_id)}`,
    },
  },
]
