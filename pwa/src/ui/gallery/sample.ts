import type { SyncStatus } from '@/sync/status'
import type { RowAction } from '../rowActions'
import type { Signature } from '../signature'
import type { SketchStop } from '../RouteSketch.vue'

/** What the gallery shows: a fictional town on a day in November 2026. Content, as a server would send it; hence in one language. */

export const TODAY = '2026-11-24'

const synced = { last_synced_at: '2026-11-24T01:42:00Z', waiting_count: 0, attention_count: 0, is_uploading: false, is_offline: false, is_expired: false, is_complete: true }
export const SYNC: SyncStatus[] = [
  synced,
  { ...synced, is_uploading: true, waiting_count: 1 },
  { ...synced, waiting_count: 2 },
  { ...synced, is_offline: true, waiting_count: 3 },
  { ...synced, attention_count: 1 },
]

export const HEADS = {
  title: '零件和状态', back: '返回', sync: '上传情况', leaf: '日历页', verdicts: '签到结论', tags: '标签', meters: '次数', steps: '步骤',
  notices: '话要说清', empty: '没有内容', offline: '没有网', failed: '没办成', held: '留着等组长定', waiting: '还没取到', undo: '可以反悔',
  buttons: '按钮', emergency: '急救', tasks: '今天的路', choices: '选一个', ticks: '今天做了什么', vitals: '测量', sign: '签字', fields: '填写',
  family: '家里人的首页', line: '办到哪一步', board: '组长看板', route: '今天在路上', table: '各村做到了多少', icons: '图标',
}

export const TABS = [
  { id: 'overdue', label: '逾期', count: 3, is_urgent: true },
  { id: 'today', label: '今天', count: 7 },
  { id: 'week', label: '本周', count: 16 },
] as const
export const CHIPS = [
  { id: 'all', label: '全部', count: 7 },
  { id: 'shiban', label: '石板桥', count: 3 },
  { id: 'huangjue', label: '黄桷村', count: 2 },
  { id: 'guihua', label: '桂花坪', count: 2 },
] as const
export const TASKS = [
  { time: '9:30', stop: 1, name: '丁大川', about: '76岁', risk: 'high', purpose: '高血压、糖尿病随访', place: '石板桥3组', overdue_days: 6, phone: '0817-555 0141' },
  { time: '10:30', stop: 2, name: '任桂英', about: '88岁', risk: 'high', purpose: '压疮换药，蒲晓燕同去', place: '黄桷村1组，3.1公里', phone: '0817-555 0142' },
  { time: '11:20', stop: 3, name: '雍德明', about: '79岁', risk: 'medium', purpose: '出院第3天，上门看看', place: '桂花坪2组，2.4公里', phone: '0817-555 0143' },
  { time: '14:00', stop: 4, name: '青永福、何素芬', about: '夫妻', purpose: '老年人体检2人', place: '石板桥1组，1.2公里', phone: '0817-555 0144' },
] as const
export const GROUPS = { first: '先看这两位', rest: '其余按路线' }

export const CHECKS = [
  { verdict: 'inside', words: '离家38米' },
  { verdict: 'near', words: '离家210米，误差60米' },
  { verdict: 'outside', words: '离家430米，写了原因' },
  { verdict: 'unknown', words: '手机没给位置，写了原因' },
] as const
export const METERS = [
  { label: '高血压随访', quota: 4, done: 3 },
  { label: '约了1次', quota: 3, done: 1, booked: 1 },
  { label: '多做1次', quota: 2, done: 3 },
  { label: '年度体检', quota: 1, done: 0 },
  { label: '量血压', quota: 24, done: 17, booked: 1 },
  { label: '伤口换药', quota: null, done: 5 },
] as const

export const REASONS = [
  { value: 'met_elsewhere', label: '老人不在家，约在别处见面' },
  { value: 'address_wrong', label: '家里地址登记得不准' },
  { value: 'position_off', label: '就在家门口，手机定位偏了' },
  { value: 'other', label: '别的原因，我来写', note: '写一句就好' },
] as const
export const SERVICES = [
  { value: 'bp', label: '高血压随访', note: '152/88，今年4次做满了' },
  { value: 'glucose', label: '糖尿病随访', note: '空腹7.1，今年4次做满了' },
  { value: 'box', label: '药箱整理', note: '今天没做，还剩1次' },
  { value: 'exam', label: '年度体检', note: '这次的包里没有', disabled: true },
] as const
export const STEPS = ['签到', '测量', '服务', '签字']
export const PROGRESS = [
  { label: '您提交了', at: '今天8:12', state: 'done' },
  { label: '陈志远医生同意', at: '今天9:05', state: 'done' },
  { label: '卫生院在配药', state: 'now' },
  { label: '上门带到', at: '11月26日 星期四 上午', state: 'todo' },
] as const

/** 丁大川, as a hand wrote it. */
export const SIGNED: Signature = {
  w: 320, h: 144,
  strokes: [
    [34, 50, 8, 21, -5, 88, 44, -4, 176], [70, 45, 460, 3, 38, 152, -1, 14, 56, -1, 12, 48, -2, 1, 8, -3, 0, 16, -10, -7, 48],
    [128, 64, 976, 33, -6, 136, 28, -3, 112],
    [160, 30, 1412, 0, 12, 48, -1, 12, 48, -2, 12, 48, -4, 9, 40, -5, 9, 40, -7, 9, 48, -8, 9, 48, -10, 7, 48],
    [162, 62, 1968, 7, 14, 64, 8, 12, 56, 12, 11, 64, 12, 7, 56], [232, 40, 2396, 0, 18, 72, -2, 18, 72, -5, 15, 64, -6, 12, 56],
    [256, 46, 2848, 1, 24, 96, -2, 24, 96], [282, 34, 3228, 2, 38, 152, -2, 40, 160],
  ],
}

export const ACTIONS: RowAction[] = [
  { id: 'reschedule', label: '改时间', icon: 'calendar-clock' },
  { id: 'nobody_home', label: '没见到人', icon: 'user-x' },
]

/** A point given in three datums, as the server sends it. */
export const HOUSE = {
  wgs84: { latitude: 30.8, longitude: 106.08 },
  gcj02: { latitude: 30.797693, longitude: 106.084007 },
  bd09: { latitude: 30.804, longitude: 106.090401 },
}

const stop = (latitude: number, longitude: number, state: SketchStop['state']): SketchStop => ({ latitude, longitude, state })
export const ROUTE = {
  label: '路线示意：陈志远走石板桥到黄桷村再到桂花坪，蒲晓燕走黄桷村，何秀兰走柳溪街上。',
  base: { name: '卫生院', latitude: 30.8, longitude: 106.08 },
  people: [
    { name: '陈志远', stops: [stop(30.812, 106.092, 'done'), stop(30.811, 106.128, 'now'), stop(30.818, 106.144, 'todo'), stop(30.806, 106.156, 'todo'), stop(30.803, 106.168, 'todo')] },
    { name: '蒲晓燕', stops: [stop(30.8, 106.106, 'done'), stop(30.811, 106.128, 'now'), stop(30.802, 106.138, 'todo')] },
    { name: '何秀兰', stops: [stop(30.788, 106.094, 'done'), stop(30.781, 106.116, 'done'), stop(30.783, 106.134, 'todo')] },
  ],
  villages: [
    { name: '石板桥', latitude: 30.812, longitude: 106.092 },
    { name: '黄桷村', latitude: 30.811, longitude: 106.128 },
    { name: '桂花坪', latitude: 30.813, longitude: 106.158 },
  ],
  stream: {
    name: '柳溪',
    course: [
      { latitude: 30.785, longitude: 106.05 }, { latitude: 30.795, longitude: 106.086 }, { latitude: 30.781, longitude: 106.112 },
      { latitude: 30.797, longitude: 106.142 }, { latitude: 30.791, longitude: 106.2 },
    ],
  },
}
export const DAYS = [
  {
    name: '陈志远', note: '医生，现在任桂英家，还有5站',
    stops: [
      { label: '丁大川', at: '9:30', state: 'done' }, { label: '任桂英', at: '10:30', state: 'now' }, { label: '雍德明', at: '11:20', state: 'todo' },
      { label: '青永福', at: '14:00', state: 'todo' }, { label: '后3站', at: '14:50起', state: 'todo' },
    ],
  },
  {
    name: '蒲晓燕', note: '护士，现在任桂英家，还有2站',
    stops: [
      { label: '赖成贵', at: '9:00', state: 'done' }, { label: '任桂英', at: '10:30', state: 'now' }, { label: '敬桂芳', at: '14:30', state: 'todo' },
      { label: '赵淑华', at: '15:40', state: 'todo' },
    ],
  },
  {
    name: '何秀兰', note: '护士，上午走完，下午1站',
    stops: [
      { label: '蒋玉珍', at: '8:40', state: 'done' }, { label: '李天贵', at: '9:20', state: 'done' }, { label: '唐明秀', at: '15:00', state: 'todo' },
    ],
  },
] as const

export const COLUMNS = [
  { id: 'village', label: '村、社区' },
  { id: 'signed', label: '签约', align: 'end' },
  { id: 'done', label: '做到 / 轮到（人）', wide: true },
  { id: 'rate', label: '占比', align: 'end' },
  { id: 'unseen', label: '90天没去', align: 'end' },
] as const
export const VILLAGES = [
  { village: '柳溪社区', signed: 104, done: 85, due: 97, unseen: 2 },
  { village: '石板桥村', signed: 78, done: 64, due: 74, unseen: 1 },
  { village: '双河口村', signed: 58, done: 38, due: 54, unseen: 7 },
  { village: '青冈岭村', signed: 27, done: 8, due: 24, unseen: 9 },
]
export const TOWN = { village: '全镇', signed: 267, done: 195, due: 249, unseen: 19 }
