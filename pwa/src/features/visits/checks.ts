import { localTime } from '@/i18n/calendar'
import type { Docs } from '@/sync'
import type { CheckBody, RuleTableBody, VisitBody } from '../shared/documents'
import { inForce } from '../shared/ruleTables'
import type { Position, Where } from './payloads'
import { verdict, type Finding, type Geofence } from './verdict'

/** A check-in or check-out as this phone sees it: the same rule as the server's, over the same table. */

type Home = Pick<VisitBody, 'latitude' | 'longitude'>

export function checkOf(docs: Docs, home: Home, where: Where, at: { occurred_at: string; is_clock_doubtful: boolean }): CheckBody {
  const { occurred_at, is_clock_doubtful } = at
  const blank: CheckBody = {
    occurred_at, is_clock_doubtful, verdict: 'unknown', distance_metres: null, accuracy_metres: null, reason_code: null, action_code: null,
  }
  return located(docs, home, blank, where)
}

/** What came later for a check: the first position stays, an answer may be given anew. */
export function located(docs: Docs, home: Home, check: CheckBody, { position, reason_code, action_code }: Where): CheckBody {
  const fence = inForce<Geofence>(docs.all<RuleTableBody>('rule_table'), 'geofence', localTime(check.occurred_at).on)
  const is_new = position && fence && check.accuracy_metres === null && check.distance_metres === null
  return {
    ...check,
    ...(is_new ? { ...found(home, position, fence), accuracy_metres: position.accuracy_metres } : {}),
    reason_code: reason_code ?? check.reason_code,
    action_code: action_code ?? check.action_code,
  }
}

export function found({ latitude, longitude }: Home, here: Position, fence: Geofence): Finding {
  const home = latitude === null || longitude === null ? null : ({ latitude, longitude, datum: 'wgs84' } as const)
  return verdict(home, here, here.accuracy_metres, fence)
}
