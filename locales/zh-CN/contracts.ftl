# 签约：服务包、签字、续签、解约。

contracts-refused-wrong_status = 这份约已经往下走了，刷新看看现在到哪一步。
contracts-refused-wrong_term = 一次能签{ $min }到{ $max }年。
contracts-refused-no_package = 先选一个服务包。
contracts-refused-not_eligible = 这个服务包不适合这位老人，换一个看看。
contracts-refused-excluded = 这两个服务包内容重了，留一个就够。
contracts-refused-identity_level = 先把身份核对好，再来签。
contracts-refused-sign_method = 要另外付钱的包，请本人手写签字，或者签纸质的。
contracts-refused-elder_must_sign = 第一次签要付钱的包，得老人自己签。
contracts-refused-proxy_scope = 老人没有请您代签，先请老人答应。
contracts-refused-renewal_too_early = 还早，{ $opens_on }起可以续签。
contracts-refused-reason_not_listed = 这个原因不能解约，另选一个。
contracts-refused-ends_in_past = 结束的日子不能在今天以前。
contracts-refused-notice_too_short = 要提前告诉老人，最早{ $earliest_on }结束。
contracts-refused-no_quota_left = 今年的次数用完了。

contracts-status-draft = 还在填
contracts-status-pending_review = 等团队看
contracts-status-pending_sign = 等签字
contracts-status-active = 签好了
contracts-status-expired = 到期了
contracts-status-terminated = 解约了
contracts-status-cancelled = 没签成
contracts-status-rejected = 团队没接

contracts-termination_reason-moved_away = 搬走了
contracts-termination_reason-other_team = 想换个团队
contracts-termination_reason-not_satisfied = 不满意
contracts-termination_reason-no_longer_wanted = 不想签了
contracts-termination_reason-moved_out_of_area = 搬出我们这片
contracts-termination_reason-identity_wrong = 身份不对
contracts-termination_reason-violence = 打骂过医护
contracts-termination_reason-team_dissolved = 团队撤了，会介绍别的团队
contracts-termination_reason-duplicate_contract = 签重了
contracts-termination_reason-death = 老人走了
contracts-termination_reason-false_signing = 不是本人签的

contracts-payer-public_health = 公共卫生经费
contracts-payer-insurance = 医保
contracts-payer-institution = 养老机构
contracts-payer-resident = 您自己
