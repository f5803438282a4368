# The window's title: the page first, then the app.
ui-page-title = { $title } - 家医上门
ui-back = 返回
ui-nav = 主导航
ui-call = 电话
ui-call-team = 打给团队
ui-undo = 撤销
ui-read = 念一念
ui-read-stop = 不念了
ui-search-clear = 清空

# The sync pill. at: local time as "9:42".
ui-sync-never = 还没同步
ui-sync-synced_at = { $at }已同步
ui-sync-sending = 正在上传
ui-sync-waiting = { $count }条待上传
ui-sync-offline = 没信号，存了{ $count }条
ui-sync-offline_empty = 没信号，照常做
ui-sync-review = { $count }条要您看
ui-sync-expired = 请您再登录一次

# Task rows.
ui-task-stop = 第{ $stop }站
ui-task-more = 更多
ui-task-reschedule = 改时间
ui-task-nobody_home = 没见到人

ui-risk-high = 高风险
ui-risk-medium = 中风险
ui-risk-low = 低风险

# Check-in verdicts, cut in two and two like a seal: four characters.
ui-verdict-inside = 已到门口
ui-verdict-near = 就在附近
ui-verdict-outside = 离家较远
ui-verdict-unknown = 没定到位

# The meter of a year's services; the spoken ones replace the bar for screen readers.
ui-meter-left = 还剩{ $count }次
ui-meter-untouched = 还没做
ui-meter-full = 做满了
ui-meter-all_booked = 都约好了
ui-meter-over = 超出{ $quota }次额度
ui-meter-unlimited = 不限次数
ui-meter-spoken = { $quota }次，做了{ $done }次
ui-meter-spoken_booked = { $quota }次，做了{ $done }次，约了{ $booked }次
ui-meter-spoken_unlimited = 不限次数，做了{ $done }次

# Spoken after a step or a stop.
ui-step-done = ，办好了
ui-step-now = ，正在办
ui-step-todo = ，还没到
ui-stop-done = ，走完了
ui-stop-now = ，现在在这里
ui-stop-todo = ，还没去

# The number pad.
ui-keys = 数字键盘
ui-keys-delete = 删除
ui-keys-point = 小数点
ui-keys-skip = 没测成
ui-vital-empty = 还没填

# The signature field.
ui-sign-empty = 请{ $signer }在这里写名字，还没写
ui-sign-signed = 已手写签名：{ $signer }
ui-sign-again = 重写

ui-emergency = 急救
ui-emergency-words = 胸口痛、喘不上气、说不清话，先打120。
ui-emergency-call = 打120
ui-emergency-short = 急救120

# The map apps of the phone; place is a village group.
ui-navigate-title = 去{ $place }
ui-navigate-lead = 用手机里的地图带路。没信号也不要紧，回来接着做。
ui-navigate-amap = 高德地图
ui-navigate-tencent = 腾讯地图
ui-navigate-baidu = 百度地图
ui-navigate-other = 手机里的其他地图

ui-elder-enter = 换成长辈版，字大些
ui-elder-leave = 换回普通版
