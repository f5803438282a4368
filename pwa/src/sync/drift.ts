import { correct, phone_clock } from './clock'

const END_OF_TIME = '9999-01-01T00:00:00.000Z'

/** How far this phone's wall clock is ahead of the server's time, as far as it is known here: milliseconds, negative when behind. */
export async function drift(): Promise<number> {
  const clock = await phone_clock.stamp()
  return Date.parse(clock.wall) - Date.parse(correct(clock, END_OF_TIME).occurred_at)
}
