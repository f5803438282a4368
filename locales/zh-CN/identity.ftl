identity-sms-code = 【家医上门】您的登录数字是{ $code }，{ $minutes }分钟内都能用。别告诉别人，我们的人也不会问。

identity-refused-not_signed_in = 请先登录。
identity-refused-session_ended = 好久没用了，请再登录一次。没传完的都还在。
identity-refused-wrong_code = 数字不对，再看一眼短信。
identity-refused-wrong_password = 号码或密码不对。
identity-refused-wrong_totp = 动态数字不对，等它换一个再填。
identity-refused-totp_needed = 还要填一次动态数字。
identity-refused-totp_not_enrolled = 这个账号还没绑动态数字。用密码登录一次，跟着做就能绑好。
identity-refused-birth_year_needed = 换了新手机，请填一下您是哪年出生的。
identity-refused-wrong_birth_year = 出生年份对不上。请打团队电话，我们帮您看。
identity-refused-no_membership = 这个号码还没登记。请打社区医院的电话，我们帮您加上。
identity-refused-code_too_soon = 刚发过，过{ $retry_after }秒再要。
identity-refused-sms_down = 短信这会儿发不出去，过半分钟再要一次。
identity-refused-locked = 错了太多次，先歇一会儿，过{ $retry_after }秒再试。
identity-refused-disabled = 这个账号停用了，请找中心管理员。
identity-refused-device_revoked = 这部手机不能再用了，请找中心管理员。
identity-refused-wrong_role = 这件事不归您这个身份办。
identity-refused-hand_in_only = 账号停用了，只能把做完的交上来。
identity-refused-header_missing = 这一步要在应用里做。
identity-refused-account_lost = 账号刚被改过，再试一次。

identity-invalid-phone = 手机号不对，应该是11个数字。
identity-invalid-password = 密码至少10位，字母大小写、数字、符号里要有三样。
identity-invalid-membership_alone = 换身份时不用填别的。
identity-invalid-code_or_password = 数字和密码填一样就行。

identity-role-resident = 本人
identity-role-proxy = 家人
identity-role-clinician = 医护
identity-role-team_leader = 组长
identity-role-manager = 中心管理
identity-role-supervisor = 区县督导
identity-role-admin = 系统管理
identity-role-integration = 系统对接

identity-refused-totp_enrolled = 这个账号已经绑过动态数字。换手机请在“我的”里换，手机丢了找中心管理员。
identity-refused-enrolment_over = 这个二维码过时了，再来一次。
identity-refused-wrong_first_code = 数字对不上。看看扫的是不是这一个，等它换一个再填。
