package dev.twinsync.os.files;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.port.Backups;
import dev.twinsync.port.WishedContent;
import java.io.InputStream;
import java.util.Optional;

/** What files of another machine are to hold, as the repository here has it. */
public record WishedBytes(WishedContent wished) {

    /** Nothing of the other machine is kept here. */
    private static final Backups NONE = new Backups() {
        @Override
        public void keep(Digest digest, InputStream content) {
            throw new UnsupportedOperationException("nothing of another machine is kept here");
        }

        @Override
        public Optional<InputStream> find(Digest digest) {
            return Optional.empty();
        }

        @Override
        public void keepBeside(TargetPath file, byte[] what) {
            throw new UnsupportedOperationException("nothing of another machine is kept here");
        }

        @Override
        public Optional<Beside> findBeside(TargetPath file) {
            return Optional.empty();
        }

        @Override
        public void forgetBeside(TargetPath file) {}
    };

    /** Why that content cannot be handed over; empty: it is here, and may be. */
    public Optional<String> whyMissing(Write action) {
        return new Source(wished, NONE).whyMissing(action);
    }
}
