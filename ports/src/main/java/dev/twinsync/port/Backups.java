package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.TargetPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What stood on the machine before a change: content by its digest, and what is lost besides with a file that is taken away, by its path.
 * Private to who made the change.
 */
public interface Backups {

    /** For how many days content is kept where nobody says otherwise. */
    long USUAL_DAYS = 90;

    /** For how many days it is kept at most: a hundred years, which every clock and every sum of times can still hold. */
    long MOST_DAYS = 36_500;

    /** Keeps the content, on disk once this returns; refused where it is not what the digest says. */
    void keep(Digest digest, InputStream content) throws IOException;

    /** Empty: it was never kept, or not any more. */
    Optional<InputStream> find(Digest digest) throws IOException;

    /**
     * What was kept of a file besides its content.
     *
     * @param what as it was given
     * @param place where it is kept, as a person would find it
     */
    record Beside(byte[] what, String place) {}

    /** Keeps what belongs to a file besides its content, instead of what was kept so of that path before; on disk once this returns. */
    void keepBeside(TargetPath file, byte[] what) throws IOException;

    /** Empty: it was never kept, or not any more. */
    Optional<Beside> findBeside(TargetPath file) throws IOException;

    /** Nothing is found there from now on; there may have been nothing. */
    void forgetBeside(TargetPath file) throws IOException;
}
