import { daysBetween, localTime, todayOn, weekday } from './calendar'
import { t } from './index'

/**
 * Dates, times and amounts in words. The two Fluent runtimes format these differently, so they reach a text as finished
 * strings, made here and by the server's twin; tests/tables/date_texts.json holds both to the same answers.
 */

export { addDays, ageOn, daysBetween, localTime, momentAt, todayOn, weekday } from './calendar'

/** `11月26日`, with the year when it is not this one. */
export function dateText(on: string, today = todayOn()): string {
  const [year = '', month = '', day = ''] = on.split('-')
  const parts = { year, month: t(`dates-month-${Number(month)}`), day: String(Number(day)) }
  return t(year === today.slice(0, 4) ? 'dates-date' : 'dates-date_year', parts)
}

export function weekdayText(on: string): string {
  return t(`dates-weekday-${weekday(on)}`)
}

/** `11月26日 星期四` */
export function dayText(on: string, today = todayOn()): string {
  return t('dates-day', { date: dateText(on, today), weekday: weekdayText(on) })
}

/** `前天`, `昨天`, `今天`, `明天`, `后天`, else as dayText. */
export function nearDayText(on: string, today = todayOn()): string {
  return nearName(on, today) ?? dayText(on, today)
}

/** `上午9点`, `下午2点半`, `晚上7点05分` */
export function timeText(at: string | number): string {
  const { hour, minute } = localTime(at)
  const parts = { part: t(`dates-part-${partOfDay(hour)}`), hour: hourName(hour), minute: twoDigits(minute) }
  if (minute === 0) return t('dates-time', parts)
  return t(minute === 30 ? 'dates-time_half' : 'dates-time_minute', parts)
}

/** `11月26日 星期四 上午9点` */
export function momentText(at: string | number, today = todayOn()): string {
  return t('dates-moment', { day: dayText(localTime(at).on, today), time: timeText(at) })
}

/** `后天上午9点` within two days, else as momentText. */
export function nearMomentText(at: string | number, today = todayOn()): string {
  const day = nearName(localTime(at).on, today)
  return day ? t('dates-near_moment', { day, time: timeText(at) }) : momentText(at, today)
}

/** `9:05`, for lists where many times stand below one another. */
export function clockText(at: string | number): string {
  const { hour, minute } = localTime(at)
  return `${hour}:${twoDigits(minute)}`
}

/** `逾期6天`, `今天到期`, `还有96天` */
export function dueText(due_on: string, today = todayOn()): string {
  const days = daysBetween(due_on, today)
  if (days === 0) return t('dates-due_today')
  const id = days > 0 ? 'dates-overdue' : 'dates-due_in'
  return Math.abs(days) === 1 ? t(`${id}_one`) : t(id, { days: String(Math.abs(days)) })
}

/** `刚刚`, `5分钟前`, `2小时前`, beyond a day as nearMomentText. */
export function agoText(at: string | number, now: string | number = Date.now()): string {
  const minutes = Math.floor((new Date(now).getTime() - new Date(at).getTime()) / 60_000)
  if (minutes < 1) return t('dates-just_now')
  if (minutes < 60) return t('dates-minutes_ago', { minutes: String(minutes) })
  if (minutes < 24 * 60) return t('dates-hours_ago', { hours: String(Math.floor(minutes / 60)) })
  return nearMomentText(at, localTime(now).on)
}

/** `35分钟`, `2小时`, `1小时20分钟` */
export function durationText(minutes: number): string {
  const parts = { hours: String(Math.floor(minutes / 60)), minutes: String(minutes % 60) }
  if (minutes < 60) return t('dates-minutes', parts)
  return t(minutes % 60 === 0 ? 'dates-hours' : 'dates-hours_minutes', parts)
}

/** `430米`, from a kilometre on `3.1公里`. */
export function distanceText(metres: number): string {
  if (Math.round(metres) < 1000) return t('dates-metres', { metres: String(Math.round(metres)) })
  return t('dates-kilometres', { kilometres: numberText(metres / 1000, 1) })
}

/** `1,306`; with decimals `77.0`. */
export function numberText(value: number, decimals = 0): string {
  const [whole = '', fraction] = value.toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** `75.4%` of a fraction; `—` for nothing out of nothing. Half a tenth rounds up, reckoned in whole numbers. */
export function percentText(numerator: number, denominator: number): string {
  if (denominator === 0) return t('dates-no_rate')
  const tenths = Math.floor((2000 * numerator + denominator) / (2 * denominator))
  return t('dates-percent', { percent: `${numberText(Math.floor(tenths / 10))}.${tenths % 10}` })
}

/** `30元`, `12.5元`: whole fen, and no zeros at the end. */
export function moneyText(fen: number): string {
  const yuan = numberText(Math.floor(fen / 100))
  const cents = twoDigits(fen % 100).replace(/0+$/, '')
  return t('dates-yuan', { yuan: cents ? `${yuan}.${cents}` : yuan })
}

const NEAR: Record<number, string> = {
  [-2]: 'dates-before_yesterday', [-1]: 'dates-yesterday', 0: 'dates-today', 1: 'dates-tomorrow', 2: 'dates-after_tomorrow',
}

function nearName(on: string, today: string): string | undefined {
  const id = NEAR[daysBetween(today, on)]
  return id && t(id)
}

function partOfDay(hour: number): string {
  if (hour < 6) return 'night'
  if (hour < 8) return 'early'
  if (hour < 12) return 'morning'
  if (hour < 13) return 'noon'
  return hour < 18 ? 'afternoon' : 'evening'
}

function hourName(hour: number): string {
  return hour === 0 ? t('dates-midnight_hour') : String(hour > 12 ? hour - 12 : hour)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
