import type { RouteRecordRaw } from 'vue-router'

const roles = ['team_leader', 'manager', 'supervisor'] as const
const texts = ['fees', 'reports', 'catalogue', 'visits', 'residents', 'team', 'tasks']

export const routes: RouteRecordRaw[] = [
  { path: '/fees', component: () => import('./StatementsPage.vue'), meta: { roles, texts } },
  { path: '/fees/:team_id', component: () => import('./StatementPage.vue'), meta: { roles, texts } },
]
