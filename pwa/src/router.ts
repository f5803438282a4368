import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'

/** Every feature exports its pages as `routes` from `features/<name>/routes.ts`; nothing else is needed to add one. */
const tables = import.meta.glob<RouteRecordRaw[]>('./features/*/routes.ts', { eager: true, import: 'routes' })

export const router = createRouter({ history: createWebHistory(), routes: Object.values(tables).flat() })
