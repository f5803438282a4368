# 随访：结果怎么分，下次什么时候。

followups-refused-too_few_attempts = 要在{ $needed }个不同的日子找过才算失访，现在找过{ $made }天。

followups-class-danger = 危险，马上转诊
followups-class-refer = 建议转诊，两周内再问
followups-class-adjust = 调药，两周内再看
followups-class-satisfied = 达标，照常

followups-refused-already_enrolled = 这位老人已经在管了。
followups-refused-too_young = { $age }岁以上才建这个档。
followups-refused-deceased = 老人已经过世了，不用再安排。
followups-refused-id_exists = 这条已经记过了。
followups-refused-has_ended = 已经不在管了。
followups-refused-wrong_status = 这次随访已经办过了，刷新看看。
followups-refused-no_pressure = 高血压随访要有血压，量了再记。
followups-refused-no_fasting = 糖尿病随访要有空腹血糖，约个没吃早饭的时候测。
followups-invalid-symptoms = 有的症状认不出来，请更新一下再填。

followups-notice-danger = { $resident_name }今天量的情况要马上处理，请现在就看。

followups-programme-hypertension = 高血压随访
followups-programme-diabetes = 糖尿病随访

followups-symptom-headache_or_dizziness = 头痛、头晕
followups-symptom-nausea_or_vomiting = 恶心、呕吐
followups-symptom-blurred_vision_or_tinnitus = 眼花、耳鸣
followups-symptom-dyspnoea = 气紧、呼吸困难
followups-symptom-palpitation_or_chest_tightness = 心慌、胸闷
followups-symptom-nosebleed = 流鼻血
followups-symptom-numb_limbs = 手脚发麻
followups-symptom-leg_oedema = 腿脚肿
followups-symptom-drinking_much = 老想喝水
followups-symptom-eating_much = 吃得多、饿得快
followups-symptom-passing_much_water = 尿多
followups-symptom-blurred_vision = 看东西模糊
followups-symptom-infection = 有感染、发炎
followups-symptom-weight_loss = 明显瘦了

followups-danger_sign-altered_consciousness = 迷糊、叫不醒
followups-danger_sign-severe_headache_or_dizziness = 头痛、头晕得厉害
followups-danger_sign-nausea_or_vomiting = 恶心、呕吐
followups-danger_sign-blurred_vision = 看东西模糊
followups-danger_sign-eye_pain = 眼睛痛
followups-danger_sign-palpitation_or_chest_tightness = 心慌、胸闷
followups-danger_sign-cannot_lie_flat = 喘得躺不平
followups-danger_sign-altered_behaviour = 举动反常
followups-danger_sign-acetone_breath = 嘴里有烂苹果味
followups-danger_sign-palpitation = 心慌
followups-danger_sign-sweating = 直出汗
followups-danger_sign-poor_appetite = 吃不下东西
followups-danger_sign-thirst = 渴得厉害
followups-danger_sign-passing_much_water = 尿得特别多
followups-danger_sign-abdominal_pain = 肚子痛
followups-danger_sign-deep_breathing = 呼吸又深又重
followups-danger_sign-flushed_skin = 皮肤潮红
followups-danger_sign-sudden_vision_loss = 眼睛突然看不清
followups-danger_sign-cannot_be_handled_here = 别的情况，这里处理不了

followups-referral-pressure = 血压{ $pressure }，太高
followups-referral-glucose_high = 血糖{ $most }，太高
followups-referral-glucose_low = 血糖{ $least }，太低
followups-referral-pulse = 心跳{ $pulse }，一直快
followups-referral-temperature = 体温{ $temperature }度，太高
followups-referral-signs = { $signs }
followups-referral-pregnancy = 怀孕或在喂奶，又没达标
followups-referral-high_again = 连着两次没达标
followups-referral-reaction = 药的反应压不住
followups-referral-complication = 有新的并发症，或比以前重

## 在管、出管，门诊和电话里的随访

followups-programmes = 慢病管理
followups-since = { $day }起在管
followups-diagnosed = { $day }确诊
followups-last = 上次{ $day }，{ $how }：{ $outcome }
followups-due = 随访{ $when }
followups-do = 门诊或电话随访
followups-enrol = 纳入慢病管理
followups-leave = 不再管了
followups-source-here = 我们这里确诊
followups-source-hospital = 医院确诊
followups-source-records = 看了带来的病历
followups-source_note-here = 按标准量过、验过，医生定的
followups-source_note-hospital = 转过去看，结果回来了
followups-source_note-records = 出院小结、以前的档案都行
followups-enrol_title = 把{ $name }管起来
followups-enrol_lead = 确诊了再纳入。两周内随访头一回，诊断也记进档案。
followups-enrol_what = 哪个病？
followups-enrol_source = 谁确诊的？
followups-enrol_when = 哪天确诊的
followups-enrol_when_hint = 记不清就不填。
followups-enrol_do = 纳入
followups-enrol_missing = 先选哪个病、谁确诊的。
followups-enrol_ahead = 确诊的日子不能在后头，再看一遍。
followups-enrolled = { $programme }管起来了，两周内随访头一回
followups-leave_title = { $name }，不再管{ $programme }？
followups-leave_lead = 说一下为什么。排好的随访也跟着取消，以前的记录都在。
followups-leave_reason-declined = 老人不愿意管
followups-leave_reason-seen_elsewhere = 在别处管着
followups-leave_reason-moved_away = 不住在这里了
followups-leave_reason-entered_wrongly = 弄错了，没有这个病
followups-left = { $programme }不再管了

followups-let_go = { $day }该随访的没做，{ $why }
followups-let_go_why-seen_elsewhere = 别处随访过了
followups-let_go_why-declined = 老人不愿意
followups-let_go_why-moved_away = 不住在这里
followups-let_go_why-entered_wrongly = 弄错了
followups-let_go_why-deceased = 人过世了
followups-let_go_why-lost = 找了几天没找到人
followups-let_go_title = { $name }，这次不随访了？
followups-let_go_lead = { $programmes }这回不做，下回照常排。为什么？
followups-let_go_reason-seen_elsewhere = 别处刚随访过
followups-let_go_reason-declined = 老人这回不愿意
followups-let_go_reason-lost = 找了几天，没找到人
followups-let_go_said = 记下了，下回照常排

followups-step-how = 这次怎么随访？
followups-step-ask = 再问几句
followups-measured-clinic = 量了多少？
followups-measured-phone = 他自己量了多少？
followups-mode-clinic = 门诊面访
followups-mode-phone = 电话
followups-mode-home = 上门
followups-mode-video = 视频
followups-mode_note-clinic = 人来了，当面量、当面问
followups-mode_note-phone = 老人自己量的数，电话里报
followups-which = 随访哪几样？
followups-spoke_with = 跟谁通的电话？
followups-not_face_to_face = 电话随访不算面访
followups-face_to_face =
    { $count ->
        [0] 今年还没面访过，要满{ $needed }次。
       *[other] 今年面访了{ $count }次，要满{ $needed }次。
    }
followups-missing-mode = 先选门诊还是电话。
followups-missing-programme = 先选随访哪一样。
followups-missing-spoke_with = 先选跟谁通的电话，不然这次不算数。
followups-next-measure = 下一步：填数
followups-next-ask = 下一步：问一问
followups-again = 太高了。请他坐着歇{ $minutes }分钟，再量一次
followups-again_why = 自己量的，一次不算准。两次都这么高，就打120。
followups-again_not = 量不了
followups-again_do = 填第二次的数
followups-first_reading = 第一次自己量的是{ $pressure }
followups-gaps = 还差这些，补上再记。没量成的，回去不选它
followups-record = 记下这次随访
followups-recorded = 记下了，下次{ $day }以前
followups-nowhere = 还没有纳入慢病管理
followups-nowhere_next = 在他的卡片上点纳入慢病管理，就能记随访。
