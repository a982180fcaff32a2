package dev.twinsync.flow.migrating;

import dev.twinsync.domain.predecessor.OldConfig;
import dev.twinsync.domain.predecessor.OldToken;
import dev.twinsync.domain.secrets.Leak;
import dev.twinsync.domain.secrets.Mask;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.port.OldRepository;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for secrets in all of the predecessor's repository: what is there, what was, and what Git was told. */
final class Exposure {

    private static final String GIT_SETTINGS = ".git/config";

    private static final String BY_NAME = "value-by-name";

    private final SecretGate gate;
    private final Redaction redaction;
    private final List<Exposed> found = new ArrayList<>();
    private final Set<String> fingerprints = new HashSet<>();

    Exposure(SecretGate gate, Redaction redaction) {
        this.gate = gate;
        this.redaction = redaction;
    }

    List<Exposed> of(OldHouse house, List<OldConfig> configs) throws IOException {
        for (OldConfig config : configs) {
            config.token().ifPresent(token -> token(config.file(), token));
        }
        for (OldRepository.Entry entry : house.entries().values()) {
            if (entry.isRegular()) {
                now(entry.path(), house.repository().open(entry.path()));
            }
        }
        var settings = house.repository().settings();
        if (settings.isPresent()) {
            now(GIT_SETTINGS, settings.get());
        }
        house.repository().past(new InThePast());
        return List.copyOf(found);
    }

    /** Whatever it looks like, for its name says what it is. */
    private void token(String file, OldToken token) {
        var fingerprint = redaction.fingerprints().of(token.secret());
        add(new Exposed(
                new Leak(file, token.line(), "token", "token: " + Mask.of(fingerprint), fingerprint),
                Optional.empty()));
    }

    private void now(String path, InputStream content) throws IOException {
        try (content) {
            for (Leak leak : leaks(path, content)) {
                if (found.stream().noneMatch(known -> isSame(known.leak(), leak))) {
                    add(new Exposed(leak, Optional.empty()));
                }
            }
        }
    }

    /** In a list of packages, passwd is one, and what stands behind it its version. */
    private List<Leak> leaks(String path, InputStream content) throws IOException {
        return gate.leaks(path, content).stream()
                .filter(leak -> !path.equals(OldHouse.DPKG) || !leak.rule().equals(BY_NAME))
                .toList();
    }

    private static boolean isSame(Leak one, Leak other) {
        return one.file().equals(other.file()) && one.line() == other.line();
    }

    private void add(Exposed exposed) {
        found.add(exposed);
        fingerprints.add(exposed.leak().fingerprint());
    }

    /** Only what is not in a file any more. */
    private final class InThePast implements OldRepository.Viewer {
        private final Map<String, List<Leak>> waiting = new HashMap<>();

        @Override
        public boolean look(String path, InputStream content) throws IOException {
            var leaks = leaks(path, content).stream()
                    .filter(leak -> fingerprints.add(leak.fingerprint()))
                    .toList();
            if (!leaks.isEmpty()) {
                waiting.computeIfAbsent(path, _ -> new ArrayList<>()).addAll(leaks);
            }
            return !leaks.isEmpty();
        }

        @Override
        public void found(String path, String commit) {
            waiting.getOrDefault(path, List.of()).forEach(leak -> found.add(new Exposed(leak, Optional.of(commit))));
            waiting.remove(path);
        }
    }
}
