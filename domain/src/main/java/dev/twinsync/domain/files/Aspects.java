package dev.twinsync.domain.files;

import java.util.Optional;

/** Who may do what with a file or directory. */
record Aspects(FileMode mode, AccountName owner, AccountName group) {

    static final Aspects OF_FILES = new Aspects(FileMode.OF_FILES, AccountName.ROOT, AccountName.ROOT);
    static final Aspects OF_DIRECTORIES = new Aspects(FileMode.OF_DIRECTORIES, AccountName.ROOT, AccountName.ROOT);

    /** As far as something is said of them. */
    record Wanted(Optional<FileMode> mode, Optional<AccountName> owner, Optional<AccountName> group) {
        Aspects orElse(Aspects others) {
            return new Aspects(mode.orElse(others.mode), owner.orElse(others.owner), group.orElse(others.group));
        }
    }

    static Wanted of(DesiredFile.Regular file) {
        return new Wanted(file.mode(), file.owner(), file.group());
    }

    static Wanted of(DesiredFile.Directory directory) {
        return new Wanted(directory.mode(), directory.owner(), directory.group());
    }

    static Aspects of(LiveFile.Regular file) {
        return new Aspects(file.mode(), file.owner(), file.group());
    }

    static Aspects of(LiveFile.Directory directory) {
        return new Aspects(directory.mode(), directory.owner(), directory.group());
    }

    @Override
    public String toString() {
        return mode + " " + owner + ":" + group;
    }
}
