import { vi } from 'vitest'

/** The browser's microphone for tests: what getUserMedia answers, and a recorder that writes `voice`. */
export function microphone(answer: () => Promise<MediaStream> = () => Promise.resolve(stream())): { tracks: { stop: () => void; onended?: () => void }[] } {
  const tracks: { stop: () => void; onended?: () => void }[] = []
  class Recorder {
    static isTypeSupported = (type: string): boolean => type === 'audio/webm;codecs=opus'
    state = 'inactive'
    ondataavailable?: (event: { data: Blob }) => void
    onstop?: () => void
    constructor(readonly stream: MediaStream, readonly options: MediaRecorderOptions) {
      tracks.push(...(stream.getTracks() as never[]))
    }
    start(): void {
      this.state = 'recording'
    }
    stop(): void {
      this.state = 'inactive'
      this.ondataavailable?.({ data: new Blob(['voice']) })
      this.onstop?.()
    }
  }
  vi.stubGlobal('MediaRecorder', Recorder)
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:voice', revokeObjectURL: () => undefined }))
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: answer }, configurable: true })
  return { tracks }
}

function stream(): MediaStream {
  const track = { stop: vi.fn() }
  return { getTracks: () => [track] } as unknown as MediaStream
}
