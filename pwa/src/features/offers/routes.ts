import type { RouteRecordRaw } from 'vue-router'

const roles = ['manager', 'admin'] as const
const texts = ['offers', 'catalogue', 'residents', 'fees', 'reports', 'tasks']

export const routes: RouteRecordRaw[] = [
  { path: '/packages', component: () => import('./ListPage.vue'), meta: { roles, home_of: ['admin'], texts } },
  { path: '/packages/:package_id', component: () => import('./DraftPage.vue'), meta: { roles, texts } },
]
