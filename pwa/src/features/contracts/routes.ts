import type { RouteRecordRaw } from 'vue-router'
import { STAFF } from '../shared/me'

export const routes: RouteRecordRaw[] = [
  {
    path: '/contracts/:contract_id?',
    component: () => import('./ContractPage.vue'),
    props: ({ params }) => ({ contract_id: params.contract_id ?? '' }),
    meta: { roles: STAFF, texts: ['contracts', 'residents'], elsewhere: () => '/contract' },
  },
  {
    path: '/residents/:resident_id/household',
    component: () => import('./HouseholdPage.vue'),
    props: true,
    meta: { roles: STAFF, texts: ['contracts', 'residents'] },
  },
  {
    path: '/residents/:resident_id/sign',
    component: () => import('./SignPage.vue'),
    props: true,
    meta: { roles: STAFF, texts: ['contracts', 'residents', 'visits', 'family'] },
  },
]
