package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files in memory, by their path.
 *
 * @param documents those of them that were written as one, and can be read as one
 */
record SimulatedContents(Map<String, byte[]> files, Map<String, Tree> documents) implements RepoContents {

    @Override
    public <T> Reading<Optional<T>> read(Document<T> document) throws IOException {
        var path = RepoPath.of(document.path()).text();
        if (!files.containsKey(path)) {
            return new Reading.Value<>(Optional.empty());
        }
        return Optional.ofNullable(documents.get(path))
                .map(tree -> document.shape().read(tree).<Optional<T>>map(Optional::of))
                .orElseGet(() -> Reading.wrong(new Place(path, 1, 1), "is not a document"));
    }

    @Override
    public List<String> list(String folder) throws IOException {
        var prefix = RepoPath.of(folder).text() + "/";
        return files.keySet().stream().filter(path -> path.startsWith(prefix)).toList();
    }

    @Override
    public Optional<Digest> digest(String path) throws IOException {
        return Optional.ofNullable(files.get(RepoPath.of(path).text())).map(Sha256::of);
    }

    @Override
    public InputStream open(String path) throws IOException {
        return Optional.ofNullable(files.get(RepoPath.of(path).text()))
                .map(ByteArrayInputStream::new)
                .orElseThrow(() -> new IOException("there is no " + path));
    }
}
