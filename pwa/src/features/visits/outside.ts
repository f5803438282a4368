/** The reason and the action that an outside or unknown check asks for. Values: the rule table `outside_reasons`. */
import { refused, type Refused } from './refused'
import { asksWhy, type Verdict } from './verdict'

export interface OutsideChoice {
  readonly code: string
  readonly verdicts: readonly Verdict[]
  readonly is_note_needed?: boolean
}

export interface OutsideReasons {
  readonly reasons: readonly OutsideChoice[]
  readonly actions: readonly OutsideChoice[]
}

export interface OutsideAnswer {
  readonly reason_code: string | null
  readonly action_code: string | null
  readonly note: string | null
}

/** The choices that answer this verdict, in the table's order. */
export function choicesFor(verdict: Verdict, choices: readonly OutsideChoice[]): OutsideChoice[] {
  return choices.filter((choice) => choice.verdicts.includes(verdict))
}

/** What is still missing before the check goes on; null when it may. */
export function outsideMissing(verdict: Verdict, answer: OutsideAnswer, table: OutsideReasons): Refused | null {
  if (!asksWhy(verdict)) return null
  const reason = choicesFor(verdict, table.reasons).find((choice) => choice.code === answer.reason_code)
  if (!reason) return refused('visits.refused.no_outside_reason', { verdict })
  if (!choicesFor(verdict, table.actions).some((choice) => choice.code === answer.action_code)) {
    return refused('visits.refused.no_outside_action', { verdict })
  }
  return reason.is_note_needed && !answer.note?.trim() ? refused('visits.refused.no_note') : null
}
