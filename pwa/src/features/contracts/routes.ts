import type { RouteRecordRaw } from 'vue-router'
import { FAMILY } from '../family/roles'
import { STAFF } from '../shared/me'

export const routes: RouteRecordRaw[] = [
  {
    path: '/contracts/:contract_id?',
    component: () => import('./ContractPage.vue'),
    props: ({ params }) => ({ contract_id: params.contract_id ?? '' }),
    meta: { roles: STAFF, texts: ['contracts', 'residents', 'paper'], elsewhere: () => '/contract' },
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
    meta: { roles: STAFF, texts: ['contracts', 'residents', 'visits', 'family', 'paper'] },
  },
  {
    path: '/contracts/:contract_id/change',
    component: () => import('./AmendSignPage.vue'),
    props: true,
    meta: { roles: STAFF, texts: ['contracts', 'paper'] },
  },
  {
    path: '/overview/void/:code?',
    component: () => import('./VoidPage.vue'),
    props: ({ params }) => ({ code: params.code ?? '' }),
    meta: { roles: ['supervisor'], texts: ['contracts', 'paper'] },
  },
  {
    path: '/contracts/:contract_id/page',
    component: () => import('./ReadPage.vue'),
    props: true,
    meta: { roles: [...STAFF, ...FAMILY], texts: ['contracts', 'paper'] },
  },
  {
    path: '/contract/sign/:contract_id',
    component: () => import('./OwnSignPage.vue'),
    props: true,
    meta: { roles: FAMILY, texts: ['contracts', 'paper', 'identity'] },
  },
  {
    path: '/verify/:code',
    component: () => import('./VerifyPage.vue'),
    props: true,
    meta: { is_public: true, texts: ['paper', 'core'] },
  },
]
