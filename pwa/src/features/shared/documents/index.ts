/**
 * Bodies of the documents on the phone, as the server's features project them. Where an audience gets less, the fields it
 * does not get are optional. `_at` is ISO 8601 in UTC, `_on` a calendar day of Asia/Shanghai; places are WGS-84.
 */
export type * from './care'
export type * from './contracts'
export type * from './county'
export type * from './inbox'
export type * from './people'
export type * from './visits'
