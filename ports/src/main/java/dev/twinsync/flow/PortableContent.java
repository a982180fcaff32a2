package dev.twinsync.flow;

import dev.twinsync.port.SharedHistory;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content that ends in a refusal as soon as it is larger than what a pull takes: a commit with it would stay on this machine. */
final class PortableContent extends FilterInputStream {

    private long left = SharedHistory.LARGEST_FILE;

    PortableContent(InputStream source) {
        super(source);
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        count(Math.max(read, 0));
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

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new IOException("it has more than " + (SharedHistory.LARGEST_FILE >> 20)
                    + " MiB, which no pull takes, so it does not come into the repository;"
                    + " leave it out of state/ and bring it to the machine in another way");
        }
    }
}
