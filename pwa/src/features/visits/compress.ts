/** Makes a photo small enough for a village's signal. Drawn anew, nothing is left of it but the picture: no place, no camera. */

const LONG_SIDE = 1600
const MOST_BYTES = 400_000
const QUALITIES = [0.85, 0.75, 0.65, 0.55, 0.45]
/** How much smaller it gets once no quality is low enough. */
const STEP = 0.75

export interface Size {
  width: number
  height: number
}

/** The picture at its own size, or with its long side at most `longest`. */
export function fitted({ width, height }: Size, longest = LONG_SIDE): Size {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The best that is small enough. `draw` makes a JPEG of that size and quality. */
export async function squeeze(size: Size, draw: (size: Size, quality: number) => Promise<Blob>): Promise<Blob> {
  for (let longest = LONG_SIDE; ; longest *= STEP) {
    for (const quality of QUALITIES) {
      const made = await draw(fitted(size, longest), quality)
      if (made.size <= MOST_BYTES) return made
    }
  }
}

/** Upright, as the camera was held. Throws for what is no picture. */
export async function compress(file: Blob): Promise<Blob> {
  const url = URL.createObjectURL(file)
  try {
    const picture = new Image()
    picture.src = url
    await picture.decode()
    return await squeeze({ width: picture.naturalWidth, height: picture.naturalHeight }, (size, quality) => drawn(picture, size, quality))
  } finally {
    URL.revokeObjectURL(url)
  }
}

async function drawn(picture: HTMLImageElement, { width, height }: Size, quality: number): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const paper = canvas.getContext('2d')!
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, width, height)
  paper.drawImage(picture, 0, 0, width, height)
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  if (!made) throw new Error('no picture')
  return made
}
