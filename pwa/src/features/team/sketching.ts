import type { SketchStop } from '@/ui/RouteSketch.vue'
import type { Place } from '@/ui/sketch'
import type { VisitBody } from '../shared/documents'
import { stateOf } from './road'

/** One way for the sketch: its stops that have a place, and the villages that they lie in, each in the middle of its stops. */
export function placesOf(visits: readonly VisitBody[]): { stops: SketchStop[]; villages: (Place & { name: string })[]; names: string[] } {
  const placed = visits.flatMap((visit) => (visit.latitude !== null && visit.longitude !== null ? [{ ...visit, latitude: visit.latitude, longitude: visit.longitude }] : []))
  const names = [...new Set(placed.flatMap(({ village }) => village ?? []))]
  const villages = names.map((name) => {
    const there = placed.filter(({ village }) => village === name)
    return { name, latitude: mean(there.map(({ latitude }) => latitude)), longitude: mean(there.map(({ longitude }) => longitude)) }
  })
  return { stops: placed.map((visit) => ({ latitude: visit.latitude, longitude: visit.longitude, state: stateOf(visit) })), villages, names }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
