import type { RouteRecordRaw } from 'vue-router'
import { afterFirstPage } from '@/firstPage'
import './installOffer'

// Whether it was put on the home screen is noticed without a page of ours.
if (typeof window !== 'undefined') void afterFirstPage().then(() => import('./installPrompt'))

export const routes: RouteRecordRaw[] = [
  { path: '/me', component: () => import('./SettingsPage.vue'), meta: { texts: ['settings', 'identity', 'residents', 'family', 'tasks', 'outbox'] } },
  { path: '/me/authenticator', component: () => import('./AuthenticatorPage.vue'), meta: { texts: ['identity', 'settings'] } },
  { path: '/wiped', component: () => import('./WipedPage.vue'), meta: { texts: ['settings', 'outbox', 'residents', 'tasks'] } },
  { path: '/install', component: () => import('./InstallPage.vue'), meta: { texts: ['settings'], is_public: true } },
]
