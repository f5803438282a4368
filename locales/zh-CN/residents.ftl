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
