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
contracts-refused-has_active_contract = 这位老人和{ $organization_name }{ $team_name }签着约，电话{ $team_phone }。先和他们商量好。
contracts-refused-consent_missing = 还差一条没问：{ $purpose ->
    [C1] 给老人建健康档案
    [C2] 团队里一起看档案
   *[other] { $purpose }
 }。老人愿意，再往下走。
contracts-refused-team_inactive = 这个团队现在不接人了，换一个。
contracts-refused-wrong_team = 您不在这个团队，请团队里的人来签。
contracts-refused-not_reviewer = 接不接，由组长或者团队医生定。
contracts-refused-reason_missing = 不接要写明原因，老人会看到。
contracts-refused-panel_full = 这个团队人满了，介绍别的团队吧。
contracts-refused-package_retired = 这个服务包换新的了，重新选一下。
contracts-refused-terminated = 这份约那天已经结束了。
contracts-refused-deceased = 老人已经走了，不能再签。
contracts-refused-id_exists = 这份已经收到了，不用再发。

contracts-invalid-signature = 还没写名字，请写上再交。

contracts-status-draft = 还在填
contracts-status-pending_review = 等团队看
contracts-status-pending_sign = 等签字
contracts-status-renewal_signed = 续好了，到期接着用
contracts-status-active = 签好了
contracts-status-expired = 到期了
contracts-status-terminated = 解约了
contracts-status-cancelled = 没签成
contracts-status-rejected = 团队没接

contracts-notice-submitted = { $resident_name }想和你们团队签约，请看一看。
contracts-notice-accepted = { $resident_name }：团队答应了，可以签字了。
contracts-notice-rejected = { $resident_name }：这次团队没接，会有人跟您说原因。
contracts-notice-signed = { $resident_name }签好了，{ $first_on }以前去看第一次。
contracts-notice-ran_out = { $resident_name }的签约到期了，还没续签。
contracts-notice-terminated = { $resident_name }的签约解除了。
contracts-notice-ends = { $resident_name }的约签到{ $last_on }，现在就可以续签。

## The clinician's pages

contracts-sign-which = 选哪个服务包？
contracts-sign-listen = 签之前，您听清这四条
contracts-sign-agree = 这几样也要您点头
contracts-sign-name = { $name }，请您写名字
contracts-sign-cannot = 不会写字
contracts-sign-by_hand = 还是自己写
contracts-sign-on_paper = 按了手印，{ $witness }在场
contracts-sign-willing = 愿意，签好了
contracts-sign-hand_in = 愿意，报给组长
contracts-sign-done = { $name }签好了，明天起就算数
contracts-sign-handed_in = 报给组长了，看过再来签字
contracts-sign-no_consent = 上面有一样还没点头
contracts-sign-no_name = 还差名字，写一下就好
contracts-sign-no_team = 您还不在哪个团队里，请找组长

contracts-clause-what = 做什么
contracts-clause-who = 谁来
contracts-clause-how_long = 多久
contracts-clause-how_much = 您付
contracts-clause-times = { $item }{ $count }次
contracts-clause-what_said = 一年{ $services }。
contracts-clause-what_and_medicine = 一年{ $services }，药吃完帮您开。
contracts-clause-who_said = { $names }。
contracts-clause-how_long_said =
    { $years ->
        [1] 一年，到{ $day }。
       *[other] { $years }年，到{ $day }。
    }
contracts-clause-free = 不要钱。
contracts-clause-amount = { $amount }。
contracts-clause-example = { $amount }（示例价）。
contracts-clause-refund = { $days }天内没上过门，全退。

contracts-consent-C1 = 给我建健康档案
contracts-consent-C2 = 团队里的医生护士一起看档案

contracts-package-free = 不要钱
contracts-package-price = 一年付{ $amount }
contracts-package-example = 一年付{ $amount }（示例价）
contracts-package-others = 看看另外{ $count }个包
contracts-package-not_meant = 不适合这位老人

contracts-paper-title = 按手印也行
contracts-paper-lead = 在纸上按手印，请一位在场的人作证。
contracts-paper-witness = 谁在场看着
contracts-paper-take = 按好了

contracts-application-title = 签约申请
contracts-application-opening = 正在翻申请
contracts-application-gone = 这份申请不在这部手机上
contracts-application-stranger = 一位新居民
contracts-application-stranger_next = 还不归你们团队管，接下以后就能看到他的卡。
contracts-application-asked = { $when }申请
contracts-application-card = 看他的卡
contracts-application-accept = 接下，我们来管
contracts-application-accepted = 接下了，可以请{ $name }签字
contracts-application-reject = 这次不接
contracts-application-rejected = 记下了，没接{ $name }
contracts-application-sign = 请{ $name }签字
contracts-application-first_visit = 约第一次上门

contracts-reject-title = 为什么不接{ $name }？
contracts-reject-lead = 原因会记进申请，本人看得到。
contracts-reject-note = 什么原因
contracts-reject_reason-too_far = 住得太远，我们顾不上
contracts-reject_reason-full = 团队现在管满了
contracts-reject_reason-identity = 要先到卫生院核实身份
contracts-reject_reason-other = 别的原因，我来写
