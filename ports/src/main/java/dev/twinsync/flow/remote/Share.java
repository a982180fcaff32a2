package dev.twinsync.flow.remote;

import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.RepoPath;
import dev.twinsync.port.RepoView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of a repository can be handed to somebody who is to help and has no access to it: the wish, what was seen, the index of the
 * logs, the schemas and the rules, with masks in the place of secrets. What files hold ({@code filesystem/}) is left out.
 */
public final class Share {

    private static final List<String> FOLDERS = List.of(Layout.STATE, Layout.LIVE, "schema");
    private static final List<String> FILES = List.of("AGENTS.md", Layout.LOG_INDEX);
    /** As much as a document may have. */
    private static final int MOST_BYTES = 64 << 20;

    private final RepoView repo;
    private final Redaction redaction;

    /** @param redaction of this machine; what its owner lets into the repository is masked here all the same */
    public Share(RepoView repo, Redaction redaction) {
        this.repo = repo;
        this.redaction = new Redaction(redaction.fingerprints(), Set.of());
    }

    /**
     * @param files by path relative to the repository
     * @param masked the paths of those in which something was masked
     * @param leftOut those that are no text
     */
    public record Bundle(SortedMap<String, byte[]> files, List<String> masked, List<String> leftOut) {
        public Bundle {
            masked = List.copyOf(masked);
            leftOut = List.copyOf(leftOut);
        }
    }

    public Bundle bundle() throws IOException {
        var files = new TreeMap<String, byte[]>();
        var masked = new ArrayList<String>();
        var leftOut = new ArrayList<String>();
        for (String path : paths()) {
            var text = text(RepoPath.of(path));
            if (text.isEmpty()) {
                leftOut.add(path);
                continue;
            }
            var shown = redaction.text(text.get());
            if (!shown.equals(text.get())) {
                masked.add(path);
            }
            files.put(path, shown.getBytes(StandardCharsets.UTF_8));
        }
        return new Bundle(files, masked, leftOut);
    }

    private List<String> paths() throws IOException {
        var paths = new ArrayList<String>();
        for (String folder : FOLDERS) {
            paths.addAll(repo.list(folder));
        }
        for (String file : FILES) {
            if (repo.digest(file).isPresent()) {
                paths.add(file);
            }
        }
        return paths;
    }

    private Optional<String> text(RepoPath path) throws IOException {
        try (var in = repo.open(path.text())) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return Optional.empty();
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
