import type { Documents } from '@/db/documents'
import type { ClinicianBody } from '../shared/documents'
import { isLeader, myClinicianId } from '../shared/me'

/** A doctor or the leader takes somebody on; others hand the application to them. */
const REVIEWERS = ['doctor', 'tcm_doctor']

export async function teamsToReviewFor(docs: Documents): Promise<string[]> {
  const me = await docs.get<ClinicianBody>('clinician', myClinicianId())
  return me && (isLeader() || REVIEWERS.includes(me.body.profession)) ? [...me.body.team_ids] : []
}
