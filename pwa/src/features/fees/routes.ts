import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/fees/:team_id?', component: () => import('./FeesPage.vue'), meta: { roles: ['team_leader', 'manager', 'supervisor'], texts: ['residents', 'fees', 'reports'] } },
  { path: '/bills', component: () => import('./BillsPage.vue'), meta: { roles: ['team_leader'], texts: ['fees', 'residents'] } },
  { path: '/bills/:resident_id/:visit_id', component: () => import('./BillPage.vue'), props: true, meta: { roles: ['team_leader'], texts: ['fees', 'residents', 'visits'] } },
]
