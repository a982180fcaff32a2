package dev.twinsync.flow.secrecy;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.port.FileMirror;
import dev.twinsync.port.Relay;
import dev.twinsync.port.Scope;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.io.InputStream;

/** Files without those that hold secrets, as {@link Discretion} has it. */
public record DiscreetFiles(FileMirror backend, SecretGate gate) implements FileMirror, Relay<LiveFile, FileAction> {

    @Override
    public Observation<LiveFile> observe(Scope scope) {
        return new Discretion(gate)
                .without(
                        backend.observe(scope),
                        scope,
                        LiveFile.Regular.class::isInstance,
                        file -> backend.open(file.path()));
    }

    @Override
    public InputStream open(TargetPath path) throws IOException {
        return new Discretion(gate).open(path, backend::open);
    }
}
