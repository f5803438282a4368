import type { RouteRecordRaw } from 'vue-router'

const roles = ['manager', 'supervisor'] as const

export const routes: RouteRecordRaw[] = [
  { path: '/overview', component: () => import('./OverviewPage.vue'), meta: { roles, home_of: roles, texts: ['reports', 'tasks', 'catalogue', 'fulfilment'] } },
  { path: '/overview/indicators', component: () => import('./IndicatorsPage.vue'), meta: { roles, texts: ['reports'] } },
  { path: '/overview/indicators/:code', component: () => import('./IndicatorPage.vue'), meta: { roles, texts: ['reports'] } },
  { path: '/overview/exports', component: () => import('./ExportsPage.vue'), meta: { roles, texts: ['reports', 'residents'] } },
  { path: '/overview/sync', component: () => import('./SyncPage.vue'), meta: { roles: ['manager', 'admin'], texts: ['reports', 'visits', 'contracts', 'followups', 'prescriptions', 'residents'] } },
]
