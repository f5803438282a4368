# 消息：收件箱、手机弹出的消息、短信。一条消息只有一句话，锁屏上也能看：不说病名，不说结果。
notify-push-title = 家医上门
# 短信前面是机构名（运营商要求实名），后面是团队电话。
notify-sms = 【{ $organization_name }】{ $text }有事请打{ $team_phone }。

notify-invalid-endpoint = 这个浏览器的推送地址用不了。不碍事，消息还在收件箱里。
notify-invalid-push_keys = 这个浏览器的推送没设好，请再开一次提醒。
notify-refused-too_many = 今天的消息发得够多了，明天再发。
notify-refused-no_signature = 短信前面要有机构名，2到12个字。
notify-refused-too_long = 短信太长了，最多{ $max }条的长度。
notify-refused-tells_illness = 短信里不能说病名。
notify-refused-tells_private = 短信里不能有证件号和检查结果。
notify-refused-has_link = 短信里不能放网址。
