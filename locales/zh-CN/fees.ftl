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
