import type { RouteRecordRaw } from 'vue-router'

/** Every part in every state, for whoever builds a screen and for the checks of contrast and size; not in what is shipped. */
export const routes: RouteRecordRaw[] = import.meta.env.DEV ? [{ path: '/parts', component: () => import('./GalleryPage.vue'), meta: { is_public: true } }] : []
