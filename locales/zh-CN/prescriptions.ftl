# 开药和续方。

prescriptions-refused-wrong_status = 这张方子已经往下走了，刷新看看现在到哪一步。
prescriptions-refused-no_diagnosis = 这个诊断不在长期处方的病种里。
prescriptions-refused-unstable_regimen = 用药还没稳住{ $days }天，先按平常的开。
prescriptions-refused-adherence = 药没有按时吃，先看看是什么缘故。
prescriptions-refused-uncontrolled = 最近两次没都达标，先看看人再开。
prescriptions-refused-excluded_drug = 里面有一种药不能开长期处方。
prescriptions-refused-prescriber = 第一次开长期处方，要主治以上的医生。
prescriptions-refused-over_max = 最多开{ $max }天。
prescriptions-refused-over_cap = 这位老人这次最多开{ $max }天。
prescriptions-refused-missing_confirmation = 超过{ $days }天，要评估、讲清楚、写进病历、老人签字，四样都齐。
prescriptions-refused-too_early = 药还够吃，{ $opens_on }起可以再开。
prescriptions-refused-early_again = 前不久刚提前开过，{ $opens_on }起可以再开，急的话打给医生。
