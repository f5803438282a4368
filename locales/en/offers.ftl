# How packages are changed: draft, compare, publish.

offers-refused-hurdles = { $count } things have to be put right before it can be published.
