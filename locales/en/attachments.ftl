# Photos: made small on the phone, with nothing in them about where and by whom they were taken.

attachments-refused-offset = { $byte_count } bytes are here already. Go on from there.
attachments-refused-no_room = The server has no room just now. It is still on the phone; try again in a while.
attachments-invalid-range = This part does not fit. Send it again.
attachments-invalid-too_large = Too large. At most { $max } bytes.
attachments-invalid-too_many_pixels = The photo is too large. At most { $max } pixels on the longer side.
attachments-invalid-hash = It was damaged on the way. Send it again.
attachments-invalid-type = This is no photo and no recording that can be opened.
