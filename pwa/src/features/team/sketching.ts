import type { SketchStop } from '@/ui/RouteSketch.vue'
import type { Place } from '@/ui/sketch'
import type { VisitBody } from '../shared/documents'
import { stateOf, type StopState } from './road'

/**
 * The ways for the sketch, village by village: which houses in it, the days below say. A village lies in the middle of what is
 * visited in it; a stop without a village stands for itself.
 */
export function waysOf(days: readonly (readonly VisitBody[])[]): { ways: { stops: SketchStop[]; names: string[] }[]; villages: (Place & { name: string })[] } {
  const placed = days.map((stops) => stops.flatMap(({ village, latitude, longitude, status }) =>
    latitude !== null && longitude !== null ? [{ village, latitude, longitude, state: stateOf({ status }) }] : []))
  const middles = new Map([...group(placed.flat())].map(([name, stops]) => [name, middle(stops)]))
  const ways = placed.map((stops) => {
    const there = [...group(stops)]
    return { stops: there.map(([name, of]) => ({ ...middles.get(name)!, state: together(of.map(({ state }) => state)) })), names: there.flatMap(([, of]) => of[0]!.village ?? []) }
  })
  const named = new Set(placed.flat().flatMap(({ village }) => village ?? []))
  return { ways, villages: [...named].map((name) => ({ name, ...middles.get(name)! })) }
}

interface Placed extends Place {
  village: string | null
  state: StopState
}

function group(stops: readonly Placed[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>()
  for (const stop of stops) {
    const key = stop.village ?? `${stop.latitude} ${stop.longitude}`
    groups.set(key, [...(groups.get(key) ?? []), stop])
  }
  return groups
}

function middle(stops: readonly Place[]): Place {
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  return { latitude: mean(stops.map(({ latitude }) => latitude)), longitude: mean(stops.map(({ longitude }) => longitude)) }
}

/** Somebody is in a village as long as one house of it is on; it is done when the last is. */
function together(states: readonly StopState[]): StopState {
  if (states.includes('now')) return 'now'
  return states.every((state) => state === 'done') ? 'done' : 'todo'
}
