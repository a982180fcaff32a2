package dev.twinsync.port;

import java.io.IOException;
import java.io.InputStream;

/** Content, piece by piece. */
public final class Pieces {

    private static final int LONGEST = 1 << 16;

    private Pieces() {}

    /** Takes one. */
    @FunctionalInterface
    public interface Taker {

        /** @param bytes of which the first {@code length} count, until it returns */
        void take(byte[] bytes, int length) throws IOException;
    }

    /**
     * @param size how much there was when somebody looked: no more room is made than for that, and behind it nothing is asked for. Of what
     * says 0 all is read: the kernel has files that do not know
     */
    public static void of(InputStream content, long size, Taker taker) throws IOException {
        var piece = new byte[Math.clamp(size, 1, LONGEST)];
        long left = size;
        for (int read = content.read(piece); read >= 0; read = left == 0 ? -1 : content.read(piece)) {
            left -= read;
            taker.take(piece, read);
        }
    }
}
