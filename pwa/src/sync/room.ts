/** Photos are the largest things on the phone by far: they stop long before records have to. */

const ROOM_BYTES = 50_000_000

export interface Room {
  quota?: number
  usage?: number
}

/** Whether there is room for another photo and still plenty for records. A browser that does not tell is believed. */
export function hasRoom({ quota, usage = 0 }: Room): boolean {
  return quota === undefined || quota - usage >= ROOM_BYTES
}

export async function mayTakePhotos(): Promise<boolean> {
  const { storage } = (globalThis as { navigator?: { storage?: { estimate?: () => Promise<Room> } } }).navigator ?? {}
  return hasRoom((await storage?.estimate?.()) ?? {})
}
