import type { RouteRecordRaw } from 'vue-router'
import { FAMILY } from '../family/roles'

export const routes: RouteRecordRaw[] = [
  { path: '/refill', component: () => import('./RefillPage.vue'), meta: { roles: FAMILY, texts: ['refills', 'family', 'prescriptions', 'residents'] } },
]
