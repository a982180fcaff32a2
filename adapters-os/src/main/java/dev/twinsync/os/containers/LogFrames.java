package dev.twinsync.os.containers;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The log of a container as engines send it: each piece behind eight bytes, of which the last four are its length. */
final class LogFrames {

    private static final int HEAD = 8;
    private static final int LENGTH_AT = 4;

    private LogFrames() {}

    /** @param plain a container with a terminal has no frames */
    static String text(byte[] bytes, boolean plain) {
        return new String(plain ? bytes : content(bytes), StandardCharsets.UTF_8);
    }

    private static byte[] content(byte[] bytes) {
        var content = new ByteArrayOutputStream();
        int at = 0;
        while (at + HEAD <= bytes.length) {
            int length = ByteBuffer.wrap(bytes).getInt(at + LENGTH_AT);
            int from = at + HEAD;
            if (length < 0 || length > bytes.length - from) {
                content.write(bytes, from, bytes.length - from);
                break;
            }
            content.write(bytes, from, length);
            at = from + length;
        }
        return content.toByteArray();
    }
}
