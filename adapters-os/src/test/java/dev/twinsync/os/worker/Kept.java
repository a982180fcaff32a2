package dev.twinsync.os.worker;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Backups in memory. */
final class Kept implements Backups {

    private final Map<Digest, byte[]> contents = new HashMap<>();
    private final Map<TargetPath, byte[]> beside = new HashMap<>();

    @Override
    public void keep(Digest digest, InputStream content) throws IOException {
        contents.put(digest, content.readAllBytes());
    }

    Kept with(byte[] content) {
        return as(Sha256.of(content), content);
    }

    /** As if that digest were the content's. */
    Kept as(Digest digest, byte[] content) {
        contents.put(digest, content);
        return this;
    }

    @Override
    public Optional<InputStream> find(Digest digest) {
        return Optional.ofNullable(contents.get(digest)).map(ByteArrayInputStream::new);
    }

    @Override
    public void keepBeside(TargetPath file, byte[] what) {
        beside.put(file, what);
    }

    @Override
    public Optional<Beside> findBeside(TargetPath file) {
        return Optional.ofNullable(beside.get(file)).map(what -> new Beside(what, "memory"));
    }

    @Override
    public void forgetBeside(TargetPath file) {
        beside.remove(file);
    }
}
