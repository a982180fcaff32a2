package dev.twinsync.os.secrets;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.os.Undisturbed;
import dev.twinsync.os.files.PrivateFolder;
import dev.twinsync.os.files.Stat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key of the fingerprints: 32 random bytes in a file that only its owner may read. */
final class KeyFile {

    static final String ALGORITHM = "HmacSHA256";

    private static final String NAME = "fingerprint.key";
    private static final int BYTES = 32;
    private static final int PERMISSIONS = 07777;
    private static final int OWNER_READS_AND_WRITES = 0600;

    private final PrivateFolder folder;

    KeyFile(Path folder) {
        this.folder = new PrivateFolder(folder);
    }

    /** The one that is there, or else a new one. Of two twins that make one at once, both get the same. */
    SecretKey key() throws IOException {
        var key = new AtomicReference<SecretKey>();
        try {
            Undisturbed.run(() -> key.set(keyNow()));
        } catch (IOException failed) {
            throw new IOException(
                    "twin found what looks like a secret and has no key to tell it from what is allowed: "
                            + failed.getMessage(),
                    failed);
        }
        return key.get();
    }

    private SecretKey keyNow() throws IOException {
        folder.make();
        if (folder.find(NAME).isEmpty()) {
            folder.putIfAbsent(NAME, file -> file.write(random()));
        }
        return read(folder.find(NAME).orElseThrow(() -> new IOException(place() + " was taken away just now")));
    }

    private static byte[] random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private SecretKey read(Path file) throws IOException {
        check(Stat.of(file).orElseThrow(() -> new IOException(place() + " was taken away just now")));
        try (var content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            var bytes = content.readNBytes(BYTES + 1);
            if (bytes.length != BYTES) {
                throw new IOException(
                        place() + " is damaged: it has not " + BYTES + " bytes. Bring it back from a copy,"
                                + " or move it away; then what was allowed has to be allowed anew");
            }
            return new SecretKeySpec(bytes, ALGORITHM);
        }
    }

    private void check(Stat stat) throws IOException {
        if ((stat.mode() & PERMISSIONS) != OWNER_READS_AND_WRITES) {
            throw new IOException("the rights on " + place()
                    + " are not those of a key: if nobody else has read it, run:" + " chmod 600 "
                    + ShellWord.of(place()) + "; otherwise move it away, and allow anew what was allowed");
        }
    }

    private Path place() {
        return folder.path().resolve(NAME);
    }
}
