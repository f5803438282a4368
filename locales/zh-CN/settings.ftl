# 我的：大家都是这一页。
settings-title = 我的
settings-home = 首页
settings-comma = ，
settings-others = 这部手机上的别人
settings-become = 换成这位
settings-besides = 别人也用这部手机

settings-reading = 看得清
settings-size = 字的大小
settings-size-normal = 普通版
settings-size-elder = 长辈版
settings-size-elder_note = 字大些，东西少些
settings-language = 用哪种话
settings-language-zh-CN = 中文
settings-language-en = English

settings-push = 有消息响一声
settings-push-on = 开着，有消息手机会响
settings-push-off = 没开
settings-push-asking = 正在设，手机会再问一句，点“允许”
settings-push-denied = 手机不让响。要开，到手机的设置里允许通知
settings-push-unsupported = 这部手机收不到提醒，消息都在首页
settings-push-unreachable = 现在设不上，消息都在首页，要紧的会发短信
settings-push_do-on = 打开
settings-push_do-off = 不用响了

settings-kept = 存在手机里的
settings-kept-fresh = 更新到
settings-kept-never = 还没取过
settings-kept-waiting = 还没送出去的
settings-kept-count = { $count }条
settings-kept-nothing = 没有
settings-kept-attention = 没办成的
settings-kept-look = { $count }条，看看
settings-kept-documents = 取来的资料
settings-kept-documents_all = { $count }份，取全了
settings-kept-documents_so_far = 取了{ $count }份，还在取。今天的先到，断了接着取。
settings-kept-documents_of = 取了{ $count }份，共{ $total }份，还在取。今天的先到，断了接着取。
settings-kept-used = 占地方
settings-kept-unsent = 其中没送出去的
settings-kept-free = 还能放
settings-kept-lasting = 手机会不会清掉
settings-kept-lasting_yes = 答应了，不清
settings-kept-lasting_no = { $at }问过，没答应
settings-kept-lasting_unasked = 还没问过
settings-kept-short = 手机放不下，早些的记录先拿掉了，今天的都在。腾出地方再取。
settings-kept-fetch = 重新取来
settings-kept-keep = 请手机别清掉
settings-kept-megabytes = { $megabytes }兆
settings-kept-clearable = 手机空间不够的时候，可能会清掉取来的资料；没送出去的，请早点联网。装到桌面就不容易被清掉。
settings-kept-now = 现在更新

settings-more = 别的
settings-install = 装到桌面
settings-install_note = 点图标就进来，没信号也能看
settings-about = 家医上门 { $version }

settings-lock = 手机锁
settings-lock_note = 6个数字，别人打不开
settings-lock-on = 开着
settings-lock-off = 没开

settings-sign_out = 退出登录
settings-leave = 要退出登录？
settings-leave-lead = 退出以后，这部手机上就看不到{ $name }的资料了。
settings-leave-do = 退出登录
settings-leave-unsent = 还有{ $count }条没送出去
settings-leave-unsent_lead = 现在退出，这些会封在这部手机里，只有{ $name }再登录才看得到、送得出。
settings-leave-send = 先送出去
settings-leave-stay = 等有信号再退
settings-leave-anyway = 照样退出

settings-install-do = 装到桌面
settings-install-done = 好了，桌面上有图标了
settings-install-already = 已经装好了，从桌面的图标进来就行
settings-install-on = 什么手机
settings-platform-android = 安卓、鸿蒙
settings-platform-iphone = 苹果
settings-platform-wechat = 在微信里
settings-platform-computer = 电脑
settings-install-android-1 = 点浏览器右上角或者下面的三个点。
settings-install-android-2 = 点“添加到桌面”或者“安装应用”。
settings-install-android-3 = 回到桌面，点“家医上门”的图标进来。
settings-install-iphone-1 = 用苹果自带的浏览器打开，点下面中间的分享，一个方框加向上的箭头。
settings-install-iphone-2 = 往下找，点“添加到主屏幕”。
settings-install-iphone-3 = 回到桌面，点“家医上门”的图标进来。
settings-install-wechat-1 = 点右上角的三个点。
settings-install-wechat-2 = 点“在浏览器打开”，再照浏览器里的办法装。
settings-install-wechat-3 = 以后从桌面的图标进来，不从微信进。
settings-install-computer-1 = 点地址栏右边的安装图标。
settings-install-computer-2 = 点“安装”。
settings-install-computer-3 = 以后从桌面或者开始菜单打开。

# 浏览器自己把存的东西清掉了。
settings-wiped-title = 手机把存的东西清掉了
settings-wiped-lead = 多半是手机空间不够，浏览器自己清的。资料正在重新取，不用您管。
settings-wiped-lost_unknown = 那时候没传上去的，可能没了
settings-wiped-lost_some = 那时候还有{ $count }条没传上去，可能没了
settings-wiped-lost_none = 做过的都传上去了，一条没丢
settings-wiped-check = 今天去过的几家，请看一遍记录齐不齐，缺的补上。
settings-wiped-check_family = 今天约过、改过的，请看一遍还在不在，不在就再约一次。
settings-wiped-received = 最后收到的
settings-wiped-received_none = 这部手机上还没有收到过什么。
settings-wiped-today = 今天收到了哪几家
settings-wiped-today_names = { $names }，{ $count }家。
settings-wiped-today_none = 今天的还没有收到。
settings-wiped-fetching = 还在取，马上好。
settings-wiped-told = 院里管同步的人看得到这件事，不用另外说。
settings-wiped-do = 去看今天的几家
settings-wiped-do_family = 知道了

settings-bills = 上门费用
settings-bills_note = 谁还没付，收款记在这里
settings-fees = 签约服务费
settings-fees_note = 每个月团队做到多少、计得多少
