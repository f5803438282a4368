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
