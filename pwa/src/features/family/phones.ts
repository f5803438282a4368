/** Telephone numbers as people read them. Pure. */

/** `0817-555 0136`, `010-5555 0136`, `154 0817 1016`; anything else as it is. */
export function phoneText(number: string): string {
  const digits = number.replace(/[\s-]/g, '')
  const mobile = /^(1\d{2})(\d{4})(\d{4})$/.exec(digits)
  if (mobile) return mobile.slice(1).join(' ')
  const landline = /^(010|02\d|0[3-9]\d{2})(\d{3,4})(\d{4})$/.exec(digits)
  return landline ? `${landline[1]}-${landline[2]} ${landline[3]}` : number
}

/** As much of a number as a list shows; the server's rule of the same name. */
export function maskedPhone(number: string): string {
  const head = /^1\d{10}$/.test(number) ? number.slice(0, 3) : ''
  return `${head}****${number.slice(-4)}`
}
