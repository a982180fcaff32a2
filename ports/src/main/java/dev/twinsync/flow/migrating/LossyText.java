package dev.twinsync.flow.migrating;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** How the predecessor made text of the bytes of a file: what is not UTF-8 was dropped, and every end of a line became a feed. */
final class LossyText {

    private LossyText() {}

    static String of(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.IGNORE)
                    .onUnmappableCharacter(CodingErrorAction.IGNORE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.replace("\r\n", "\n").replace('\r', '\n');
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException("what is wrong was to be ignored", impossible);
        }
    }
}
