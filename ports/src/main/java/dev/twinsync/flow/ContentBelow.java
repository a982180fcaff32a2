package dev.twinsync.flow;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.RepoContents;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/**
 * What wished files hold: it stands below {@code filesystem/}, and only its digest goes into a decision.
 *
 * @param document that the wishes are in
 */
record ContentBelow(TwinRepo repo, String document) {

    /** A file whose content is missing stays without a digest: the planner says so. */
    <D> Reading<D> complete(D wish, TwinPath path, Function<Digest, D> withDigest, RepoContents contents)
            throws IOException {
        var digest = contents.digest(path.text());
        return digest.isEmpty()
                ? new Reading.Value<>(wish)
                : new Reading.Value<>(digest.get()).mapAt(new Place(document, 0, 0), withDigest);
    }

    void keep(TwinPath path, InputStream source) throws IOException {
        try (var content = new PortableContent(source)) {
            repo.store(path.text(), content);
        }
    }
}
