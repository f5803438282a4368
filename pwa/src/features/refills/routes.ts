import type { RouteRecordRaw } from 'vue-router'
import { FAMILY } from '../family/people'

export const routes: RouteRecordRaw[] = [
  { path: '/refill', component: () => import('./RefillPage.vue'), meta: { roles: FAMILY, texts: ['refills', 'family', 'prescriptions', 'residents'] } },
]
