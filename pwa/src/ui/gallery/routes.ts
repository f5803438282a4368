import type { RouteRecordRaw } from 'vue-router'

/** Every part in every state, for whoever builds a screen and for the checks of contrast and size. Not for users. */
export const routes: RouteRecordRaw[] = [{ path: '/parts', component: () => import('./GalleryPage.vue') }]
