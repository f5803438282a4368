import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/packages/:package_id?', component: () => import('./OffersPage.vue'), meta: { roles: ['manager', 'admin'], home_of: ['admin'], texts: ['offers', 'fees', 'reports', 'residents'] } },
]
