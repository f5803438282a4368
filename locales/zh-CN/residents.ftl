# 居民：身份、重点人群、家里人能帮什么。

residents-refused-identity_format = 证件号应该是18位，再对一下。
residents-refused-identity_check = 证件号有一位不对，照着证件再看一遍。
residents-refused-identity_region = 证件号前6位不对，照着证件再看一遍。
residents-refused-identity_birth = 证件号里的生日不对，照着证件再看一遍。
residents-refused-name = 名字要2到50个字，不带数字和符号。
residents-refused-proxy_scope = 请选家里人能帮哪几样。
residents-refused-proxy_term = 最长{ $max_months }个月，到期可以再请。
residents-refused-already_registered = 这个证件号已经有档案了，搜一下就能找到。
residents-refused-id_exists = 这份已经收到了，不用再发。
residents-refused-phone_known = 这个号码已经记过了。
residents-refused-condition_known = 这个病已经记过了。
residents-refused-flag_exists = 这一类已经记过了。
residents-refused-not_named = 这一类要院里指定的人来记，请找主任。
residents-refused-filter = 只有管这些老人的团队能这样找。
residents-refused-deceased = 老人已经走了，这件事办不了。

residents-invalid-phone = 电话号码不对，再看一遍。
residents-invalid-birth_missing = 填上身份证号，或者填生日。
residents-invalid-identity_mismatch = 证件号和填的生日、性别对不上，再看一遍。
residents-invalid-team_missing = 选您自己的一个团队。
residents-invalid-elder_home = 这里要选养老机构。
residents-invalid-deceased_on = 这个日子不对，再看一遍。
residents-invalid-flag = 这一类自己会算出来，不用记。
residents-invalid-flag_dates = 结束的日子不能早过开始。
residents-invalid-search = 填证件号或者电话，填一样就行。

residents-key_group-K01 = 65岁及以上老年人
residents-key_group-K02 = 高血压
residents-key_group-K03 = 2型糖尿病
residents-key_group-K04 = 严重精神障碍
residents-key_group-K05 = 肺结核
residents-key_group-K06 = 孕产妇
residents-key_group-K07 = 0到6岁儿童
residents-key_group-K08 = 残疾人
residents-key_group-K09 = 脱贫人口
residents-key_group-K10 = 计划生育特殊家庭
residents-key_group-K11 = 慢阻肺
residents-key_group-K12 = 失能、重病或80岁以上
residents-key_group-K13 = 60岁以上失独老人

residents-scope-view_summary = 看到哪天来、来了没有
residents-scope-view_full = 看全部记录
residents-scope-book = 帮忙预约
residents-scope-sign_renewal = 帮忙续签
residents-scope-receive_alerts = 有急事收到消息
residents-scope-pay = 帮忙付钱

## The clinician's pages

residents-age = { $age }岁
residents-sex-male = 男
residents-sex-female = 女
residents-fact_mark = ，
residents-name_mark = 、
residents-clinician = { $name }{ $profession }
residents-profession-doctor = 医生
residents-profession-nurse = 护士
residents-profession-tcm_doctor = 中医师
residents-profession-pharmacist = 药师
residents-profession-therapist = 康复师
residents-profession-public_health = 公卫医生
residents-profession-coordinator = 联络员
residents-profession-specialist = 专科医生
residents-profession-dietitian = 营养师
residents-profession-volunteer = 志愿者

residents-allergy = { $allergy }过敏
residents-pressure-high-systolic = 高压偏高
residents-pressure-high-diastolic = 低压偏高
residents-pressure-high-both = 血压偏高
residents-pressure-in_target = 达标
residents-pressure-up = 比上次{ $before }升了些
residents-pressure-down = 比上次{ $before }降了些
residents-pressure-same = 和上次{ $before }差不多
residents-pressure-targets = 考核目标{ $kpi }以下，用药目标{ $clinical }以下

residents-page = 居民
residents-one = 居民
residents-count = 一共{ $count }位
residents-search = 找姓名、村名、电话
residents-reading = 正在翻花名册
residents-nobody = 没找到这个人
residents-nobody_next = 换个字试试，或者去掉村名。
residents-no_conditions = 没有登记慢病
residents-opening = 正在翻档案
residents-gone = 这位老人的档案不在手机里
residents-gone_kept = 可能转给别的团队了。您做过的都还在。
residents-deceased = 老人已于{ $day }过世
residents-apart = 这一条只有您和组长看得到，别在别处提。
residents-due = { $what }随访{ $when }
residents-book = 帮他约
residents-sign-first = 签约
residents-sign-next = 续签
residents-sign-waits = 请他签字
residents-coming = 约好的
residents-go_on = 接着做
residents-start = 开始上门
residents-start_title = 给{ $name }做什么？
residents-start_lead = 没约也能做，勾一下就开始。
residents-start_what = 今天做什么
residents-book_what = 想约什么？
residents-book_when = 哪天方便？
residents-book_for = 帮{ $name }约
residents-book_note = 电话里怎么说的，不写也行
residents-book_danger = { $words }，先打120
residents-booked = 约好了：{ $day }{ $part }，等组长安排
residents-about_minutes = 约{ $duration }

residents-contract = 签约
residents-ends = { $when }到期
residents-all_promises = 全部{ $count }样
residents-see_application = 看申请
residents-no_contract = 还没签约
residents-no_contract_next = 点上面的签约，当面就能签。

residents-pressures = 最近几次血压
residents-trend-kpi = 考核目标{ $target }以下
residents-trend-clinical = 用药目标{ $target }以下
residents-trend-spoken = 从早到晚的高压：{ $values }。考核目标{ $kpi }以下，用药目标{ $clinical }以下。
residents-medicines = 在吃的药
residents-medicine-left = 还够{ $days }天
residents-medicine-none = 吃完了
residents-medicine-coming = 还没拿到
residents-medicine-asked = 续药等医生看
residents-recent = 最近来过
residents-family = 家里人
residents-kin = { $name }，{ $relation }
residents-kin_may = 可以{ $what }
residents-groups = 重点人群
residents-relation-self = 本人
residents-relation-spouse = 老伴
residents-relation-son = 儿子
residents-relation-daughter = 女儿
residents-relation-grandchild = 孙辈
residents-relation-parent = 父母
residents-relation-grandparent = 祖辈
residents-relation-sibling = 兄弟姐妹
residents-relation-other = 亲友

## 为什么手机里没有这位老人了

residents-notice-moved_away = { $resident_name }转给了{ $team_name }，手机里的资料已收回。
residents-notice-moved_here = { $resident_name }从{ $team_name }转到您这里了，以后由您的团队照看。
residents-notice-let_go = { $resident_name }不再由我们团队照看，手机里的资料已收回。
residents-notice-died = { $resident_name }过世了，约好的都取消了。资料看到{ $last_on }，之后从手机里收回。
residents-notice-grant_revoked = { $resident_name }不再请您帮忙了，手机里的资料已收回。
residents-notice-grant_expired = { $resident_name }请您帮忙的时间到了，手机里的资料已收回。想接着帮，请老人再点一次同意。
residents-notice-reading_over = { $resident_name }的资料按规定从手机里收回了。还要查的，请到卫生院来。
