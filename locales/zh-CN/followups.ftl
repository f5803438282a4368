# 随访：结果怎么分，下次什么时候。

followups-refused-too_few_attempts = 要在{ $needed }个不同的日子找过才算失访，现在找过{ $made }天。

followups-class-danger = 危险，马上转诊
followups-class-refer = 建议转诊，两周内再问
followups-class-adjust = 调药，两周内再看
followups-class-satisfied = 达标，照常

followups-lateness-not_late = 没到期
followups-lateness-late = 刚过期
followups-lateness-amber = 过期一周多
followups-lateness-red = 过期一个月多

followups-mode-clinic = 门诊
followups-mode-home = 家里
followups-mode-phone = 电话
followups-mode-video = 视频

followups-danger_sign-altered_consciousness = 人不清醒
followups-danger_sign-severe_headache_or_dizziness = 头痛头晕得厉害
followups-danger_sign-nausea_or_vomiting = 恶心、吐
followups-danger_sign-blurred_vision = 看不清
followups-danger_sign-eye_pain = 眼睛痛
followups-danger_sign-palpitation_or_chest_tightness = 心慌、胸闷
followups-danger_sign-cannot_lie_flat = 喘，躺不平
followups-danger_sign-cannot_be_handled_here = 别的情况，我们处理不了
followups-danger_sign-altered_behaviour = 举动反常
followups-danger_sign-acetone_breath = 呼气有烂苹果味
followups-danger_sign-palpitation = 心慌
followups-danger_sign-sweating = 冒汗
followups-danger_sign-poor_appetite = 吃不下
followups-danger_sign-thirst = 口渴得厉害
followups-danger_sign-passing_much_water = 小便多
followups-danger_sign-abdominal_pain = 肚子痛
followups-danger_sign-deep_breathing = 呼吸又深又大
followups-danger_sign-flushed_skin = 皮肤发红
followups-danger_sign-sudden_vision_loss = 突然看不见

followups-symptom-none = 没有
followups-symptom-headache_or_dizziness = 头痛、头晕
followups-symptom-nausea_or_vomiting = 恶心、呕吐
followups-symptom-blurred_vision_or_tinnitus = 眼花、耳鸣
followups-symptom-dyspnoea = 呼吸困难
followups-symptom-palpitation_or_chest_tightness = 心慌、胸闷
followups-symptom-nosebleed = 鼻子出血
followups-symptom-numb_limbs = 手脚发麻
followups-symptom-leg_oedema = 脚肿

followups-refused-already_enrolled = 这位老人已经在管了。
followups-refused-too_young = { $age }岁以上才建这个档。
followups-refused-deceased = 老人已经过世了，不用再安排。
followups-refused-id_exists = 这条已经记过了。
followups-refused-has_ended = 已经不在管了。
followups-refused-wrong_status = 这次随访已经办过了，刷新看看。
followups-invalid-symptoms = 有的症状认不出来，请更新一下再填。

followups-notice-danger = { $resident_name }今天量的情况要马上处理，请现在就看。
