import type { RouteRecordRaw } from 'vue-router'

const roles = ['team_leader'] as const
const texts = ['team', 'tasks', 'residents', 'visits', 'catalogue', 'fulfilment']

export const routes: RouteRecordRaw[] = [
  { path: '/team', component: () => import('./BoardPage.vue'), meta: { roles, home_of: roles, texts } },
  { path: '/team/days/:clinician_id', component: () => import('./OrderPage.vue'), props: true, meta: { roles, texts } },
  { path: '/team/quiet', component: () => import('./QuietPage.vue'), meta: { roles, texts } },
]
