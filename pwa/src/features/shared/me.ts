import { clinicianId, session, type Role } from '@/api/session'

/** Who holds this phone. Pages open for somebody signed in as staff, and are made anew when somebody else signs in. */

export const STAFF: readonly Role[] = ['clinician', 'team_leader']

export function myClinicianId(): string {
  const membership = session()?.membership
  return (membership && clinicianId(membership)) ?? ''
}

export function isLeader(): boolean {
  return session()?.membership?.role === 'team_leader'
}

export function myMembershipId(): string {
  return session()?.membership?.id ?? ''
}

export function myName(): string {
  return session()?.membership?.name ?? ''
}
