import type { Role } from '@/api/session'

/** Whose pages these are: the elder's own, and those of the family who help. */
export const FAMILY: readonly Role[] = ['resident', 'proxy']
