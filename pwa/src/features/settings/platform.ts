/** Which way the app gets onto the home screen. Pure. */

export type Platform = 'wechat' | 'iphone' | 'android' | 'computer'
export const PLATFORMS: readonly Platform[] = ['android', 'iphone', 'wechat', 'computer']

export function platformOf(user_agent: string, touch_points = 0): Platform {
  if (/MicroMessenger/i.test(user_agent)) return 'wechat'
  // An iPad says it is a Mac, but a Mac has no touch screen.
  if (/iPhone|iPad|iPod/.test(user_agent) || (/Macintosh/.test(user_agent) && touch_points > 1)) return 'iphone'
  return /Android|HarmonyOS/.test(user_agent) ? 'android' : 'computer'
}
