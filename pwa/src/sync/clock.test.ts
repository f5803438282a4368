import { beforeEach, expect, test } from 'vitest'
import cases from '../../../tests/tables/clock_correction.json'
import { writeSetting } from '../db/device'
import { correct, PhoneClock, type Clock } from './clock'

test.each(cases as { id: string; clock: Clock; received_at: string; expected: object }[])('$id', ({ clock, received_at, expected }) => {
  expect(correct(clock, received_at)).toEqual(expected)
})

const START = Date.parse('2026-11-24T01:00:00Z')

/** Two clocks that are moved by hand. */
function phone() {
  const time = { wall: START, monotonic: 0 }
  const clock = new PhoneClock({ wall: () => time.wall, monotonic: () => time.monotonic })
  const pass = (minutes: number): void => {
    time.wall += minutes * 60_000
    time.monotonic += minutes * 60_000
  }
  const sleep = (minutes: number): void => {
    clock.noteHidden()
    time.wall += minutes * 60_000
    clock.noteShown()
  }
  const setWall = (minutes: number): void => void (time.wall += minutes * 60_000)
  return { clock, pass, sleep, setWall }
}
const RECEIVED = '2026-11-24T12:00:00.000Z'

beforeEach(() => writeSetting('clock_anchor', undefined))

test('a phone that has never heard from the server says so', async () => {
  const { clock } = phone()
  const stamp = await clock.stamp()
  expect(stamp.anchor).toBeUndefined()
  expect(correct(stamp, RECEIVED).is_clock_doubtful).toBe(true)
})

test('time that passes is counted', async () => {
  const { clock, pass } = phone()
  await clock.setAnchor('2026-11-24T01:00:00Z')
  pass(45)
  expect(correct(await clock.stamp(), RECEIVED)).toEqual({ occurred_at: '2026-11-24T01:45:00.000Z', is_clock_doubtful: false })
})

test('a page opened later counts on from the anchor of the one before', async () => {
  await phone().clock.setAnchor('2026-11-24T01:00:00Z')
  const { clock, pass } = phone()
  pass(30)
  expect(correct(await clock.stamp(), RECEIVED)).toEqual({ occurred_at: '2026-11-24T01:30:00.000Z', is_clock_doubtful: false })
})

test('what is read as the page goes out of sight does not hide the sleep that follows', async () => {
  const { clock, setWall } = phone()
  await clock.setAnchor('2026-11-24T01:00:00Z')
  clock.noteHidden()
  await clock.stamp()
  // Only the wall clock goes on while a phone sleeps.
  setWall(60)
  clock.noteShown()
  expect(correct(await clock.stamp(), RECEIVED)).toEqual({ occurred_at: '2026-11-24T02:00:00.000Z', is_clock_doubtful: false })
  await clock.setAnchor('2026-11-24T02:00:00Z')
  setWall(90)
  expect(correct(await clock.stamp(), RECEIVED)).toEqual({ occurred_at: '2026-11-24T02:00:00.000Z', is_clock_doubtful: true })
})

test('an hour asleep in the pocket is counted, and is no reason for doubt', async () => {
  const { clock, pass, sleep } = phone()
  await clock.setAnchor('2026-11-24T01:00:00Z')
  sleep(60)
  pass(5)
  expect(correct(await clock.stamp(), RECEIVED)).toEqual({ occurred_at: '2026-11-24T02:05:00.000Z', is_clock_doubtful: false })
})

test('a wall clock set forward before the eyes of the page is not believed', async () => {
  const { clock, pass, setWall } = phone()
  await clock.setAnchor('2026-11-24T01:00:00Z')
  setWall(90)
  pass(5)
  expect(correct(await clock.stamp(), RECEIVED)).toEqual({ occurred_at: '2026-11-24T01:05:00.000Z', is_clock_doubtful: true })
})

test('a wall clock set back while out of sight is not believed', async () => {
  const { clock, pass, setWall } = phone()
  await clock.setAnchor('2026-11-24T01:00:00Z')
  clock.noteHidden()
  setWall(-90)
  pass(5)
  expect(correct(await clock.stamp(), RECEIVED)).toEqual({ occurred_at: '2026-11-24T01:05:00.000Z', is_clock_doubtful: true })
})
