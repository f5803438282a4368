import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/fees/:team_id?', component: () => import('./FeesPage.vue'), meta: { roles: ['team_leader', 'manager', 'supervisor'], texts: ['residents', 'fees', 'reports'] } },
]
