package dev.twinsync.os.hashing;

import dev.twinsync.port.Sha256;
import java.security.MessageDigest;

/** Has every sum made as it fits the amount: twin reads all files of a machine. Not a provider of Java's, which would have all others loaded. */
public final class MuchToHash implements Sha256.Maker {

    @Override
    public MessageDigest begin() {
        return new FittingSha256();
    }
}
