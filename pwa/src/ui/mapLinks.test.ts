import { expect, test } from 'vitest'
import { mapLinks } from './mapLinks'

const POINT = { wgs84: { latitude: 1, longitude: 2 }, gcj02: { latitude: 3, longitude: 4 }, bd09: { latitude: 5, longitude: 6 } }

test('iOS has its own address for AMap and no geo:', () => {
  const links = mapLinks('桥头', POINT, true)
  expect(links.map((link) => link.app)).toEqual(['amap', 'tencent', 'baidu'])
  expect(links[0]!.href).toMatch(/^iosamap:\/\/path\?.*dlat=3&dlon=4&/)
})

test('a name with signs in it cannot change the address', () => {
  for (const { href } of mapLinks('桥头&dlat=9 #1', POINT, false)) {
    expect(href).not.toContain('&dlat=9')
    expect(href).not.toContain('#')
  }
})
