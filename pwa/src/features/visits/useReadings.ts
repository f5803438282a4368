import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { t, tCode } from '@/i18n'
import type { Measure, MeasurementKind } from '../shared/documents'
import { listed } from '../shared/people'
import type { Pressure } from '../shared/pressure'
import { complete, kindOf, type Draft } from './vitalFields'
import { guard, remarks, type Values, type Vitals } from './vitals'

/** While a number is being typed its first digits mean nothing: 1 on the way to 16.7. */
const TYPING_MS = 700

export interface Readings {
  /** The field that the number pad writes to. */
  current: Ref<Measure>
  value: Ref<string>
  following: ComputedRef<Measure | undefined>
  fault: Ref<string>
  numbers: ComputedRef<Values>
  /** What is dangerous in it, in words, as soon as a number stands. */
  worded: (level: 'urgent' | 'stop') => string
  pressure: ComputedRef<Pressure | undefined>
  decimals: (one: Measure) => number
  unit: (one: Measure) => string
  write: (one: Measure, text: string) => void
  skip: () => void
  /** The kind that a field belongs to, judged; undefined: not all of it is written; null: it cannot be, or is to be looked at once more. */
  judge: (one: Measure) => { kind: MeasurementKind; values: Values } | undefined | null
}

/** Readings while they are being written, wherever it is: what they mean at once, and whether they can be true. */
export function useReadings(draft: Draft, vitals: () => Vitals | undefined): Readings {
  const current = ref<Measure>(draft.shown.find((one) => !draft.values[one]) ?? draft.shown[0]!)
  const fault = ref('')
  const following = computed<Measure | undefined>(() => draft.shown[draft.shown.indexOf(current.value) + 1])
  const value = computed({
    get: () => draft.values[current.value] ?? '',
    set: (text) => { write(current.value, text) },
  })
  function write(one: Measure, text: string): void {
    draft.values[one] = text
    draft.skipped = draft.skipped.filter((skipped) => skipped !== one)
    fault.value = ''
  }
  function skip(): void {
    draft.values[current.value] = ''
    draft.skipped = [...draft.skipped, current.value]
    if (following.value) current.value = following.value
  }

  const numbers = computed(() => Object.fromEntries(Object.entries(draft.values).filter(([, text]) => text).map(([one, text]) => [one, Number(text)])) as Values)
  const is_settled = ref(true)
  let typing: ReturnType<typeof setTimeout> | undefined
  watch(() => draft.values[current.value], () => {
    is_settled.value = false
    clearTimeout(typing)
    typing = setTimeout(() => { is_settled.value = true }, TYPING_MS)
  })
  const dangers = computed(() => {
    const rules = vitals()
    return (rules ? remarks(numbers.value, rules) : []).filter((one) => one.measure !== current.value || is_settled.value)
  })
  const worded = (level: 'urgent' | 'stop'): string => listed(dangers.value.filter((one) => one.level === level).map((one) => t(`visits-measure-${one.measure}`) + numbers.value[one.measure]))
  const pressure = computed(() => {
    const { systolic, diastolic } = numbers.value
    return systolic && diastolic && diastolic < systolic ? { systolic, diastolic } : undefined
  })

  /** Unlikely values that the person has seen once already. */
  const seen = new Set<string>()
  function judge(one: Measure): { kind: MeasurementKind; values: Values } | undefined | null {
    const rules = vitals()
    if (!rules) return undefined
    const kind = kindOf(one, rules)
    const values = complete(kind, draft.values, rules)
    if (!values) return undefined
    const judged = guard(kind, values as Values, rules.kinds[kind]!.unit, rules)
    if (judged.outcome === 'refused') {
      fault.value = tCode(judged.reason, judged.detail)
      return null
    }
    const words = `${kind} ${JSON.stringify(judged.values)}`
    if (judged.outcome === 'suspicious' && !seen.has(words)) {
      seen.add(words)
      fault.value = t('visits-remark-suspicious')
      return null
    }
    return { kind, values: judged.values }
  }

  return {
    current, value, following, fault, numbers, worded, pressure, write, skip, judge,
    decimals: (one) => vitals()?.measures[one]?.decimals ?? 0,
    unit: (one) => {
      const rules = vitals()
      return rules ? t(`visits-unit-${kindOf(one, rules)}`) : ''
    },
  }
}
