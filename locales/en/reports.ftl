# Overview: how many are signed, how many were served.

reports-invalid-on = Choose today or a day before.
