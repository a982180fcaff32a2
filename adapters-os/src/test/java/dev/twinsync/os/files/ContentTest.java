package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.port.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        for (int place = 0; place < length; place++) {
            bytes[place] = (byte) (place * 31);
        }
        return bytes;
    }

    /** A file, which gives at most a few bytes at a time, and counts how often it was asked. */
    private static final class Source extends ByteArrayInputStream {
        private int asked;

        Source(byte[] bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] room, int offset, int length) {
            asked++;
            return super.read(room, offset, Math.min(length, 40_000));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 40_000, 65_536, 65_537, 200_000})
    void nothing_is_asked_for_behind_its_end(int length) throws IOException {
        var source = new Source(bytes(length));
        assertEquals(
                Sha256.of(bytes(length)), Content.read(source, length, false).digest());
        assertEquals((length + 39_999) / 40_000, source.asked);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 70_000})
    void what_does_not_know_how_much_it_holds_is_read_whole(int length) throws IOException {
        assertEquals(
                Sha256.of(bytes(length)),
                Content.read(new Source(bytes(length)), 0, false).digest());
    }

    @Test
    void what_became_shorter_ends_where_it_ends() throws IOException {
        assertEquals(
                Sha256.of(bytes(100)),
                Content.read(new Source(bytes(100)), 5_000, false).digest());
    }
}
