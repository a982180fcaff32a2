package dev.twinsync.flow;

import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.port.FileMirror;
import dev.twinsync.port.Sha256;
import dev.twinsync.port.Simulated;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Simulated files that hold something. */
public final class MirrorWithContents extends Simulated<DesiredFile, LiveFile, FileAction> implements FileMirror {

    private final Map<TargetPath, byte[]> contents = new HashMap<>();

    public MirrorWithContents() {
        super(new Files(), List.of());
    }

    public void put(TargetPath path, String text) {
        put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public void put(TargetPath path, byte[] bytes) {
        contents.put(path, bytes);
        put(new LiveFile.Regular(path, Sha256.of(bytes), new FileMode("0644"), AccountName.ROOT, AccountName.ROOT));
    }

    /** From here on its content may not be read. */
    public void shut(TargetPath path) {
        contents.remove(path);
    }

    @Override
    public InputStream open(TargetPath path) throws IOException {
        return Optional.ofNullable(contents.get(path))
                .map(ByteArrayInputStream::new)
                .orElseThrow(() -> new IOException("may not be read"));
    }
}
