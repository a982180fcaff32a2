package dev.twinsync.os.timers;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.port.Backups;
import java.io.InputStream;
import java.util.Optional;

/** For files whose content follows from what the journal has of them. */
record NotKept() implements Backups {

    @Override
    public void keep(Digest digest, InputStream content) {}

    @Override
    public Optional<InputStream> find(Digest digest) {
        return Optional.empty();
    }

    @Override
    public void keepBeside(TargetPath file, byte[] what) {}

    @Override
    public Optional<Beside> findBeside(TargetPath file) {
        return Optional.empty();
    }

    @Override
    public void forgetBeside(TargetPath file) {}
}
