import type { Documents } from '@/db/documents'
import type { PackageBody, VisitBody } from '../shared/documents'
import { ruleTable } from '../shared/ruleTables'
import { bookable, type VisitBooking } from './bookable'
import type { Person } from './people'
import { doneLately, itemCodes, toCome, type SeenVisit } from './plan'
import { readCalls, readContract, readItems } from './readHome'

/** What can be asked for on a day, and where to ring when it is none of it. */
export async function readBooking(docs: Documents, person: Person, on: string) {
  const [views, contract, items, packages, booking, calls] = await Promise.all([
    docs.ofResident<SeenVisit>('visit', person.id), readContract(docs, person), readItems(docs), docs.all<PackageBody>('package'),
    ruleTable<VisitBooking>(docs, 'visit_booking'), readCalls(docs, person),
  ])
  const visits = views.map(({ body }) => body)
  const asked_here = views.filter(({ pending }) => pending.some(({ kind }) => kind === 'visits.request')).map(({ body }) => body)
  const choices = bookable({
    contract, items: [...items.values()], packages: packages.map(({ body }) => body), booking, on,
    done_codes: doneLately(visits).flatMap((visit) => itemCodes(visit)),
    pending_codes: toCome(asked_here, on).flatMap((visit) => itemCodes(visit)),
    lives_in_home: !!person.resident.elder_home_id,
  })
  return { choices, items, contract, booking, is_signed: contract?.status === 'active', ...calls, visits: visits as VisitBody[] }
}
