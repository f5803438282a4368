import { onBeforeUnmount, ref, shallowRef, type Ref, type ShallowRef } from 'vue'

/** The voice of who agrees, by this phone's microphone. Nothing of it waits for the network. */

/** `none`: no microphone, or a browser that cannot record; `denied`: not allowed; `busy`: something else has it; `short`: a slip. */
export type RecorderFault = 'none' | 'denied' | 'busy' | 'short'
export interface Recorder {
  state: Readonly<Ref<'idle' | 'asking' | 'recording'>>
  fault: Readonly<Ref<RecorderFault | null>>
  /** How long it has been recording, in whole seconds. */
  seconds: Readonly<Ref<number>>
  file: Readonly<ShallowRef<Blob | undefined>>
  start: () => Promise<void>
  stop: () => void
}

/** What phones write; the first for Android, the second for iPhones. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4']
/** Plenty for a voice: a minute is 180 kB. */
const BITS_PER_SECOND = 24_000
const TICK_MS = 200
const FAULTS: Readonly<Record<string, RecorderFault>> = { NotAllowedError: 'denied', SecurityError: 'denied', NotReadableError: 'busy', AbortError: 'busy' }

/** 0:07 */
export function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Recording ends by itself after `max_seconds`; what is shorter than `min_seconds` is not kept. */
export function useRecorder(min_seconds: number, max_seconds: number): Recorder {
  const state = ref<'idle' | 'asking' | 'recording'>('idle')
  const fault = ref<RecorderFault | null>(null)
  const seconds = ref(0)
  const file = shallowRef<Blob>()
  let recorder: MediaRecorder | undefined
  let timer: ReturnType<typeof setInterval> | undefined
  let is_gone = false

  async function start(): Promise<void> {
    if (state.value !== 'idle') return
    fault.value = null
    const type = TYPES.find((one) => globalThis.MediaRecorder?.isTypeSupported(one))
    const devices = navigator.mediaDevices as MediaDevices | undefined
    if (!type || !devices) {
      fault.value = 'none'
      return
    }
    state.value = 'asking'
    try {
      const stream = await devices.getUserMedia({ audio: true })
      if (is_gone) release(stream)
      else record(stream, type)
    } catch (problem) {
      state.value = 'idle'
      fault.value = FAULTS[(problem as Error).name] ?? 'none'
    }
  }

  function record(stream: MediaStream, type: string): void {
    const pieces: Blob[] = []
    const begun = performance.now()
    const now = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS_PER_SECOND })
    now.ondataavailable = ({ data }) => pieces.push(data)
    now.onstop = () => {
      release(stream)
      const is_short = performance.now() - begun < min_seconds * 1000
      if (is_short) fault.value = 'short'
      else file.value = new Blob(pieces, { type: type.split(';')[0]! })
    }
    // A call comes in, or the headset is pulled out: what was said until then is there.
    for (const track of stream.getTracks()) track.onended = stop
    now.start()
    recorder = now
    file.value = undefined
    seconds.value = 0
    state.value = 'recording'
    timer = setInterval(() => {
      seconds.value = Math.floor((performance.now() - begun) / 1000)
      if (seconds.value >= max_seconds) stop()
    }, TICK_MS)
  }

  function stop(): void {
    if (recorder?.state === 'recording') recorder.stop()
  }
  function release(stream: MediaStream): void {
    clearInterval(timer)
    for (const track of stream.getTracks()) track.stop()
    state.value = 'idle'
  }
  onBeforeUnmount(() => {
    is_gone = true
    stop()
  })
  return { state, fault, seconds, file, start, stop }
}
