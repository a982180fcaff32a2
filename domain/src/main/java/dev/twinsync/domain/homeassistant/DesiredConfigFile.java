package dev.twinsync.domain.homeassistant;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.files.TwinPath;
import java.util.Optional;

/** What the owner wants of one file of the configuration. */
public sealed interface DesiredConfigFile extends Keyed {

    ConfigPath path();

    @Override
    default String key() {
        return path().text();
    }

    /**
     * @param twinPath where the wished content is kept
     * @param managed false: it is known, and left as it is
     * @param digest what that content is; empty: nobody has looked yet, or there is none
     */
    record Present(ConfigPath path, TwinPath twinPath, boolean managed, Optional<Digest> digest)
            implements DesiredConfigFile {

        /** The wish together with what its content was found to be; another digest than a written one is refused in words. */
        public Present withDigest(Digest found) {
            twinPath.refuseUnlessWritten(found, digest);
            return new Present(path, twinPath, managed, Optional.of(found));
        }
    }

    record Absent(ConfigPath path) implements DesiredConfigFile {}
}
