package dev.twinsync.os.worker;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.domain.files.WritesContent;
import dev.twinsync.port.Backups;
import dev.twinsync.port.WishedContent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands for the repository's {@code filesystem/} on the root side: what was handed over, or kept before a change. */
final class ContentAtHand implements WishedContent {

    private final Handover handover;
    private final Backups backups;
    private final Map<TwinPath, Digest> wanted = new HashMap<>();

    ContentAtHand(Handover handover, Backups backups) {
        this.handover = handover;
        this.backups = backups;
    }

    /** What these actions write and the root side has not. */
    List<Digest> missing(List<? extends Action> actions) throws IOException {
        var missing = new ArrayList<Digest>();
        for (WritesContent write : writes(actions).toList()) {
            if (!missing.contains(write.digest()) && !isThere(write.digest())) {
                missing.add(write.digest());
            }
        }
        return missing;
    }

    /** From now on this is what these actions find, and nothing else. Or the reason why they cannot be tried. */
    Optional<String> layOut(List<? extends Action> actions) throws IOException {
        wanted.clear();
        for (WritesContent write : writes(actions).toList()) {
            var other = wanted.put(write.twinPath(), write.digest());
            if (other != null && !other.equals(write.digest())) {
                return Optional.of("two contents are wanted from " + write.twinPath());
            }
        }
        return missing(actions).stream()
                .findFirst()
                .map(digest -> "the content " + digest + " was not handed over, and the root side has not kept it");
    }

    private static Stream<WritesContent> writes(List<? extends Action> actions) {
        return actions.stream().filter(WritesContent.class::isInstance).map(WritesContent.class::cast);
    }

    void take(Request.Hand part) throws IOException {
        handover.take(part);
    }

    private boolean isThere(Digest digest) throws IOException {
        if (handover.has(digest)) {
            return true;
        }
        var kept = backups.find(digest);
        if (kept.isPresent()) {
            kept.get().close();
        }
        return kept.isPresent();
    }

    void clear() throws IOException {
        wanted.clear();
        handover.clear();
    }

    @Override
    public InputStream open(TwinPath path) throws IOException {
        var digest = wanted.get(path);
        if (digest == null) {
            throw new IOException("there is no content for " + path);
        }
        if (handover.has(digest)) {
            return handover.open(digest);
        }
        return backups.find(digest)
                .orElseThrow(() -> new IOException("the content of " + path + " is not kept any more"));
    }
}
