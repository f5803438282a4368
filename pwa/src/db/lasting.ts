import { readSetting, writeSetting, type Occasion } from './device'

/** Whether the browser may clear what the app keeps when the phone runs out of room. It is asked rarely: some ask the person. */

/** Asks at each occasion once, until it is granted. */
export async function askOnce(occasion: Occasion): Promise<void> {
  const known = await readSetting('lasting')
  if (known?.is_granted || known?.occasions.includes(occasion)) return
  await ask([...(known?.occasions ?? []), occasion])
}

/** Asks because the person wants it. */
export async function askNow(): Promise<void> {
  await ask((await readSetting('lasting'))?.occasions ?? [])
}

async function ask(occasions: Occasion[]): Promise<void> {
  const { storage } = (globalThis as { navigator?: { storage?: { persist?: () => Promise<boolean> } } }).navigator ?? {}
  if (!storage?.persist) return
  const is_granted = await storage.persist()
  await writeSetting('lasting', { occasions, is_granted, asked_at: new Date().toISOString() })
}
