# 签约：服务包、签字、续签、解约。

contracts-refused-wrong_status = 这份约已经往下走了，刷新看看现在到哪一步。
contracts-refused-wrong_term = 一次能签{ $min }到{ $max }年。
contracts-refused-no_package = 先选一个服务包。
contracts-refused-not_eligible = 这个服务包不适合这位老人，换一个看看。
contracts-refused-excluded = 这两个服务包内容重了，留一个就够。
contracts-refused-identity_level = 先把身份核对好，再来签。
contracts-refused-sign_method = 这样签不算数，换个办法：要另外付钱的包，要本人手写。
contracts-refused-guardian_must_sign = 还没成年，请爸爸妈妈或别的监护人来签。
contracts-refused-guardian_before_team = 监护人请当着医生的面签。
contracts-refused-guardian_basis = 写清楚监护人是他什么人，凭什么代他签。
contracts-refused-ward_view_missing = 孩子满八岁了，问问他自己怎么想，写下来。
contracts-refused-photo_missing = 把签好的那一页拍下来，再交。
contracts-refused-witness_missing = 按手印要有一个人在旁边看着，写上他的名字。
contracts-refused-recording_missing = 按手印要录一句话：请签字的人说愿意。
contracts-refused-not_heard = 先把协议念给他听，他口头答应了再按手印。
contracts-refused-witness_is_party = 作证的要是另外一个人，不能是签字的人，也不能是您自己。
contracts-refused-wrong_code = 数字不对，或者过时了，再要一次。
contracts-refused-no_text_yet = 团队还没答应，协议还没写好。
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
contracts-refused-moved = 记着这位已经搬走了。又住回来了，先在卡片上记一笔，再签。
contracts-refused-evidence_missing = 先写清楚怎么知道的。
contracts-refused-not_away_yet = 人还没走，等走了再停。
contracts-refused-hospital_too_short = 住院超过{ $days }天，才停约。
contracts-refused-amendment_open = 已经有一个改动在等，先把那个办完。
contracts-refused-nothing_changes = 和现在的一样，不用改。
contracts-refused-wrong_day = 从哪天起，要在今天以后、到期以前。
contracts-refused-other_institution = 那个团队不是这家卫生院的。要换，先解约再签。
contracts-refused-not_offered = 只能换到信上说的那个团队。
contracts-refused-not_leader = 换团队，由组长来办。
contracts-refused-transfer_missing = 团队散了，得先给老人介绍一个别的团队。
contracts-refused-outside_area = 老人不住在你们管的村。要接，请组长写明为什么。
contracts-refused-not_in_household = 这个人不在这一家里。
contracts-refused-id_exists = 这份已经收到了，不用再发。

contracts-invalid-signature = 还没写名字，请写上再交。

contracts-sms-code = 【{ $organization_name }】您签约用的6个数字是{ $code }，填在您自己的手机上。谁来问都不要说。

contracts-evidence-seal_holds = 封存完好
contracts-evidence-seal_changed = 封存被动过
contracts-evidence-seal_missing = 没有封存
contracts-evidence-seal_unknown = 封存用的钥匙{ $key }不在这里，查不了
contracts-evidence-chain_changed = 封存的先后对不上，有一条被抽走或者插进来
contracts-evidence-audit_holds = 操作记录里有这次封存
contracts-evidence-audit_missing = 操作记录里没有这次封存
contracts-evidence-text_holds = 协议文字没有改动
contracts-evidence-text_changed = 协议文字被改过
contracts-evidence-term_holds = 起止日期没有改动
contracts-evidence-term_changed = 起止日期被改过
contracts-evidence-parties_changed = 签约双方被改过
contracts-evidence-signature_changed = { contracts-evidence-side }：签字被抽走或者多出来
contracts-evidence-signer_holds = 签字的人没有改动
contracts-evidence-signer_changed = { contracts-evidence-side }：签字的人被改过
contracts-evidence-strokes_holds = 笔迹没有改动
contracts-evidence-strokes_changed = { contracts-evidence-side }：笔迹被改过
contracts-evidence-time_holds = 签字的时间没有改动
contracts-evidence-time_changed = { contracts-evidence-side }：签字的时间被改过
contracts-evidence-way_holds = 签字的办法没有改动
contracts-evidence-way_changed = { contracts-evidence-side }：签字的办法或设备被改过
contracts-evidence-witness_holds = 见证没有改动
contracts-evidence-witness_changed = { contracts-evidence-side }：见证被改过
contracts-evidence-signed_text_changed = { contracts-evidence-side }：签的不是这份文字
contracts-evidence-photo_holds = 照片没有改动
contracts-evidence-photo_changed = { contracts-evidence-side }：照片被换过
contracts-evidence-photo_missing = 照片不见了
contracts-evidence-photo_to_come = 照片还没传到
contracts-evidence-recording_holds = 录音没有改动
contracts-evidence-recording_changed = { contracts-evidence-side }：录音被换过
contracts-evidence-recording_missing = 录音不见了
contracts-evidence-recording_to_come = 录音还没传到
contracts-evidence-amendment_holds = { $day }起的变更没有改动
contracts-evidence-amendment_changed = { $day }起的变更被改过
contracts-evidence-amendment_missing = { $day }起的变更没有封存
contracts-evidence-side = { $party ->
    [team] 团队一方
   *[resident] 居民一方
 }

contracts-status-draft = 还在填
contracts-status-pending_review = 等团队看
contracts-status-pending_sign = 等签字
contracts-status-renewal_signed = 续好了，到期接着用
contracts-status-active = 签好了
contracts-status-suspended = 先停着
contracts-status-closed_death = 老人走了，约也了了
contracts-status-voided = 查实不算数
contracts-phase-expiring = 快到期了
contracts-phase-lapsed = 到期不久，现在续还接得上
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

contracts-notice-will_end = { $resident_name }的约到{ $last_on }为止，卫生院给您写了信，点开看看。
contracts-notice-suspended = { $resident_name }不在家，约先停着。回来了跟我们说一声。
contracts-notice-resumed = { $resident_name }回来了，约接着用。
contracts-notice-amended = { $resident_name }的服务包换好了。
contracts-notice-other_team = { $resident_name }以后由{ $team_name }来看。
contracts-notice-taken_over = { $resident_name }转到你们团队了，没办完的也一起转过来了。
contracts-notice-photo_missing = { $resident_name }签约的照片或录音还没传到，手机连上网看一看。
contracts-notice-first_visit = { $resident_name }签了还没去过，{ $first_on }以前要去。

contracts-end_reason-moved_away = 搬走了
contracts-end_reason-other_team = 想换个团队
contracts-end_reason-not_satisfied = 不满意
contracts-end_reason-no_longer_wanted = 不需要了
contracts-end_reason-moved_out_of_area = 您搬到我们去不了的地方了
contracts-end_reason-identity_wrong = 身份没核对上
contracts-end_reason-violence = 上门的人受了打骂
contracts-end_reason-team_dissolved = 这个团队不再办了
contracts-end_reason-duplicate_contract = 您在别处也签了一份
contracts-end_reason-expired = 到期了
contracts-end_reason-death = 老人走了
contracts-end_reason-false_signing = 查实不是本人签的
contracts-end_reason-not_signed = 一直没签字

contracts-letter-greeting = { $resident_name }：
contracts-letter-end = { $team_name }给您的服务，到{ $ends_on }为止。原因：{ $reason }。
contracts-letter-done = 这份约里，我们给您做了{ $count }次。
contracts-letter-care_goes_on = 量血压、测血糖、每年体检，不会停。哪儿住，就归哪儿的卫生院管，不要钱。
contracts-letter-offered = 您愿意的话，可以转到{ $team_name }，电话{ $team_phone }。没做完的一起转过去，不用重新签。
contracts-letter-ask = 有什么不明白，打{ $team_phone }。{ $organization_name }

## The clinician's pages

contracts-sign-which = 选哪个服务包？
contracts-sign-listen = 签之前，您听清这四条
contracts-sign-agree = 这几样也要您点头
contracts-sign-name = { $name }，请您写名字
contracts-sign-cannot = 不会写字
contracts-sign-by_hand = 还是自己写
contracts-sign-on_paper = 签在纸上了，照片拍好了
contracts-sign-on_fingerprint = 按了手印，{ $witness }在场，话录了，照片拍好了
contracts-sign-has_guardian = 本人做不了主，由监护人签
contracts-sign-needs_guardian = 还没成年，请监护人来签
contracts-sign-guardian = { $name }代{ $resident }签（{ $basis }）
contracts-sign-himself = 还是本人签
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

contracts-paper-title = 换个办法签
contracts-paper-lead = 签哪种都算数，签好的那一页拍张照。
contracts-paper-paper = 签在纸上
contracts-paper-paper_note = 把协议打印出来，写上名字
contracts-paper-fingerprint = 按手印
contracts-paper-fingerprint_note = 不会写字，要有一个人在旁边看着，还要录一句话
contracts-paper-witness = 谁在旁边看着
contracts-paper-heard = 念过了，老人亲口说愿意
contracts-paper-photo = 拍下这一页
contracts-paper-again = 重拍
contracts-paper-saving = 正在存
contracts-paper-picture = 刚拍的那一页
contracts-paper-bad = 这张存不下来，再拍一次
contracts-paper-take = 就用这张
contracts-paper-take_both = 就这样签
contracts-record-title = 请他跟着念一句
contracts-record-lead = 先说给他听：这句话录下来，跟协议存在一起，只用来证明是他自己愿意的。
contracts-record-sentence = 我叫{ $name }。协议念给我听了，签的是{ $packages }，{ $cost }我愿意签，手印是我自己按的。
contracts-record-sentence_for = 我叫{ $name }，替{ $resident }签。协议念给我听了，签的是{ $packages }，{ $cost }我愿意签，手印是我自己按的。
contracts-record-cost = 一年自己出{ $amount }，
contracts-record-cost_free = 自己不用出钱，
contracts-record-start = 开始录音
contracts-record-stop = 停止
contracts-record-again = 重新录
contracts-record-listen = 刚录的那句话
contracts-record-time = 正在录 { $now }，最长{ $most }
contracts-record-fault_none = 这台手机录不了音
contracts-record-next_none = 换一台手机来签，或者请他把名字写在纸上。没有录音，按手印签不了。
contracts-record-fault_denied = 手机没让用话筒
contracts-record-next_denied = 点网址旁边的小锁，把“麦克风”改成允许，再点开始录音。改不了就换一台手机，或者请他把名字写在纸上。
contracts-record-fault_busy = 话筒正被别的占着
contracts-record-next_busy = 把通话和别的录音关掉，再点一次开始录音。
contracts-record-fault_short = 太短了，没录上
contracts-record-next_short = 点一下开始，等他念完，再点停止。

contracts-guardian-title = 谁替{ $name }签？
contracts-guardian-lead = 本人做不了主的，才由监护人签。帮忙的家里人不算监护人。
contracts-guardian-lead_minor = 没成年，由监护人签。
contracts-guardian-who = 监护人的名字
contracts-guardian-basis = 是{ $name }的什么人
contracts-guardian-ward = { $name }自己怎么说
contracts-guardian-take = 请他来签

contracts-own-title = 听清这四条，再签
contracts-own-services = { $named }，一共{ $count }样。
contracts-own-send = 发6个数字到我手机
contracts-own-again = 没收到，再发一次
contracts-own-sent = 刚给您发了6个数字，填在这里。10分钟内都行，不着急。
contracts-own-code = 6个数字
contracts-own-no_code = 先要6个数字，填上再签
contracts-own-name = 您
contracts-own-willing = 愿意，签好了
contracts-own-done = 签好了，明天起就算数
contracts-own-offline = 这会儿没信号。签字要收短信，有信号再来签。
contracts-own-go = 团队答应了，去签字

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

## A contract in force

contracts-running-title = 签约
contracts-running-until = 到{ $day }
contracts-running-ends = { $day }结束：{ $reason }
contracts-running-first_visit = 第一次上门：{ $day }以前
contracts-running-first_visit_late = 第一次上门过了{ $days }天，还没去
contracts-running-rests = { $day }起停着：{ $reason }
contracts-running-more = 要变一变
contracts-running-suspend = 先停一停
contracts-running-resume = 人回来了
contracts-running-amend = 换服务包
contracts-running-change_team = 换个团队管
contracts-running-terminate = 解约
contracts-running-see = 看签约
contracts-running-outside = 不住在你们管的村：{ $village }
contracts-running-outside_short = 不住在你们管的村
contracts-running-photo = 照片或录音还没到
contracts-running-photo_next = { $day }签的。当时用的那部手机连上网就传。
contracts-running-exception = { $name }同意接：{ $reason }
contracts-running-together = 同住的
contracts-running-together_apply = 一家一起签
contracts-running-refund = 退{ $amount }

contracts-suspend_reason-moved = 搬走了，以后可能回来
contracts-suspend_reason-long_absence = 长时间不在家
contracts-suspend_reason-hospital = 一直住着院
contracts-evidence-resident_told = 老人自己说的
contracts-evidence-family_told = 家里人说的
contracts-evidence-village_told = 村里人说的
contracts-evidence-hospital_paper = 看了医院的单子
contracts-evidence-found_away = 去了几次都没人

contracts-suspend-title = { $name }的约先停一停
contracts-suspend-lead = 停着不欠服务，人回来再接着用。到期的日子不变。
contracts-suspend-why = 为什么？
contracts-suspend-since = 从哪天起不在家？
contracts-suspend-how = 怎么知道的？
contracts-suspend-do = 停下
contracts-suspend-done = { $name }的约停下了
contracts-resume-title = { $name }回来了？
contracts-resume-done = { $name }的约接着用了

contracts-terminate-title = { $name }的约，怎么结束？
contracts-terminate-whose = 是谁要结束？
contracts-terminate-resident = 老人要结束
contracts-terminate-institution = 卫生院要结束
contracts-terminate-why = 为什么？
contracts-terminate-when = 哪天结束？
contracts-terminate-notice = 要提前{ $days }天告诉老人，会给老人写一封信。
contracts-terminate-offer = 介绍给哪个团队？
contracts-terminate-goes_on = 量血压、体检这些公家给的，不会停。
contracts-terminate-do = 就这样结束
contracts-terminate-moved_to = 搬到哪里去了
contracts-terminate-moved_hint = 记个大概就行。合同完了的第二天起，不再算本地的人，随访也停下。
contracts-terminate-done = 记下了，{ $day }结束

contracts-amend-title = 给{ $name }换服务包
contracts-amend-lead = 从明天起。今年做过的照算，没做的不作废。
contracts-amend-same = 现在的包
contracts-amend-do = 换成这个，请老人签字
contracts-amend-sign = 请{ $name }签字
contracts-amend-signed = 签好了，从{ $day }起换
contracts-amend-waiting = 换成{ $packages }，等老人签字
contracts-amend-agreed = { $day }起换成{ $packages }
contracts-amend-withdraw = 不换了
contracts-amend-withdrawn = 不换了，还是原来的包

contracts-change_team-title = { $name }换个团队管
contracts-change_team-lead = 没去的上门、随访，一起转过去。老人不用重新签。
contracts-change_team-none = 卫生院里没有别的团队
contracts-change_team-done = { $name }转给{ $team }了

contracts-exception-title = { $name }不住在你们管的村，也接？
contracts-exception-lead = 写清楚为什么接，名字会记下来。
contracts-exception-why = 为什么接
contracts-exception-do = 我同意，接下

contracts-panel-crowded = 你们管了{ $count }个人，快满了。
contracts-panel-full = 你们管了{ $count }个人，满了。

contracts-together-title = { $name }一家，一起签
contracts-together-lead = 一人一份约，各选各的包，各签各的字。
contracts-together-none = 这一家没有别人要签了
contracts-together-out = 这次不签
contracts-together-do = 都愿意，报给组长
contracts-together-done = 报给组长了，{ $count }个人

contracts-sign-own_income = { $name }满16岁，靠自己挣的钱过日子，自己签
contracts-guardian-own_income = 满16岁了，靠自己挣的钱过日子
contracts-guardian-himself = 那就他自己签
contracts-amend-listen = 换服务包，您听清再签
contracts-amend-lead_resident = 今年做过的照算，没做的不作废。合同到哪天，还是到哪天。
contracts-own-from = { $day }起
contracts-void-title = 认定合同无效
contracts-void-code = 协议上印的那串码
contracts-void-code_hint = 扫协议上的二维码，网址最后一截就是。
contracts-void-look = 查这一份
contracts-void-term = { $from }到{ $until }
contracts-void-warning = 认定以后，这份合同从头到尾都不算
contracts-void-counts = 签约人数、签约率、续签率里都减掉它，过去的日子也一样。
contracts-void-services =
    { $count ->
        [0] 合同里还没做过服务。
       *[other] 做过的{ $count }次服务还在档案里，不再算合同里的。
    }
contracts-void-final = 改不回来。写的理由和您的名字会记下来。
contracts-void-note = 查到了什么
contracts-void-no_note = 先写清楚查到了什么
contracts-void-not = 这份合同已经结束，不用再认定
contracts-void-do = 认定无效
contracts-void-done = 认定无效了
