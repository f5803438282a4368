# Residents: identity, key groups, what family may do.

residents-refused-identity_format = An identity number has 18 characters. Please compare.
residents-refused-identity_check = One digit of the identity number is wrong. Please compare with the card.
residents-refused-identity_region = The first six digits are wrong. Please compare with the card.
residents-refused-identity_birth = The birthday in the number is wrong. Please compare with the card.
residents-refused-name = A name has 2 to 50 letters, without digits and signs.
residents-refused-proxy_scope = Please choose what your family may do.
residents-refused-proxy_term = { $max_months } months at most. You can ask them again afterwards.

residents-key_group-K01 = 65 and over
residents-key_group-K02 = Hypertension
residents-key_group-K03 = Type 2 diabetes
residents-key_group-K04 = Severe mental disorder
residents-key_group-K05 = Tuberculosis
residents-key_group-K06 = Pregnancy and childbed
residents-key_group-K07 = Children up to 6
residents-key_group-K08 = Disability certificate
residents-key_group-K09 = Out of poverty, under watch
residents-key_group-K10 = Special family under family planning
residents-key_group-K11 = COPD
residents-key_group-K12 = Disabled, seriously ill or 80 and over
residents-key_group-K13 = 60 and over, lost the only child

residents-scope-view_summary = See when we come and whether we came
residents-scope-view_full = See all records
residents-scope-book = Book visits
residents-scope-sign_renewal = Sign the renewal
residents-scope-receive_alerts = Be told when it is urgent
residents-scope-pay = Pay
