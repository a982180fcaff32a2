package dev.twinsync.flow;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.port.FileMirror;
import dev.twinsync.port.Relay;
import dev.twinsync.port.Scope;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files without those that hold secrets: of a file that nobody declared, and in which there is one, not even the digest is
 * recorded; it is a gap with the secret's fingerprint, so that its drift can be seen. Declared files are their owner's
 * business: the gate before each commit looks at what they are to hold.
 */
public record DiscreetFiles(FileMirror backend, SecretGate gate) implements FileMirror, Relay<LiveFile, FileAction> {

    @Override
    public Observation<LiveFile> observe(Scope scope) {
        return switch (backend.observe(scope)) {
            case Observation.Seen<LiveFile>(var live, var gaps) -> withoutSecrets(live, gaps, declared(scope));
            case Observation.Unavailable<LiveFile> unavailable -> unavailable;
        };
    }

    private static Set<String> declared(Scope scope) {
        return switch (scope) {
            case Scope.Everything(var declared) -> declared;
            case Scope.Only(var keys) -> keys;
        };
    }

    private Observation<LiveFile> withoutSecrets(List<LiveFile> live, List<Gap> gaps, Set<String> declared) {
        var found = live.parallelStream()
                .filter(file -> file instanceof LiveFile.Regular && !declared.contains(file.key()))
                .flatMap(this::gap)
                .toList();
        var hidden = found.stream().map(Gap::keys).collect(Collectors.toSet());
        var shown = live.stream().filter(file -> !hidden.contains(file.key())).toList();
        var all = new ArrayList<>(gaps);
        all.addAll(found);
        return new Observation.Seen<>(shown, all);
    }

    private Stream<Gap> gap(LiveFile file) {
        try {
            return secret(file.path()).map(reason -> new Gap(file.key(), reason)).stream();
        } catch (IOException refused) {
            return Stream.of(new Gap(file.key(), refused.getMessage()));
        }
    }

    private Optional<String> secret(TargetPath path) throws IOException {
        try (var content = backend.open(path)) {
            return gate.leaks(path.text(), content).stream().findFirst().map(DiscreetFiles::inWords);
        }
    }

    private static String inWords(Leak leak) {
        return "line " + leak.line() + " looks like a secret (" + leak.rule() + ", fingerprint " + leak.fingerprint()
                + "), so twin keeps nothing of the file; if it is none, or may be seen: twin config allow-secret "
                + leak.fingerprint();
    }

    @Override
    public InputStream open(TargetPath path) throws IOException {
        var secret = secret(path);
        if (secret.isPresent()) {
            throw new IOException(path + ": " + secret.get());
        }
        return backend.open(path);
    }
}
