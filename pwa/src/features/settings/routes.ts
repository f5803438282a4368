import type { RouteRecordRaw } from 'vue-router'
import './installPrompt'

export const routes: RouteRecordRaw[] = [
  { path: '/me', component: () => import('./SettingsPage.vue'), meta: { texts: ['settings', 'identity', 'residents', 'family', 'tasks'] } },
  { path: '/install', component: () => import('./InstallPage.vue'), meta: { texts: ['settings'], is_public: true } },
]
