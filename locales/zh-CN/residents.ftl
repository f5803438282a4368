# 居民：身份、重点人群、家里人能帮什么。

residents-refused-identity_format = 证件号应该是18位，再对一下。
residents-refused-identity_check = 证件号有一位不对，照着证件再看一遍。
residents-refused-identity_region = 证件号前6位不对，照着证件再看一遍。
residents-refused-identity_birth = 证件号里的生日不对，照着证件再看一遍。
residents-refused-name = 名字要2到50个字，不带数字和符号。
residents-refused-proxy_scope = 请选家里人能帮哪几样。
residents-refused-proxy_term = 最长{ $max_months }个月，到期可以再请。

residents-key_group-K01 = 65岁及以上老年人
residents-key_group-K02 = 高血压
residents-key_group-K03 = 2型糖尿病
residents-key_group-K04 = 严重精神障碍
residents-key_group-K05 = 肺结核
residents-key_group-K06 = 孕产妇
residents-key_group-K07 = 0到6岁儿童
residents-key_group-K08 = 残疾人
residents-key_group-K09 = 脱贫人口
residents-key_group-K10 = 计划生育特殊家庭
residents-key_group-K11 = 慢阻肺
residents-key_group-K12 = 失能、重病或80岁以上
residents-key_group-K13 = 60岁以上失独老人

residents-scope-view_summary = 看到哪天来、来了没有
residents-scope-view_full = 看全部记录
residents-scope-book = 帮忙预约
residents-scope-sign_renewal = 帮忙续签
residents-scope-receive_alerts = 有急事收到消息
residents-scope-pay = 帮忙付钱
