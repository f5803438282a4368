# 机构、团队、人员。

organizations-refused-id_exists = 这份已经收到了，不用再发。
organizations-refused-already_member = 这位已经在这个团队了。
organizations-refused-not_member = 这位不在这个团队。
organizations-refused-is_leader = 组长先把担子交给别人，再离开团队。

organizations-notice-left_team = 您不在{ $team_name }了，手机里这个团队的资料已收回。
