# Institutions, teams, people.

organizations-refused-id_exists = We have this one already; no need to send it again.
organizations-refused-already_member = This person is on the team already.
organizations-refused-not_member = This person is not on the team.
organizations-refused-is_leader = The leader hands over first, then leaves the team.

organizations-notice-left_team = You are no longer on { $team_name }. Its files have been taken off your phone.
