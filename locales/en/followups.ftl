# Follow-ups: how they turned out, when the next is.

followups-refused-too_few_attempts = Lost to follow-up takes attempts on { $needed } different days. So far there were { $made }.

followups-class-danger = Danger, refer at once
followups-class-refer = Advise referral, ask again within two weeks
followups-class-adjust = Adjust medicine, see again within two weeks
followups-class-satisfied = On target, go on

followups-refused-already_enrolled = This resident is in the programme already.
followups-refused-too_young = The programme is for people of { $age } and over.
followups-refused-deceased = This person has died; nothing needs to be planned.
followups-refused-id_exists = This was written down already.
followups-refused-has_ended = This has ended already.
followups-refused-wrong_status = This follow-up is settled already. Refresh to see.
followups-invalid-symptoms = Some symptoms are not known. Please update the app and try again.

followups-notice-danger = What was found at { $resident_name } today needs somebody at once. Please look now.
