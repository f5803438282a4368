# 照片：手机压小了再传，去掉拍在哪儿、谁拍的。录音：原样存着，它是凭据。

attachments-refused-offset = 已经传到{ $byte_count }字节，从那里接着传。
attachments-refused-no_room = 服务器上放不下了，东西还在手机上，过一会儿再传。
attachments-invalid-range = 这一段对不上，重新传一次。
attachments-invalid-too_large = 太大了，要在{ $max }字节以内。
attachments-invalid-too_many_pixels = 照片太大，长边不能超过{ $max }点。
attachments-invalid-hash = 在路上坏了，重新传一次。
attachments-invalid-type = 这不是照片，也不是录音，打不开。
