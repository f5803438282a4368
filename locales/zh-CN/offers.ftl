# 服务包怎么改：草稿、对照、发布。

offers-refused-hurdles = 还有{ $count }处要先改好，才能发布。
