package dev.twinsync.domain.files;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Keyed;

/** What is seen at one path; a symbolic link is never followed. */
public sealed interface LiveFile extends Keyed {

    TargetPath path();

    @Override
    default String key() {
        return path().text();
    }

    record Regular(TargetPath path, Digest digest, FileMode mode, AccountName owner, AccountName group)
            implements LiveFile {}

    record Directory(TargetPath path, FileMode mode, AccountName owner, AccountName group) implements LiveFile {}

    record Symlink(TargetPath path, LinkTarget target) implements LiveFile {}

    /** Something that twin sees and does not touch. */
    record Other(TargetPath path, What what) implements LiveFile {}

    /** What is neither file, directory nor link. */
    enum What {
        SOCKET,
        FIFO,
        BLOCK_DEVICE,
        CHARACTER_DEVICE
    }
}
