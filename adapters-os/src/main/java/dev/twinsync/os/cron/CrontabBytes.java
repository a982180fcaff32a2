package dev.twinsync.os.cron;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Any bytes as text and back. What is not UTF-8 becomes one lone surrogate a byte, U+DC80 to U+DCFF, which real text never
 * holds; a crontab may have a remark from the days of ISO-8859-1.
 */
final class CrontabBytes {

    private static final int ESCAPE = 0xDC00;

    private CrontabBytes() {}

    static String decode(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            for (int wrong = 0; wrong < result.length(); wrong++) {
                out.put((char) (ESCAPE | Byte.toUnsignedInt(in.get())));
            }
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }

    static byte[] encode(String text) {
        var bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(point -> {
            if (Character.getType(point) == Character.SURROGATE) {
                bytes.write(point & 0xFF);
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }
}
