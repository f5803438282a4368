"""Who is asking: accounts, devices, sign-in, memberships. Global, with no health data; read by this package alone."""
