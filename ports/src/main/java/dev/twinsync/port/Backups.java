package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Content that stood on the machine before a change, by its digest; private to who made the change. */
public interface Backups {

    /** For how many days content is kept where nobody says otherwise. */
    long USUAL_DAYS = 90;

    /** For how many days it is kept at most: a hundred years, which every clock and every sum of times can still hold. */
    long MOST_DAYS = 36_500;

    /** Keeps the content, on disk once this returns; refused where it is not what the digest says. */
    void keep(Digest digest, InputStream content) throws IOException;

    /** Empty: it was never kept, or not any more. */
    Optional<InputStream> find(Digest digest) throws IOException;
}
