import type { ClinicianBody, ContractBody, FollowUpBody, ServiceItemBody, VisitBody, VisitLine } from '../shared/documents'

/** Documents for tests: what a test does not name stands as a plain day would have it. */

export const TODAY = '2026-11-24'
/** 10:46 in China. */
export const NOW = Date.parse('2026-11-24T02:46:00Z')

export function at(hour: number, minute = 0, on = TODAY): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + ((hour - 8) * 60 + minute) * 60_000).toISOString()
}

export function line(resident_id: string, item_code: string, outcome: VisitLine['outcome'] = 'planned'): VisitLine {
  return { id: `${resident_id}-${item_code}`, resident_id, item_code, outcome, contract_id: null, is_over_quota: false }
}

export function visit(id: string, more: Partial<VisitBody> = {}): VisitBody {
  const services = more.services ?? [line(`r-${id}`, 'D01')]
  return {
    id, team_id: 'team', status: 'scheduled', resident_ids: [...new Set(services.map(({ resident_id }) => resident_id))], clinician_ids: [],
    place_text: null, village: '石板桥', latitude: 30.8, longitude: 106.08, wish_on: null, wish_part: 'any', wish_note: null, source: 'app_resident',
    requested_at: at(9), planned_start_at: null, planned_end_at: null, order_no: null, departed_at: null, started_at: null, ended_at: null, end_reason: null,
    next_visit_on: null, check_in: null, check_out: null, confirmation: null, contact_attempts: [], verified_at: null, version: 3, ...more, services,
  }
}

/** A visit of these people from one time to another, today. */
export function planned(id: string, clinician_ids: string[], from: [number, number?], until: [number, number?], more: Partial<VisitBody> = {}): VisitBody {
  return visit(id, { clinician_ids, planned_start_at: at(...from), planned_end_at: at(...until), ...more })
}

export function check(more: Partial<NonNullable<VisitBody['check_in']>> = {}): NonNullable<VisitBody['check_in']> {
  return {
    occurred_at: at(9), verdict: 'inside', distance_metres: 40, accuracy_metres: 15, reason_code: null, action_code: null, is_clock_doubtful: false, ...more,
  }
}

export function clinician(id: string, profession: ClinicianBody['profession'], more: Partial<ClinicianBody> = {}): ClinicianBody {
  return { id, organization_id: 'centre', name: id, profession, title: 'intermediate', worked_since_on: '2010-07-01', certificates: [], team_ids: ['team'], ...more }
}

export function contract(resident_id: string, starts_on: string, more: Partial<ContractBody> = {}): ContractBody {
  return { id: `c-${resident_id}`, resident_id, team_id: 'team', status: 'active', package_ids: [], starts_on, ends_on: '2027-12-31', entitlements: [], ...more }
}

export function followUp(resident_id: string, due_on: string, more: Partial<FollowUpBody> = {}): FollowUpBody {
  return { id: `f-${resident_id}`, resident_id, programme: 'hypertension', due_on, status: 'due', done_at: null, ...more }
}

export function item(code: string, asked: Partial<ServiceItemBody>): ServiceItemBody {
  return {
    id: code, code, category: code[0]!, name: code, name_en: code, roles: [], places: ['home'], minutes: 30, price_fen: null, is_example_price: true,
    needs_two: false, needs_each_role: false, certificate: null, ...asked,
  }
}
