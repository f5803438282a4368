import type { Attachment, Database } from '../db/database'
import { readDocuments } from '../db/documents'
import { Locked } from '../db/vault'

interface WithPhotos {
  photos?: { sha256: string; is_here: boolean }[]
}

/** Whether a photo's visit says that it has come, or is no longer on this phone. Behind the lock nobody can say. */
export function isSettledIn(db: Database): (photo: Attachment) => Promise<boolean> {
  const docs = readDocuments(db)
  return async ({ visit_id, sha256, uploaded_at }) => {
    if (uploaded_at === undefined) return false
    try {
      const visit = await docs.get<WithPhotos>('visit', visit_id)
      return !visit || !!visit.body.photos?.some((photo) => photo.sha256 === sha256 && photo.is_here)
    } catch (problem) {
      if (problem instanceof Locked) return false
      throw problem
    }
  }
}
