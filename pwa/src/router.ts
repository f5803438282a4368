import { createRouter, createWebHistory, START_LOCATION, type RouteLocationNormalized, type RouteLocationRaw, type RouteRecordRaw } from 'vue-router'
import { session, type Role } from './api/session'
import { hasPin } from './db/vault'
import { loadTexts } from './i18n'

declare module 'vue-router' {
  interface RouteMeta {
    /** Shown to everybody; all others need somebody signed in. */
    is_public?: boolean
    /** Whose first page this is. */
    home_of?: readonly Role[]
    /** Who may come here; without it everybody who is signed in. */
    roles?: readonly Role[]
    /** Where others who follow a link here find the same thing. */
    elsewhere?: (to: RouteLocationNormalized) => RouteLocationRaw
    /** Features whose texts the page shows: fetched before it opens. */
    texts?: readonly string[]
  }
}

/** Every feature exports its pages as `routes` from `features/<name>/routes.ts`; nothing else is needed to add one. */
const tables = import.meta.glob<readonly RouteRecordRaw[]>('./features/*/routes.ts', { eager: true, import: 'routes' })
const pages = Object.values(tables).flat()
const NOWHERE: RouteRecordRaw = { path: '/:rest(.*)*', name: 'nowhere', component: () => import('./NowherePage.vue'), meta: { is_public: true } }

export const router = createRouter({
  history: createWebHistory(),
  routes: [{ path: '/', name: 'home', redirect: home }, ...pages, NOWHERE],
  // The first page is at its top by itself; to ask for that would lay it out before it has anything to show.
  scrollBehavior: (_to, from, saved) => saved ?? (from !== START_LOCATION && { top: 0 }),
})

router.beforeEach(async (to) => {
  await loadTexts(to.matched.flatMap(({ meta }) => meta.texts ?? []))
  if (to.meta.is_public) return true
  const role = session()?.membership?.role
  if (!role) return { name: 'signin', query: { next: to.fullPath } }
  const { id, needs_pin } = session()!.account
  if (needs_pin && to.name !== 'pin' && !(await hasPin(id))) return { name: 'pin', query: { next: to.fullPath } }
  if (!to.meta.roles || to.meta.roles.includes(role)) return true
  return to.meta.elsewhere?.(to) ?? { name: 'nowhere', params: { rest: to.path.slice(1).split('/') } }
})

/** Begins to fetch what a page needs, before anybody has decided that it may be shown. */
export function fetchPage(path: string): void {
  for (const { components, meta } of router.resolve(path).matched) {
    void loadTexts(meta.texts ?? [])
    const part = components?.default
    // What cannot be fetched is missed again, and told, when the page opens.
    if (typeof part === 'function') void (part as () => Promise<unknown>)().catch(() => undefined)
  }
}

router.onError((error, to) => {
  // After an update the old page's parts are gone from the server: the new page has its own. What is being written is safe
  // in the database. Once only, or a part that is really missing would reload for ever.
  if (!isMissingPart(error) || !navigator.onLine || sessionStorage.getItem('reloaded_for') === to.fullPath) return
  sessionStorage.setItem('reloaded_for', to.fullPath)
  location.assign(to.fullPath)
})

/** The first page of whoever is signed in. */
function home(): RouteLocationRaw {
  const role = session()?.membership?.role
  if (!role) return { name: 'signin' }
  const first = pages.find(({ meta }) => meta?.home_of?.includes(role))
  return first ? first.path.replace(/\/:.*/, '') : { name: 'nowhere', params: { rest: [role] } }
}

function isMissingPart(error: unknown): boolean {
  return error instanceof TypeError && /import|module|fetch/i.test(error.message)
}
