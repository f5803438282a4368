import type { RouteRecordRaw } from 'vue-router'

/** One question an address, so that the phone's own way back goes one question back. */
export const routes: RouteRecordRaw[] = [
  {
    path: '/signin/:step(phone|password|code|birth|authenticator|enrol|person)?',
    name: 'signin',
    component: () => import('./SigninPage.vue'),
    meta: { is_public: true, texts: ['signin', 'identity', 'core'] },
  },
]
