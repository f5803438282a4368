import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { addDays, localTime } from '@/i18n/dates'
import { useLiveQuery } from '@/db/useLiveQuery'
import type { ContractBody, ServiceItemBody, VisitBody } from '../shared/documents'
import { ITEM_OF } from '../tasks/names'
import type { Refused } from '../visits/refused'
import { neededCount, performerOf, unstaffed } from './performers'
import { candidatesFor, propose, type Candidate, type Need, type Staff } from './proposal'
import { lateItem, type Quiet } from './quiet'
import { isAtNight, mayGo, type SafetyFacts } from './safety'
import type { PlanSubject } from './subject'
import type { Board } from './useBoard'
import { minutesOf, partOf, startsOn, windowAt, type Busy } from './windows'

/** One plan in the making: what, on which day, at what time, and who goes. It begins with a proposal. */

export type Part = 'morning' | 'afternoon'

export interface Line {
  resident_id: string
  item_code: string
}

export interface Planning {
  resident_ids: ComputedRef<readonly string[]>
  /** What one may choose from, for a visit that nobody asked for. */
  offered: ComputedRef<ServiceItemBody[]>
  item_codes: Ref<string[]>
  lines: ComputedRef<Line[]>
  days: ComputedRef<string[]>
  on: Ref<string>
  part: Ref<Part>
  starts: ComputedRef<{ start_at: string; is_free: boolean }[]>
  start_at: Ref<string | null>
  candidates: ComputedRef<Candidate[]>
  going: Ref<string[]>
  minutes: ComputedRef<number>
  /** How many go. */
  needed: ComputedRef<number>
  /** Why nobody goes there alone, unless on video; null where nothing stands against it. */
  not_alone: ComputedRef<'first_visit' | 'night' | null>
  has_video_link: Ref<boolean>
  /** What still stands in the way; null when it may be sent. */
  missing: ComputedRef<Refused | Busy | 'start' | 'free' | 'who' | null>
}

export function usePlanning(subject: Ref<PlanSubject | null>, board: Ref<Board>, contract: Ref<ContractBody | undefined>, today: Ref<string>): Planning {
  const visit = computed(() => (subject.value && 'visit' in subject.value ? subject.value.visit : undefined))
  const quiet = computed(() => (subject.value && 'quiet' in subject.value ? subject.value.quiet : undefined))
  const resident_ids = computed(() => visit.value?.resident_ids ?? (quiet.value ? [quiet.value.resident_id] : []))
  const booking = computed(() => board.value.rules.booking)

  const offered = computed(() => (quiet.value ? offeredTo(quiet.value, contract.value, board.value) : []))
  const item_codes = ref<string[]>([])
  const lines = computed((): Line[] => {
    if (!visit.value) return resident_ids.value.flatMap((resident_id) => item_codes.value.map((item_code) => ({ resident_id, item_code })))
    return visit.value.services.filter(({ outcome }) => outcome !== 'done').map(({ resident_id, item_code }) => ({ resident_id, item_code }))
  })
  const items = computed(() => [...new Set(lines.value.map(({ item_code }) => item_code))].flatMap((code) => board.value.items.get(code) ?? []))
  const minutes = computed(() => minutesOf(lines.value.map(({ item_code }) => item_code), board.value.items))

  const on = ref('')
  const part = ref<Part>('morning')
  const start_at = ref<string | null>(null)
  const going = ref<string[]>([])

  const { data: been } = useLiveQuery(async (docs) => {
    const visits = await Promise.all(resident_ids.value.map((id) => docs.ofResident<VisitBody>('visit', id)))
    return served(visits.flat().map(({ body }) => body as VisitBody))
  }, resident_ids)
  const known_ids = computed(() => been.value && knownTo(been.value))
  const has_video_link = ref(false)
  const safety_facts = (at: string | null): Omit<SafetyFacts, 'clinician_count'> => ({
    // The server has seen every year's visits; of those that this phone has none may be older.
    is_first_visit: been.value?.length === 0 && (visit.value ? !!visit.value.is_first_visit : true),
    is_at_night: !!at && !!booking.value && isAtNight(at, booking.value),
    has_video_link: has_video_link.value,
  })
  const answerFor = (clinician_count: number, more: Partial<SafetyFacts> = {}): Refused | null => {
    const { safety } = board.value.rules
    return safety ? mayGo({ clinician_count, ...safety_facts(start_at.value), ...more }, safety) : null
  }

  const staff = computed((): Staff | undefined => {
    const { booking: of, qualifications } = board.value.rules
    const team_id = visit.value?.team_id ?? contract.value?.team_id
    const members = board.value.members.filter(({ team_ids }) => !team_id || team_ids.includes(team_id))
    return of && qualifications && { members, visits: board.value.visits, booking: of, qualifications }
  })
  const need = computed((): Need => {
    const village = visit.value ? visit.value.village : (board.value.residents.get(resident_ids.value[0] ?? '')?.village ?? null)
    return { visit_id: visit.value?.id, on: on.value, items: items.value, minutes: minutes.value, village, known_ids: known_ids.value ?? [], least: answerFor(1) ? 2 : 1 }
  })
  const days = computed(() => Array.from({ length: (booking.value?.horizon_days ?? 0) + 1 }, (_, n) => addDays(today.value, n)))
  const startsOf = (of: Part): string[] => (booking.value && on.value ? startsOn(on.value, of, booking.value) : [])
  const starts = computed(() => withCurrent(startsOf(part.value)).map((at) => ({ start_at: at, is_free: isFree(at) })))
  const window = computed(() => (start_at.value ? windowAt(start_at.value, minutes.value) : undefined))
  const candidates = computed(() => (staff.value ? candidatesFor(need.value, window.value, staff.value) : []))

  /** The time it is planned for already need not be on the half hour. */
  function withCurrent(of: string[]): string[] {
    const current = currentStart()
    const fits = current && booking.value && localTime(current).on === on.value && partOf(current, booking.value) === part.value
    return fits && !of.includes(current) ? [...of, current].sort() : of
  }
  function currentStart(): string | undefined {
    const at = visit.value?.status === 'scheduled' ? Date.parse(visit.value.planned_start_at ?? '') : Number.NaN
    return at > Date.now() ? new Date(at).toISOString() : undefined
  }
  function isFree(at: string): boolean {
    return !!staff.value && candidatesFor(need.value, windowAt(at, minutes.value), staff.value).some(({ busy, is_qualified }) => is_qualified && !busy)
  }
  function takeProposal(of: string[]): void {
    const proposal = staff.value && propose(need.value, of, staff.value)
    start_at.value = proposal?.start_at ?? null
    going.value = proposal?.clinician_ids ?? []
  }
  /** Of a whole day: the part that was wished for first, then the other. */
  function proposeDay(): void {
    takeProposal(startsOf(part.value))
    if (start_at.value) return
    const other: Part = part.value === 'morning' ? 'afternoon' : 'morning'
    const starts_there = startsOf(other)
    const proposal = staff.value && propose(need.value, starts_there, staff.value)
    if (!proposal) return
    part.value = other
    takeProposal(starts_there)
  }

  const begin = (): void => {
    const of = visit.value
    if (!subject.value || !booking.value) return
    has_video_link.value = !!of?.has_video_link
    item_codes.value = offered.value[0] ? [offered.value[0].code] : []
    const current = currentStart()
    on.value = current ? localTime(current).on : firstDay(of?.wish_on, days.value)
    part.value = current ? partOf(current, booking.value) : of?.wish_part === 'afternoon' ? 'afternoon' : 'morning'
    if (!current) return proposeDay()
    start_at.value = current
    going.value = [...of!.clinician_ids]
  }
  watch(subject, begin, { immediate: true })
  // Who has been there before is read after the sheet is open: only while nobody has touched the proposal.
  let is_touched = false
  watch(subject, () => { is_touched = false })
  watch(known_ids, () => { if (!is_touched && visit.value?.status !== 'scheduled') proposeDay() })

  const byHand = (change: () => void): void => {
    is_touched = true
    change()
  }
  watch(item_codes, (codes, before) => { if (before.length && codes.join() !== before.join()) proposeDay() })

  return {
    resident_ids, offered, item_codes, lines, days, starts, candidates, minutes, needed: computed(() => Math.max(neededCount(items.value), need.value.least ?? 1)),
    not_alone: computed(() => {
      const answer = neededCount(items.value) === 1 ? answerFor(1, { has_video_link: false }) : null
      return answer && (answer.reason === 'visits.refused.night_alone' ? 'night' : 'first_visit')
    }),
    has_video_link: computed({ get: () => has_video_link.value, set: (value) => byHand(() => { has_video_link.value = value; takeProposal(start_at.value ? [start_at.value] : []) }) }),
    on: computed({ get: () => on.value, set: (value) => byHand(() => { on.value = value; proposeDay() }) }),
    part: computed({ get: () => part.value, set: (value) => byHand(() => { part.value = value; takeProposal(startsOf(value)) }) }),
    start_at: computed({ get: () => start_at.value, set: (value) => byHand(() => { start_at.value = value; keepTheFree() }) }),
    going: computed({ get: () => going.value, set: (value) => byHand(() => { going.value = value }) }),
    missing: computed(() => {
      if (!start_at.value) return starts.value.some(({ is_free }) => is_free) ? 'start' : 'free'
      if (!going.value.length) return 'who'
      // Also whoever goes there now: the server counts that day like any other.
      const busy = candidates.value.find((one) => one.busy && going.value.includes(one.clinician.id))?.busy
      if (busy) return busy
      const people = board.value.members.filter(({ id }) => going.value.includes(id)).map((one) => performerOf(one, on.value))
      return (staff.value && unstaffed(people, items.value, staff.value.qualifications)) ?? answerFor(people.length)
    }),
  }

  /** At another time some may be taken: then whoever fits best goes. */
  function keepTheFree(): void {
    const free = new Set(candidates.value.filter(({ busy }) => !busy).map(({ clinician }) => clinician.id))
    if (start_at.value && !going.value.every((id) => free.has(id))) takeProposal([start_at.value])
  }
}

/** The wish, if it is still to come and within the days one may plan; else tomorrow. */
function firstDay(wish_on: string | null | undefined, days: readonly string[]): string {
  return wish_on && days.includes(wish_on) ? wish_on : (days[1] ?? days[0] ?? '')
}

/** Visits on which somebody was served. */
function served(visits: readonly VisitBody[]): VisitBody[] {
  return visits.filter(({ ended_at, services }) => ended_at && services.some(({ outcome }) => outcome === 'done'))
}

/** Who went there, the last one first. */
function knownTo(been: VisitBody[]): string[] {
  return [...new Set(been.sort((a, b) => b.ended_at!.localeCompare(a.ended_at!)).flatMap(({ clinician_ids }) => clinician_ids))]
}

/** What is due first, then what the contract owes, then what else it has, of all that can be done at home. */
function offeredTo(quiet: Quiet, contract: ContractBody | undefined, { items, rules }: Pick<Board, 'items' | 'rules'>): ServiceItemBody[] {
  const overdue = [lateItem(quiet), ...quiet.follow_ups.map(({ programme }) => ITEM_OF[programme])].filter((code) => code !== undefined)
  const left = (contract?.entitlements ?? []).filter((one) => one.left === null || one.left > 0).map(({ item_code }) => item_code).sort()
  const owed = left.filter((code) => rules.fulfilment?.items_owed.includes(code))
  return [...new Set([...overdue, ...owed, ...left])].flatMap((code) => items.get(code) ?? []).filter(({ places }) => places.includes('home'))
}
