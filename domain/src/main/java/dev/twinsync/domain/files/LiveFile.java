package dev.twinsync.domain.files;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Keyed;
import java.util.Optional;

/** What is seen at one path; a symbolic link is never followed. */
public sealed interface LiveFile extends Keyed {

    TargetPath path();

    @Override
    default String key() {
        return path().text();
    }

    /**
     * @param modeWithoutList the mode that gives nobody more than they have, once its access control list is gone; empty: it has none
     */
    record Regular(
            TargetPath path,
            Digest digest,
            FileMode mode,
            AccountName owner,
            AccountName group,
            Optional<FileMode> modeWithoutList)
            implements LiveFile {

        public Regular(TargetPath path, Digest digest, FileMode mode, AccountName owner, AccountName group) {
            this(path, digest, mode, owner, group, Optional.empty());
        }

        @Override
        public LiveFile withoutList() {
            return new Regular(path, digest, modeWithoutList.orElse(mode), owner, group);
        }

        @Override
        public LiveFile besidesList() {
            return new Regular(path, digest, mode, owner, group);
        }
    }

    /** @param modeWithoutList as that of a file */
    record Directory(
            TargetPath path, FileMode mode, AccountName owner, AccountName group, Optional<FileMode> modeWithoutList)
            implements LiveFile {

        public Directory(TargetPath path, FileMode mode, AccountName owner, AccountName group) {
            this(path, mode, owner, group, Optional.empty());
        }

        @Override
        public LiveFile withoutList() {
            return new Directory(path, modeWithoutList.orElse(mode), owner, group);
        }

        @Override
        public LiveFile besidesList() {
            return new Directory(path, mode, owner, group);
        }
    }

    /** As it may come back where its access control list does not. */
    default LiveFile withoutList() {
        return this;
    }

    /** What can be foretold of it: all but its access control list. */
    default LiveFile besidesList() {
        return this;
    }

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
