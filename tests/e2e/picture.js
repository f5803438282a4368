/* A picture of a screen has few colours: as a PNG with a palette it is a quarter of the size. Base64 in and out. */
async (png) => {
  const COLOURS = 128
  const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

  const image = await createImageBitmap(new Blob([bytesOf(png)], { type: 'image/png' }))
  const { width, height } = image
  const canvas = new OffscreenCanvas(width, height).getContext('2d')
  canvas.drawImage(image, 0, 0)
  const pixels = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer)

  // The commonest colours stay as they are, all others become the nearest of them.
  const counts = new Map()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette = [...counts].sort(([, a], [, b]) => b - a).slice(0, COLOURS).map(([colour]) => colour)
  const parts = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255]
  const known = palette.map(parts)
  const nearest = (colour) => {
    const [r, g, b] = parts(colour)
    const away = known.map(([x, y, z]) => (x - r) ** 2 + (y - g) ** 2 + (z - b) ** 2)
    return away.indexOf(Math.min(...away))
  }
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(colour)]))
  const rows = new Uint8Array((width + 1) * height)
  pixels.forEach((colour, n) => { rows[n + Math.floor(n / width) + 1] = places.get(colour) })
  const packed = new Blob([rows]).stream().pipeThrough(new CompressionStream('deflate'))

  const crc = (bytes) => {
    let sum = ~0
    for (const byte of bytes) {
      sum ^= byte
      for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
    }
    return ~sum
  }
  const chunk = (name, data) => {
    const whole = new Uint8Array(data.length + 12)
    const view = new DataView(whole.buffer)
    view.setUint32(0, data.length)
    whole.set(new TextEncoder().encode(name), 4)
    whole.set(data, 8)
    view.setInt32(data.length + 8, crc(whole.subarray(4, data.length + 8)))
    return whole
  }
  const head = new DataView(new ArrayBuffer(13))
  head.setUint32(0, width)
  head.setUint32(4, height)
  head.setUint8(8, 8) // bits a pixel
  head.setUint8(9, 3) // with a palette
  const file = new Blob([
    Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10),
    chunk('IHDR', new Uint8Array(head.buffer)),
    chunk('PLTE', Uint8Array.from(known.flat())),
    chunk('IDAT', new Uint8Array(await new Response(packed).arrayBuffer())),
    chunk('IEND', new Uint8Array()),
  ])
  const letters = Array.from(new Uint8Array(await file.arrayBuffer()), (byte) => String.fromCharCode(byte))
  return btoa(letters.join(''))
}
