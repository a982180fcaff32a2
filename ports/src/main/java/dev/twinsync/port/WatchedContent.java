package dev.twinsync.port;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content of which somebody sees all that is read, and may end it. Nothing of it is passed over, or read twice. */
public abstract class WatchedContent extends FilterInputStream {

    private static final int MOST_SKIPPED = 1 << 16;

    protected WatchedContent(InputStream source) {
        super(source);
    }

    /** @throws IOException in words, where nobody must read on */
    protected abstract void pass(byte[] bytes, int offset, int length) throws IOException;

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read > 0) {
            pass(bytes, offset, read);
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes(Math.clamp(count, 0, MOST_SKIPPED)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
