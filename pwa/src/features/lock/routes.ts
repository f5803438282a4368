import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/me/lock', name: 'pin', component: () => import('./PinPage.vue'), meta: { texts: ['lock'] } },
]
