import type { RouteRecordRaw } from 'vue-router'

// The browser makes its offer early and once: whoever shows it later must not have missed it.
if (typeof window !== 'undefined') void import('./installPrompt')

export const routes: RouteRecordRaw[] = [
  { path: '/me', component: () => import('./SettingsPage.vue'), meta: { texts: ['settings', 'identity', 'residents', 'family', 'tasks', 'outbox'] } },
  { path: '/me/authenticator', component: () => import('./AuthenticatorPage.vue'), meta: { texts: ['identity', 'settings'] } },
  { path: '/wiped', component: () => import('./WipedPage.vue'), meta: { texts: ['settings', 'outbox', 'residents', 'tasks'] } },
  { path: '/install', component: () => import('./InstallPage.vue'), meta: { texts: ['settings'], is_public: true } },
]
