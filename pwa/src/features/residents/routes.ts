import type { RouteRecordRaw } from 'vue-router'
import { STAFF } from '../shared/me'

const meta = { roles: STAFF, texts: ['residents', 'visits', 'tasks'] }

export const routes: RouteRecordRaw[] = [
  { path: '/residents', component: () => import('./ResidentsPage.vue'), meta: { ...meta, texts: [...meta.texts, 'fulfilment'] } },
  { path: '/residents/:resident_id', component: () => import('./ResidentPage.vue'), props: true, meta: { ...meta, texts: [...meta.texts, 'contracts', 'followups', 'outbox', 'fulfilment'] } },
  { path: '/residents/:resident_id/follow-up', component: () => import('../followups/FollowUpPage.vue'), props: true, meta: { ...meta, texts: [...meta.texts, 'followups'] } },
  { path: '/residents/:resident_id/book', component: () => import('./BookPage.vue'), props: true, meta },
]
