import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/calls', component: () => import('./CallsPage.vue'), meta: { roles: ['clinician', 'team_leader'], texts: ['fulfilment', 'residents', 'team', 'tasks'] } },
  { path: '/overview/findings', component: () => import('./OfficePage.vue'), meta: { roles: ['manager', 'supervisor'], texts: ['fulfilment', 'reports', 'visits', 'residents'] } },
]
