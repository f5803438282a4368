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

prescriptions-refused-not_doctor = 开药要医生来定。
prescriptions-refused-not_pharmacist = 这一步要药师来看。
prescriptions-refused-no_refill_scope = 您还不能帮着续药，请老人在授权里加上。
prescriptions-refused-not_at_home = 这张方子的药还没有领，领了再续。
prescriptions-refused-asked_already = 已经问过了，医生看过就告诉您。
prescriptions-refused-refill_underway = 新的药已经在准备了，不用再续。
prescriptions-refused-too_much_at_home = 家里还有药，这次最多再开{ $max }天。
prescriptions-refused-too_many_drugs = 一张方子最多{ $max }种药。
prescriptions-refused-needs_review = 上次开药以后有变化，请先看看人，看过了再开。
prescriptions-refused-id_exists = 这条已经记过了。
prescriptions-invalid-drug = 药品目录里没有这种药。
prescriptions-invalid-decision = 同意要写天数，不同意要选一个原因。

# 消息。锁屏上也能看，所以不说药名、不说病名。
prescriptions-notice-refill_asked = { $resident_name }想续药，请看一看。
prescriptions-notice-refill_approved = { $resident_name }：{ $doctor_name }医生同意了，再开{ $days }天的药。
prescriptions-notice-refill_refused = { $resident_name }：这次先不开药，{ $doctor_name }医生想先看看，会跟您联系。
prescriptions-notice-supply_ends_later = { $resident_name }的药吃到{ $last_on }，{ $opens_on }起可以续。
prescriptions-notice-supply_ends = { $resident_name }的药吃到{ $last_on }，现在就可以续了。
prescriptions-notice-supply_ended = { $resident_name }的药吃完了，请尽快续药，别断了。
