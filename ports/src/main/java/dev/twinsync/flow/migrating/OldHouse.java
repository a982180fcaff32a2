package dev.twinsync.flow.migrating;

import dev.twinsync.domain.predecessor.OldTree;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.OldRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The predecessor's repository by what stands where. What was asked for is remembered: the rest is left over. */
final class OldHouse {

    static final String DPKG = "system/packages/dpkg.txt";
    static final String SERVICES = "system/services/desired-state.txt";
    static final String CRONTAB = "system/startup/user-crontab.txt";
    static final String UNAME = "system/uname.txt";
    static final String CONFIG = "config.yaml";
    static final String FILESYSTEM = "filesystem/";

    private static final int MOST_TEXT = 64 << 20;

    private final OldRepository old;
    private final Ledger ledger;
    private final Map<String, OldRepository.Entry> entries = new LinkedHashMap<>();
    private final Map<String, Optional<OldTree>> documents = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();

    OldHouse(OldRepository old, Ledger ledger) throws IOException {
        this.old = old;
        this.ledger = ledger;
        for (OldRepository.Entry entry : old.entries()) {
            entries.put(entry.path(), entry);
        }
    }

    OldRepository repository() {
        return old;
    }

    Map<String, OldRepository.Entry> entries() {
        return entries;
    }

    boolean has(String path) {
        return entries.containsKey(path) && entries.get(path).isRegular();
    }

    boolean hasBelow(String folder) {
        return entries.keySet().stream().anyMatch(path -> path.startsWith(folder));
    }

    /** Whether this is the layout of the Bash script. */
    boolean isBash() {
        return has(DPKG) || has(SERVICES) || has(UNAME) || has(CRONTAB);
    }

    /** Whether this is the layout of the port to Python, whose marks are in places that twin has otherwise. */
    boolean isPython() throws IOException {
        return config().filter(OldHouse::isOfPython).isPresent() || has("state/system.yaml");
    }

    private static boolean isOfPython(OldTree config) {
        return config.part("twin_repo").isPresent()
                || config.part("filesystem_roots").isPresent()
                || config.part("plugins").isPresent()
                || config.part("github").isPresent();
    }

    /** Whether twin made it. */
    boolean isTwin() throws IOException {
        return has(CONFIG) && !isPython() && !isBash() && hasBelow("state/");
    }

    Optional<OldTree> config() throws IOException {
        return document(CONFIG);
    }

    /** One that cannot be read is told and counts as not there. */
    Optional<OldTree> document(String path) throws IOException {
        used.add(path);
        if (!documents.containsKey(path)) {
            documents.put(path, has(path) ? read(path) : Optional.empty());
        }
        return documents.get(path);
    }

    private Optional<OldTree> read(String path) throws IOException {
        return switch (old.document(path)) {
            case Reading.Value<Tree>(var tree) -> Optional.of(new OldTree(path, tree, ledger.leftOut()));
            case Reading.Wrong<Tree>(var problems) -> {
                problems.forEach(problem ->
                        ledger.leaveOut(path, problem.place().line(), "cannot be read: " + problem.message()));
                yield Optional.empty();
            }
        };
    }

    /** As UTF-8, with signs in the place of what is none. */
    Optional<String> text(String path) throws IOException {
        used.add(path);
        return has(path) ? Optional.of(new String(bytes(path), StandardCharsets.UTF_8)) : Optional.empty();
    }

    byte[] bytes(String path) throws IOException {
        used.add(path);
        try (var in = old.open(path)) {
            return in.readNBytes(MOST_TEXT);
        }
    }

    boolean wasUsed(String path) {
        return used.contains(path);
    }

    void use(String path) {
        used.add(path);
    }
}
