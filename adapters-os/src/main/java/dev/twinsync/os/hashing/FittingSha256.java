package dev.twinsync.os.hashing;

import dev.twinsync.port.Sha256;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A sum by OpenSSL where there is much to sum up, and by Java where there is little: to load a library takes longer than a few
 * documents do. Chosen at the first bytes, anew for every sum.
 */
final class FittingSha256 extends Sum {

    /** Java takes about as long for so many bytes as it does to load the library. */
    private static final long MUCH = 2 << 20;

    /** So many bytes were summed up by Java in this process. */
    private static final AtomicLong BY_JAVA = new AtomicLong();

    /** Loaded when it is needed. */
    private static final class Library {
        private static final Optional<LibCrypto> FOUND = LibCrypto.ofTheMachine();
    }

    private MessageDigest chosen;

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
        forPartOf(length).update(input, offset, length);
    }

    @Override
    protected byte[] engineDigest() {
        var sum = forPartOf(0).digest();
        engineReset();
        return sum;
    }

    @Override
    protected void engineReset() {
        chosen = null;
    }

    /** Whoever makes this sum, of which a part of that many bytes comes next. */
    MessageDigest forPartOf(int bytes) {
        if (chosen == null) {
            boolean much = BY_JAVA.get() + bytes > MUCH;
            chosen = much
                    ? Library.FOUND.<MessageDigest>map(NativeSha256::new).orElseGet(Sha256::ofJava)
                    : Sha256.ofJava();
        }
        if (!(chosen instanceof NativeSha256)) {
            BY_JAVA.addAndGet(bytes);
        }
        return chosen;
    }
}
