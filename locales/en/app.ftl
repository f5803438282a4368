app-nowhere-title = This page is not here
app-nowhere-lead = It may have moved. Look for it from the first page.
app-nowhere-home = To the first page

app-update-title = The app has a new version. Changing takes a few seconds.
app-update-do = Change now

# When no answer came, and when the server said something this app does not know.
app-problem-offline = No signal: carry on. It goes up by itself when there is.
app-problem-unknown = That did not work. What you did is kept. Try again in a while.
app-problem-phone_full = The phone is full. What you noted is safe; please delete some pictures or videos.
