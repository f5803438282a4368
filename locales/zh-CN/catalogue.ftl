# 服务项目：谁能做，在哪里做。

catalogue-refused-wrong_profession = 这一项不归这个岗位做，换个人排。
catalogue-refused-wrong_place = 这一项不能在这里做。
catalogue-refused-no_certificate = 做这一项要先有专门的证。
catalogue-refused-too_few_years = 上门做要满{ $needed }年，现在{ $has }年。
catalogue-refused-title_too_low = 上门做的职称还差一级。
catalogue-refused-needs_two = 这一项要两个人去。
catalogue-refused-role_missing = 这一项还缺一个岗位的人，再排一位。
catalogue-refused-forbidden_at_home = 这一项不能在家里做，请到医院。
catalogue-refused-unknown_item = 没有{ $item }这一项。
catalogue-refused-not_draft = 这一版已经发出去了，改就另写一版。
catalogue-refused-not_published = 这一版没在用。

catalogue-invalid-package = 服务包里有对不上的地方：{ $problem }

catalogue-example_price = 示例

catalogue-refused-has_draft = { $package }已经有一份草稿在写，接着写那一份。
catalogue-refused-other_code = 草稿的编号不能改，要别的编号就另建一个。

catalogue-invalid-payers = 各方出的钱加起来，和总价对不上。
