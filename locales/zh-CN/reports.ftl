# 总览：签了多少，做到多少。

reports-invalid-on = 选今天，或者以前的日子。
