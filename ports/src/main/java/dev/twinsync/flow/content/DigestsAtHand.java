package dev.twinsync.flow.content;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.Document;
import dev.twinsync.port.RepoContents;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A repository some of whose files have just been looked at.
 *
 * @param digests by path, of these files
 */
public record DigestsAtHand(RepoContents repo, Map<String, Optional<Digest>> digests) implements RepoContents {

    @Override
    public <T> Reading<Optional<T>> read(Document<T> document) throws IOException {
        return repo.read(document);
    }

    @Override
    public List<String> list(String folder) throws IOException {
        return repo.list(folder);
    }

    @Override
    public Optional<Digest> digest(String path) throws IOException {
        return digests.containsKey(path) ? digests.get(path) : repo.digest(path);
    }

    @Override
    public InputStream open(String path) throws IOException {
        return repo.open(path);
    }
}
