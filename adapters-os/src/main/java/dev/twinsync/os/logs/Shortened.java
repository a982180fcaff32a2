package dev.twinsync.os.logs;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Makes text of the bytes of a line, of which there may be too many. */
final class Shortened {

    /** In characters of Java. */
    static final int LONGEST = 4096;

    /** So many bytes give {@link #LONGEST} characters, whatever they are: none has more than three of them. */
    static final int ENOUGH = 3 * LONGEST + 3;

    private Shortened() {}

    /**
     * What is not UTF-8 becomes a replacement character, and what is too long is counted.
     *
     * @param beginning all of the line, or its first {@link #ENOUGH} bytes
     * @param length of the whole line, in bytes
     * @param ended whether its end was read: a carriage return before it belongs to it
     */
    static String of(byte[] beginning, long length, boolean ended) {
        if (length > LONGEST) {
            return cut(beginning, length);
        }
        int end = (int) length;
        boolean carriageReturn = ended && end > 0 && beginning[end - 1] == '\r';
        return new String(beginning, 0, carriageReturn ? end - 1 : end, StandardCharsets.UTF_8);
    }

    private static String cut(byte[] beginning, long length) {
        var bytes = ByteBuffer.wrap(beginning);
        var text = CharBuffer.allocate(LONGEST);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(bytes, text, true);
        long left = length - bytes.position();
        return text.flip() + (left > 0 ? " [" + left + " bytes of this line left out by twin]" : "");
    }
}
