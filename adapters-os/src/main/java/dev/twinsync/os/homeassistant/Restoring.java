package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.Digest;
import dev.twinsync.os.files.Refusal;
import dev.twinsync.os.homeassistant.Pending.Change;
import dev.twinsync.os.homeassistant.Pending.Former;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts back what a transaction changed. What somebody else changed since then is theirs and stays. */
record Restoring(ConfigFolder folder, Backups backups) {

    /**
     * What came of it, in sentences.
     *
     * @param stuck what could not be put back, and what stands there
     * @param left what is not as it was, and is somebody else's
     */
    record End(List<String> stuck, List<String> left) {}

    End restore(Pending pending) {
        var stuck = new ArrayList<String>();
        var left = new ArrayList<String>();
        for (Change change : pending.changes()) {
            try {
                folder.tidy(change.path());
                restore(change).ifPresent(left::add);
            } catch (IOException | Refusal failed) {
                stuck.add(change.path() + " holds "
                        + (change.after().isPresent() ? "the new content" : "nothing any more") + ", as "
                        + Footing.inWords(failed));
            }
        }
        for (String made : pending.madeFolders().reversed()) {
            try {
                new Subfolders(folder).remove(made);
            } catch (IOException | Refusal full) {
                continue;
            }
        }
        return new End(stuck, left);
    }

    private Optional<String> restore(Change change) throws IOException, Refusal {
        var now = folder.read(change.path()).map(file -> Sha256.of(file.content()));
        if (now.equals(change.before().map(Former::digest))) {
            return Optional.empty();
        }
        if (!now.equals(change.after())) {
            return Optional.of(change.path() + " was changed by somebody else meanwhile and was left as it is");
        }
        if (change.before().isEmpty()) {
            folder.remove(change.path());
        } else {
            var former = change.before().get();
            folder.put(change.path(), kept(former.digest()), Optional.of(former.wear()));
        }
        return Optional.empty();
    }

    private byte[] kept(Digest digest) throws IOException {
        var content = backups.find(digest)
                .orElseThrow(() -> new IOException("what it held (" + digest + ") is not kept any more"));
        try (content) {
            return content.readNBytes(StandingFile.MOST + 1);
        }
    }
}
