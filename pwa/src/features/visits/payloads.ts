import type { ConfirmMethod, Measure, MeasurementKind, PhotoKind, WishPart } from '../shared/documents'
import type { Signature } from '@/ui/signature'

/** What commands about visits say: the server's schemas of the same names. The visit is the command's `entity_id`. */

/** Where the phone says it is; the browser always speaks WGS-84. */
export interface Position {
  latitude: number
  longitude: number
  datum: 'wgs84'
  accuracy_metres: number | null
}

export interface Where {
  position?: Position
  reason_code?: string
  action_code?: string
  note?: string
}

export interface Line {
  id: string
  resident_id: string
  item_code: string
}

export interface RequestPayload {
  services: Line[]
  wish_on: string
  wish_part: WishPart
  wish_note?: string
  is_danger_acknowledged?: boolean
  source: 'app_resident' | 'app_proxy' | 'phone_call' | 'staff' | 'followup'
}
export interface AssignPayload {
  clinician_ids: string[]
  planned_start_at: string
  planned_end_at: string
  /** One goes alone where two should, on video with the centre all the time. */
  has_video_link?: boolean
}
/** Of a decline, a cancellation, a break-off. */
export interface ReasonPayload {
  reason_code: string
  note?: string
}
export interface MissPayload {
  reason_code: 'nobody_home' | 'refused_at_door' | 'no_answer'
  note?: string
  position?: Position
}
export interface LocatePayload extends Where {
  which: 'in' | 'out'
}
export interface StartPayload extends Where {
  services: Line[]
  place_text?: string
}
export interface MeasurePayload {
  measurement_id: string
  resident_id: string
  kind: MeasurementKind
  values: Partial<Record<Measure, number>>
  unit: string
  note?: string
}
export interface RecordPayload {
  services: (Line & { outcome: 'done' | 'not_done'; reason?: string })[]
}
export interface NotePayload {
  note: string
}
export interface PhotoPayload {
  sha256: string
  resident_id: string
  kind: PhotoKind
}
export interface ConfirmPayload {
  method: ConfirmMethod
  signer_name?: string
  strokes?: Signature
  code?: string
  reason?: string
}
export interface CheckOutPayload extends Where {
  next_visit_on?: string
}
export interface ReviewPayload {
  decision: 'approve' | 'return'
  note?: string
}
