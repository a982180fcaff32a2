package dev.twinsync.os.files;

import dev.twinsync.port.WatchedContent;
import java.io.IOException;
import java.io.InputStream;

/** Content that ends in a refusal as soon as a private key turns up in it. */
final class GuardedContent extends WatchedContent {

    private final PrivateKeyWatch watch = new PrivateKeyWatch();
    private final String name;

    GuardedContent(InputStream source, String name) {
        super(source);
        this.name = name;
    }

    @Override
    protected void pass(byte[] bytes, int offset, int length) throws IOException {
        watch.pass(bytes, offset, length);
        if (watch.found()) {
            throw new IOException(name + ": " + PrivateKeyWatch.REASON);
        }
    }
}
