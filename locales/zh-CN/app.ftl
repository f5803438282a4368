app-nowhere-title = 没找到这一页
app-nowhere-lead = 可能已经挪走了，从首页再找找。
app-nowhere-home = 回首页

app-update-title = 应用有新的了，换一下只要几秒。
app-update-do = 现在换

# When no answer came, and when the server said something this app does not know.
app-problem-offline = 没信号，照常做。有信号就自动上传。
app-problem-unknown = 这一步没成，您做的都还在。过一会儿再试。
app-problem-phone_full = 手机快满了，存不下新的。已经记的都在，请删掉一些照片、视频。
