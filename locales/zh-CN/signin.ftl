# 登录：第一屏，问一句答一句。
signin-name = 家医上门
signin-title = 您好，请问您是？
signin-family = 我是老人、家人
signin-staff = 我是医护人员
# 换到另一种语言，用那种语言写。
signin-language = English
signin-no_worker = 在这里打开，没信号就看不了
signin-no_worker_do = 点右上角，选“在浏览器打开”。存下来的不会丢。
signin-no_worker_how = 照着图做

signin-demo-title = 先看看样子
signin-demo-lead = 这里的人都是编的。点一个，就当自己是他。

signin-as-resident = 老人自己
signin-as-proxy = 帮老人办事的家里人
signin-as-clinician = 医护
signin-as-team_leader = 组长
signin-as-manager = 中心管理
signin-as-supervisor = 区县督导
signin-as-admin = 系统管理
signin-as-integration = 系统对接

signin-phone-title = 您的手机号是多少？
signin-phone-lead_family = 用社区医院登记的那个。我们发6个数字过去，不用记密码。
signin-phone-lead_staff = 用单位登记的那个，发6个数字过去。
signin-phone-label = 手机号
signin-phone-send = 发6个数字给我
signin-phone-by_password = 用密码登录

signin-password-title = 请登录
signin-password-label = 密码
signin-password-by_code = 不记得密码，发数字给我
signin-enter = 进去

signin-code-title = 6个数字收到了吗？
signin-code-lead = 刚给{ $phone }发了6个数字，填在这里。{ $minutes }分钟内都行，不着急。
signin-code-label = 6个数字
signin-code-again = 没收到，再发一次
signin-code-demo = 这是演示，数字已经替您填好了。

signin-birth-title = 您是哪年出生的？
signin-birth-lead = 这部手机头一回用，多问一句，怕号码换了主人。夫妻共用的，填一个人的就行。
signin-birth-label = 出生年份，4个数字
signin-birth-bad = 年份不像，比如1946。

signin-authenticator-title = 再填一次动态数字
signin-authenticator-lead = 打开手机上的动态数字应用，把家医上门那6个数字填在这里。
signin-authenticator-label = 动态数字
signin-digits-short = 要填满{ $digits }个数字。

signin-person-title = 您是哪位？
signin-person-lead = 这个号码登记了几个人，点您自己。以后在“我的”里能换。
signin-person-leave = 都不是我，换个号码

signin-wait = 试得太多了，先歇一会儿，过{ $wait }再来。
signin-offline = 现在没信号，进不去。有信号了再点一次。
signin-wiped = 手机把存的东西清掉了
signin-wiped_do = 请再登录一次，资料会重新取来。没传上去的可能没了，登录以后告诉您。
