package dev.twinsync.flow.migrating;

import dev.twinsync.domain.predecessor.LeftOut;
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

    private static final int MEBIBYTES = 64;
    private static final int MOST = MEBIBYTES << 20;

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

    /** Whether only a configuration that cannot be read could say who made it. */
    boolean isUntold() throws IOException {
        return isUnreadable(CONFIG) && !isPython() && !isBash();
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
                problems.forEach(problem -> ledger.leftOut()
                        .add(LeftOut.misshapen(path, problem.place().line(), "cannot be read: " + problem.message())));
                yield Optional.empty();
            }
        };
    }

    /** As UTF-8, with signs in the place of what is none. */
    Optional<String> text(String path) throws IOException {
        used.add(path);
        return has(path) ? bytes(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8)) : Optional.empty();
    }

    /** All of it: half a file is another file. One that is too large to be held is told, and empty. */
    Optional<byte[]> bytes(String path) throws IOException {
        used.add(path);
        try (var in = old.open(path)) {
            var bytes = in.readNBytes(MOST + 1);
            if (bytes.length <= MOST) {
                return Optional.of(bytes);
            }
            ledger.leaveOut(
                    path, "is larger than " + MEBIBYTES + " MiB, which is more than twin takes over; copy it yourself");
            return Optional.empty();
        }
    }

    /** Whether it is there, and nobody can read it. */
    boolean isUnreadable(String document) throws IOException {
        return has(document) && document(document).isEmpty();
    }

    /**
     * What the script left, unless its port said the same later: also where that cannot be read, the older one may well wish
     * for the opposite.
     *
     * @param later what the younger document says of it; empty: it says nothing
     */
    Optional<String> older(String path, String younger, Optional<?> later) throws IOException {
        var text = text(path);
        if (text.isEmpty() || later.isEmpty() && !isUnreadable(younger)) {
            return text;
        }
        ledger.leaveOut(
                path,
                later.isPresent()
                        ? "is older than the document of state/ that says the same, which was taken"
                        : "is older than " + younger + ", which cannot be read: mend that one, and migrate again");
        return Optional.empty();
    }

    boolean wasUsed(String path) {
        return used.contains(path);
    }

    void use(String path) {
        used.add(path);
    }
}
