package dev.twinsync.git.yaml;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The characters of a document: strict UTF-8, without a byte order mark, and nothing that no editor shows. */
final class YamlText {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private YamlText() {}

    /** @param longest how many characters a line may have */
    static Reading<String> decode(String source, byte[] bytes, int longest) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        var text = out.flip().toString();
        return result == CoderResult.UNDERFLOW
                ? visible(source, text, longest)
                : Reading.wrong(
                        placeOf(source, text, text.length()),
                        "a byte that is not UTF-8 (0x%02x): save the file as UTF-8".formatted(bytes[in.position()]));
    }

    private static Reading<String> visible(String source, String decoded, int longest) {
        var text = !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK ? decoded.substring(1) : decoded;
        int start = 0;
        for (int index = 0; index < text.length(); index++) {
            if (index - start > longest) {
                return Reading.wrong(placeOf(source, text, start), "a line of more than " + longest + " characters");
            }
            if (endsLine(text, index)) {
                start = index + 1;
            }
            if (isInvisible(text.charAt(index))) {
                return Reading.wrong(
                        placeOf(source, text, index),
                        "a control character (U+%04X): take it out, or write it as \"\\u%04X\" in double quotes"
                                .formatted((int) text.charAt(index), (int) text.charAt(index)));
            }
        }
        return new Reading.Value<>(text);
    }

    private static boolean isInvisible(char character) {
        boolean lineEndOrTab = character == '\n' || character == '\r' || character == '\t';
        return (Character.isISOControl(character) && !lineEndOrTab)
                || character == BYTE_ORDER_MARK
                || character == 0xFFFE
                || character == 0xFFFF;
    }

    /** @param index counted in chars of {@code text} */
    private static Place placeOf(String source, String text, int index) {
        int line = 1;
        int start = 0;
        for (int at = 0; at < index; at++) {
            if (endsLine(text, at)) {
                line++;
                start = at + 1;
            }
        }
        return new Place(source, line, text.codePointCount(start, index) + 1);
    }

    /** Where the next line begins; the end of the text where there is none. */
    static int endOfLine(String text, int from) {
        for (int index = from; index < text.length(); index++) {
            if (endsLine(text, index)) {
                return index + 1;
            }
        }
        return text.length();
    }

    private static boolean endsLine(String text, int index) {
        char character = text.charAt(index);
        return character == '\n' || character == '\r' && !text.startsWith("\n", index + 1);
    }
}
