package dev.twinsync.flow;

import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.FileMirror;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;

/** What wished files hold: it stands below {@code filesystem/}, and only its digest goes into a decision. */
public final class MirroredContents implements KeptContents<DesiredFile> {

    private final TwinRepo repo;
    private final FileMirror mirror;

    public MirroredContents(TwinRepo repo, FileMirror mirror) {
        this.repo = repo;
        this.mirror = mirror;
    }

    /** A file whose content is missing stays without a digest: the planner says so. */
    @Override
    public Reading<DesiredFile> complete(DesiredFile wish) throws IOException {
        if (!(wish instanceof DesiredFile.Regular file)) {
            return new Reading.Value<>(wish);
        }
        var place = new Place("state/files.yaml", 0, 0);
        var digest = repo.digest(file.twinPath().text());
        return digest.isEmpty()
                ? new Reading.Value<>(wish)
                : new Reading.Value<>(file).mapAt(place, found -> found.withDigest(digest.get()));
    }

    @Override
    public void keep(DesiredFile wish) throws IOException {
        if (wish instanceof DesiredFile.Regular file) {
            try (var content = mirror.open(file.path())) {
                repo.store(file.twinPath().text(), content);
            }
        }
    }
}
