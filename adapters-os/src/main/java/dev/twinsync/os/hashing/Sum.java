package dev.twinsync.os.hashing;

import java.security.MessageDigest;

/** One sum of SHA-256, whoever makes it. */
abstract class Sum extends MessageDigest {

    static final int BYTES = 32;

    Sum() {
        super("SHA-256");
    }

    @Override
    protected final int engineGetDigestLength() {
        return BYTES;
    }

    @Override
    protected final void engineUpdate(byte input) {
        engineUpdate(new byte[] {input}, 0, 1);
    }
}
