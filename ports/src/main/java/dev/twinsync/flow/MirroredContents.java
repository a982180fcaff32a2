package dev.twinsync.flow;

import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.FileMirror;
import dev.twinsync.port.RepoContents;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.util.Optional;

/** What wished files hold, as {@link ContentBelow} has it. */
public final class MirroredContents implements KeptContents<DesiredFile> {

    private final ContentBelow content;
    private final FileMirror mirror;

    public MirroredContents(TwinRepo repo, FileMirror mirror) {
        this.content = new ContentBelow(repo, "state/files.yaml");
        this.mirror = mirror;
    }

    @Override
    public Reading<DesiredFile> complete(DesiredFile wish) throws IOException {
        return complete(wish, content.repo());
    }

    @Override
    public Reading<DesiredFile> complete(DesiredFile wish, RepoContents repo) throws IOException {
        return wish instanceof DesiredFile.Regular file
                ? content.complete(wish, file.twinPath(), file::withDigest, repo)
                : new Reading.Value<>(wish);
    }

    @Override
    public Optional<String> pathOf(DesiredFile wish) {
        return wish instanceof DesiredFile.Regular file
                ? Optional.of(file.twinPath().text())
                : Optional.empty();
    }

    @Override
    public Optional<Opener> onMachine(DesiredFile wish) {
        return wish instanceof DesiredFile.Regular file
                ? Optional.of(() -> mirror.open(file.path()))
                : Optional.empty();
    }

    @Override
    public void keep(DesiredFile wish) throws IOException {
        if (wish instanceof DesiredFile.Regular file) {
            content.keep(file.twinPath(), mirror.open(file.path()));
        }
    }
}
