package dev.twinsync.flow.content;

import dev.twinsync.port.SharedHistory;
import dev.twinsync.port.WatchedContent;
import java.io.IOException;
import java.io.InputStream;

/** Content that ends in a refusal as soon as it is larger than what a pull takes: a commit with it would stay on this machine. */
final class PortableContent extends WatchedContent {

    private long left = SharedHistory.LARGEST_FILE;

    PortableContent(InputStream source) {
        super(source);
    }

    @Override
    protected void pass(byte[] bytes, int offset, int length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new IOException("it has more than " + (SharedHistory.LARGEST_FILE >> 20)
                    + " MiB, which no pull takes, so it does not come into the repository;"
                    + " leave it out of state/ and bring it to the machine in another way");
        }
    }
}
