# 今天：去哪几家，先去哪家。

tasks-nav-board = 看板
tasks-nav-day = 今天
tasks-nav-residents = 居民
tasks-nav-inbox = 消息
tasks-nav-me = 我的

tasks-when = 时间
tasks-overdue = 逾期
tasks-today = 今天
tasks-week = 本周
tasks-by_village = 按村筛选
tasks-all = 全部

tasks-first =
    { $count ->
        [1] 先看这位
        [2] 先看这两位
       *[other] 先看这{ $count }位
    }
tasks-rest = 其余按路线

tasks-people = { $count }位
tasks-item_people = { $item }{ $count }人
tasks-together = { $names }同去
tasks-follow_up = { $programmes }随访
tasks-programme-hypertension = 高血压
tasks-programme-diabetes = 糖尿病
tasks-unplanned = 没约
tasks-unplanned_kind = 到期了
tasks-unplanned_first = 新签的
tasks-first_visit = 签了，头一回上门

tasks-depart = 出发去{ $name }家
tasks-arrive = 去{ $name }家的路上
tasks-go_on = 接着给{ $name }看
tasks-book = 约个时间
tasks-start = 现在就上门
tasks-record = 记门诊或电话随访
tasks-let_go = 这次不随访了

tasks-reading = 正在翻今天的单子
tasks-fetching = 先取今天要去的几家，马上好
tasks-empty-overdue = 没有逾期的
tasks-empty-today = 今天的都走完了
tasks-empty-week = 这周没有安排了
tasks-nothing_planned = 后面还没有排，去居民里看看谁该去了。
tasks-next_day = { $day }有{ $count }家，第一家{ $time }。

# 头一次取资料
tasks-fetch-label = 取资料的进度
tasks-fetch-so_far = 正在取资料：{ $come }份，共{ $total }份。
tasks-fetch-goes_on = 今天的先到，已经能用了。断了不要紧，接着取。
tasks-fetch-offline = 没信号，有信号就接着取。
