# 上门：从约到走，到做完的证明。

visits-refused-wrong_status = 这一家已经往下走了，刷新看看现在到哪一步。
visits-refused-wrong_clinician = 这一家现在排给别人了，问一下组长。
visits-refused-not_leader = 这件事要组长来定。
visits-refused-not_team = 这一家不在您的团队。
visits-refused-no_reason = 选一个原因就行。
visits-refused-no_note = 选了别的原因，请写一句是什么情况。
visits-refused-no_outside_reason = 说一下是什么情况，就能签到。
visits-refused-no_outside_action = 再选一下接着怎么做，就能签到。
visits-refused-incomplete = 这次上门还缺{ $count }样，补齐了才算数。
visits-refused-wrong_measures = 有一项还没填。
visits-refused-wrong_unit = 单位不对，这里用{ $unit }。
visits-refused-impossible_value = 这个数不像真的，看看是不是按错了。
visits-refused-pressures_swapped = 高压要比低压高，看看是不是填反了。
visits-refused-day_past = 这天已经过了，换一天吧。
visits-refused-day_too_far = 现在只能约到{ $last_on }，再晚的过几天来约。
visits-refused-window_backwards = 走的时间要比到的时间晚。
visits-refused-window_over_midnight = 一次上门要在同一天里。
visits-refused-outside_hours = 上门从{ $from }到{ $until }，换个时间吧。
visits-refused-too_few_clinicians = 这一家要去{ $needed }个人，再排一位。
visits-refused-day_full = 那天已经排了{ $max }家，换一天或换个人。
visits-refused-cancelled = 这次上门已经取消了。您做的都算数，交给组长来定归哪里。
visits-refused-reassigned = 这一家后来排给别人了。您做的都算数，交给组长来定归哪里。
visits-refused-wrong_team = 这一家现在归别的团队管。您做的都算数，交给组长来定归哪里。
visits-refused-no_booking_scope = 这位老人还没请您帮忙预约，让老人在手机上点一下就行。
visits-refused-danger_words = 您写了“{ $words }”，先打120。人没事，再回来约。
visits-refused-deceased = 这位老人已经走了，不用再约。
visits-refused-no_team = 还没签家庭医生，先签约，再请我们上门。
visits-refused-different_teams = 这两位不归同一个团队，分开约吧。
visits-refused-not_at_home = 这一项在家里做不了，请到卫生院来。
visits-refused-item_apart = 这一项不在这里约，请给团队打电话。
visits-refused-not_member = 有人已经不在团队里了，换一位吧。
visits-refused-clinician_busy = 这个时间他已经排了别家，换个时间或换个人。
visits-refused-not_in_day = 有一家不在{ $on }的名单里了，刷新再排。
visits-refused-id_exists = 这条已经记过了，不用再记。
visits-refused-no_check = 还没签到，先签到。
visits-refused-wrong_resident = 这次上门没有这位老人，先把他加进来。
visits-refused-charged = 这一项已经记成做完了，要改就找组长。
visits-refused-wrong_code = 这6个数字不对，再看一眼短信。
visits-refused-no_phone = 登记的号码收不到短信，请老人签个字，或换个办法。

visits-invalid-source = 请选是谁约的。
visits-invalid-days = 这几天现在看不了，往前挑几天。
visits-invalid-confirmation = 签字没收全，请再签一次。
visits-invalid-note_missing = 退回去，请写一句差什么。

visits-sms-code = 【{ $organization_name }】请把这6个数字告诉来您家的人：{ $code }。没有人来，就不要说，打{ $team_phone }问一下。

visits-notice-requested = { $resident_name }想请人上门，请看一看。
visits-notice-declined = { $resident_name }：这次上门没排上，团队会跟您联系。
visits-notice-scheduled = { $resident_name }：{ $planned_start_at }，{ $clinician_names }来家里。
visits-notice-tomorrow = { $resident_name }：{ $planned_start_at }，{ $clinician_names }来家里，请留人在家。
visits-notice-unplanned = { $resident_name }：{ $planned_start_at }那次先不去，排好了再告诉您。
visits-notice-cancelled = { $resident_name }的这次上门取消了，改天可以再约。
visits-notice-completed = { $occurred_at }，我们去{ $resident_name }家看过了。
visits-notice-assigned = 给您排了一家，{ $planned_start_at }去。
visits-notice-taken_off = { $planned_start_at }那一家换人了，您不用去。
visits-notice-called_off = { $planned_start_at }那一家取消了，不用去。
visits-notice-danger = { $resident_name }量出来的数要马上看，请现在就看。

visits-status-requested = 等组长看
visits-status-accepted = 接下了，等排人
visits-status-scheduled = 排好了
visits-status-en_route = 在路上
visits-status-in_progress = 正在家里
visits-status-completed = 做完了
visits-status-verified = 核对好了
visits-status-declined = 这次没接
visits-status-cancelled = 取消了
visits-status-missed = 没见到人
visits-status-aborted = 中途停了

visits-element-service = 做了什么
visits-element-person = 给谁做的
visits-element-provider = 谁做的
visits-element-date = 哪天
visits-element-place = 在哪里
visits-element-begin_and_end = 几点到、几点走

visits-review_reason-outside = 离登记的家较远
visits-review_reason-unknown_place = 没定到位
visits-review_reason-clock_doubtful = 手机时间可能不准
visits-review_reason-backwards = 走的时间比到的早
visits-review_reason-overlapping = 和另一家的时间重了
visits-review_reason-over_quota = 超出额度
visits-review_reason-not_confirmed = 没有签字

visits-outside_reason-elder_elsewhere = 老人不在家，约在别处见面
visits-outside_reason-address_wrong = 家里地址登记得不准
visits-outside_reason-position_drifts = 就在家门口，手机定位偏了
visits-outside_reason-no_position = 手机一直定不到位
visits-outside_reason-home_not_located = 这家还没登记过位置
visits-outside_reason-other = 别的原因，我来写

visits-outside_action-serve_here_with_photo = 就在这里服务，拍张现场照片
visits-outside_action-serve_and_correct_address = 照常服务，顺便更正住址
visits-outside_action-serve_and_call_leader = 照常服务，给组长打个电话

visits-no_visit_reason-nobody_home = 家里没人
visits-no_visit_reason-refused_at_door = 人在，不让进门
visits-no_visit_reason-no_answer = 打电话没人接

visits-decline_reason-not_for_home = 这件事在家里做不了
visits-decline_reason-needs_hospital = 要先去医院看
visits-decline_reason-no_capacity = 这几天排不开
visits-decline_reason-out_of_area = 不在我们这片
visits-decline_reason-duplicate = 已经约过了
visits-decline_reason-other = 别的原因

visits-cancel_reason-resident_unwell = 老人不舒服
visits-cancel_reason-resident_away = 老人不在家
visits-cancel_reason-resident_changed_mind = 不想约了
visits-cancel_reason-team_busy = 团队排不开
visits-cancel_reason-weather = 天气不好
visits-cancel_reason-other = 别的原因
visits-cancel_reason-contract_ended = 签约到期了
visits-cancel_reason-deceased = 老人走了

visits-abort_reason-unsafe = 不安全，先离开
visits-abort_reason-emergency_120 = 情况急，打了120
visits-abort_reason-vital_limit = 量出来的数不能做
visits-abort_reason-resident_asked = 老人说不做了
visits-abort_reason-other = 别的原因

visits-refused_to_sign-cannot_write = 不会写字
visits-refused_to_sign-does_not_want_to = 不想签
visits-refused_to_sign-nobody_else_there = 没有家人在场
visits-refused_to_sign-other = 别的原因

visits-remark-urgent = 这个数很危险，先打120，再叫医生
visits-remark-stop = 这个数先别做，打给医生
visits-remark-suspicious = 这个数少见，再量一次；没错就按对的

visits-measure-systolic = 高压
visits-measure-diastolic = 低压
visits-measure-fasting = 空腹血糖
visits-measure-random = 随机血糖
visits-measure-pulse = 脉搏
visits-measure-temperature = 体温
visits-measure-spo2 = 血氧
visits-measure-weight = 体重
visits-measure-height = 身高
visits-measure-waist = 腰围

visits-unit-blood_pressure = 毫米汞柱
visits-unit-glucose = 毫摩尔/升
visits-unit-pulse = 次/分
visits-unit-temperature = 度
visits-unit-spo2 = %
visits-unit-weight = 公斤
visits-unit-height = 厘米
visits-unit-waist = 厘米

## The clinician's pages

visits-item-A01 = 更新档案
visits-item-A02 = 年度体检
visits-item-A03 = 生活方式评估
visits-item-A04 = 自理能力评估
visits-item-A05 = 能力评估
visits-item-A06 = 中医体质辨识
visits-item-A07 = 记性初筛
visits-item-A08 = 心情初筛
visits-item-A09 = 防跌倒评估
visits-item-A10 = 疫苗预约
visits-item-B01 = 高血压随访
visits-item-B02 = 糖尿病随访
visits-item-B03 = 三高综合评估
visits-item-B04 = 慢阻肺随访
visits-item-B05 = 冠心病、脑卒中随访
visits-item-B06 = 专项随访
visits-item-B07 = 督导服药
visits-item-B08 = 自测数据审核
visits-item-B09 = 并发症筛查
visits-item-B10 = 营养运动指导
visits-item-C01 = 看病优先
visits-item-C02 = 电话咨询
visits-item-C03 = 网上复诊
visits-item-C04 = 续方评估
visits-item-C05 = 药箱整理
visits-item-C06 = 送药到家
visits-item-C07 = 上门看病
visits-item-C08 = 中医理疗
visits-item-C09 = 上门采样
visits-item-D01 = 量血压、看情况
visits-item-D02 = 压疮换药
visits-item-D03 = 伤口换药
visits-item-D04 = 换导尿管
visits-item-D05 = 换鼻饲管
visits-item-D06 = 造口护理
visits-item-D07 = PICC维护
visits-item-D08 = 打针
visits-item-D09 = 康复训练
visits-item-D10 = 家庭病床查床
visits-item-D11 = 教家里人护理
visits-item-D12 = 安宁疗护
visits-item-E01 = 挂号转诊
visits-item-E02 = 出院后看看
visits-item-E03 = 远程会诊
visits-item-E04 = 陪诊
visits-item-E05 = 紧急呼叫
visits-item-E06 = 健康讲座
visits-item-E07 = 养老院巡诊
visits-item-E08 = 帮办长护险

visits-part-morning = 上午
visits-part-afternoon = 下午
visits-part-any = 哪时都行

visits-miss-title = 没见到{ $name }
visits-miss-lead = 是什么情况？点一下就记好了。
visits-miss-said = 记下了：{ $reason }
visits-move-title = { $name }，改到哪天？
visits-move-lead = 这次先取消，组长按新时间重新排人。
visits-move-why = 谁的原因？
visits-move-when = 改到哪天
visits-move-said = 改到{ $day }{ $part }了，等组长排人
