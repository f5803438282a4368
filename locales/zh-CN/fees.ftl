# 钱：上门一次多少，谁出；团队每月的签约服务费。

fees-refused-month_open = 这个月还没过完，过完才能算。
fees-refused-month_closed = 后面的月份已经算过了。要补的会记在最近一个月里。
fees-refused-not_leader = 这笔由团队组长来记。
fees-refused-old_bill = 这笔刚被改过，再打开看一眼。
fees-refused-no_voucher = 这位老人还够不上养老消费补贴。

fees-kind-accrual = 当月
fees-kind-correction = 更正

fees-payer-public_health = 公共卫生经费
fees-payer-insurance = 医保基金
fees-payer-institution = 本机构
fees-payer-resident = 个人

fees-csv-month = 月份
fees-csv-team = 团队
fees-csv-contract = 协议编号
fees-csv-kind = 类别
fees-csv-from = 从
fees-csv-until = 到
fees-csv-due = 该做
fees-csv-done = 做到
fees-csv-factor = 质量系数
fees-csv-base = 全做到应得（元）
fees-csv-total = 计得（元）

fees-title = 签约服务费
fees-lead = 按做到的算，不按签的算。
fees-empty = 还没有算过的月份。每月头一天夜里算上个月的。
fees-month = { $year }年{ $month }月
fees-which = 哪个月
fees-save = 存成表格
fees-example = 价格是示例，等中心定
fees-none = —
fees-total = 本月计得
fees-total_note = { $contracts }份协议满了一个月，{ $full }份全做到了
fees-share = 其中{ $percent }%给团队
fees-factor = 质量系数
fees-factor_note = 到期该做{ $due }次，做到{ $done }次
fees-look = 看每一份
fees-sums = 这个月
fees-base = 全做到应得
fees-accrued = 按做到的计得
fees-corrections_sum = 更正以前的{ $count }笔
fees-payers = 谁出的钱
fees-missing_most = 差在哪里
fees-missing_count = 差{ $times }次，{ $contracts }份协议
fees-corrections = 更正以前月份
fees-corrections_note = 以前记的不改，差的补在这里
fees-period = { $from }到{ $until }
fees-lines = { $count }份协议
fees-lines_note = 差得多的在前
fees-all = 看全部{ $count }份
fees-contract = 协议 …{ $number }
fees-missing = { $item }该{ $due }次，做了{ $done }次
fees-all_done = 该做的都做到了
fees-nothing_due = 还没有到期的
fees-reason-rested = 这个月老人不在家，不计
fees-reason-voided = 协议查实作废，全数退回
fees-times_factor = { $base }×{ $factor }

fees-bill = 这次的费用
fees-charge-home_visit = 上门费，一次
fees-charge-materials = 材料
fees-covered = 包里有
fees-pays-insurance = 医保付
fees-pays-ltc = 长护险付
fees-pays-voucher = 养老消费补贴付
fees-pays-package = 服务包里出
fees-pays-resident = 自己付
fees-board = 看板
