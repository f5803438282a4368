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
followups-invalid-symptoms = 有的症状认不出来，请更新一下再填。

followups-notice-danger = { $resident_name }今天量的情况要马上处理，请现在就看。
