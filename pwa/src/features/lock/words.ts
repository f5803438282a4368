import type { Try } from '@/db/pin'
import { t } from '@/i18n'
import { durationText } from '@/i18n/dates'

/** Why the lock did not open; empty when it did. */
export function tryText(tried: Try): string {
  const wait = (ms: number): string => t('lock-wait', { wait: durationText(Math.ceil(ms / 60_000)) })
  switch (tried.outcome) {
    case 'open': return ''
    case 'wait': return wait(tried.wait_ms)
    case 'wrong': return tried.wait_ms ? `${t('lock-wrong', { count: tried.tries_left })}${wait(tried.wait_ms)}` : t('lock-wrong', { count: tried.tries_left })
    case 'spent': return t('lock-spent')
  }
}
