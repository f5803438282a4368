export interface MapPoint {
  latitude: number
  longitude: number
}
/** One place in the datum of each kind of map. Mixing them up misses a house by half a kilometre. */
export interface PlaceInDatums {
  wgs84: MapPoint
  gcj02: MapPoint
  bd09: MapPoint
}
export interface MapLink {
  app: 'amap' | 'tencent' | 'baidu' | 'other'
  href: string
}

/**
 * Addresses that open a map app at the way to a place. `place` is what the app shows and keeps: a village group, never a person.
 * AMap and Tencent count in GCJ-02 (`dev=0`: already so), Baidu in BD-09, `geo:` (RFC 5870) in WGS-84; iOS knows no `geo:`.
 */
export function mapLinks(place: string, { wgs84, gcj02, bd09 }: PlaceInDatums, isApple: boolean): MapLink[] {
  const name = encodeURIComponent(place)
  const amap = isApple ? 'iosamap://path' : 'amapuri://route/plan/'
  const links: MapLink[] = [
    { app: 'amap', href: `${amap}?sourceApplication=jiayi&dlat=${gcj02.latitude}&dlon=${gcj02.longitude}&dname=${name}&dev=0&t=0` },
    { app: 'tencent', href: `qqmap://map/routeplan?type=drive&to=${name}&tocoord=${gcj02.latitude},${gcj02.longitude}&referer=jiayi` },
    { app: 'baidu', href: `baidumap://map/direction?destination=${encodeURIComponent(`latlng:${bd09.latitude},${bd09.longitude}|name:${place}`)}&coord_type=bd09ll&mode=driving&src=jiayi` },
  ]
  if (!isApple) links.push({ app: 'other', href: `geo:${wgs84.latitude},${wgs84.longitude}?q=${wgs84.latitude},${wgs84.longitude}(${name})` })
  return links
}
