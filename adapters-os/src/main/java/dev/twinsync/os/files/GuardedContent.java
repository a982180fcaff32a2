package dev.twinsync.os.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content that ends in a refusal as soon as a private key turns up in it. */
final class GuardedContent extends FilterInputStream {

    private final PrivateKeyWatch watch = new PrivateKeyWatch();
    private final String name;

    GuardedContent(InputStream source, String name) {
        super(source);
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read > 0) {
            watch.pass(bytes, offset, read);
            if (watch.found()) {
                throw new IOException(name + ": " + PrivateKeyWatch.REASON);
            }
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes(Math.clamp(count, 0, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
