export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | 'delete'

/** What a reading becomes when a key is pressed; a code keeps its noughts. A key that does not fit leaves it as it is. */
export function press(value: string, key: Key, size: { digits: number; decimals: number; is_code?: boolean }): string {
  if (key === 'delete') return value.slice(0, -1)
  if (size.is_code) return (value + key).slice(0, size.digits)
  if (key === '.') return size.decimals && !value.includes('.') ? `${value || '0'}.` : value
  return clean(value + key, size).length > value.length || value === '0' ? clean(value + key, size) : value
}

/** The part of typed or pasted text that is a reading: digits, at most one point, no leading zeros. */
export function clean(text: string, { digits, decimals }: { digits: number; decimals: number }): string {
  const [, whole = '', point = '', rest = ''] = /^0*(\d*)(\.?)(.*)$/.exec(text.replace(/[^\d.]/g, ''))!
  const before = (whole || (/\d/.test(text) || point ? '0' : '')).slice(0, digits)
  return decimals && point ? `${before}.${rest.replace(/\D/g, '').slice(0, decimals)}` : before
}
