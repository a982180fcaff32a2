package dev.twinsync.domain.files;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Digest;

/** What can be done at one path. */
public sealed interface FileAction extends Action {

    TargetPath path();

    @Override
    default String key() {
        return path().text();
    }

    @Override
    default Stage stage() {
        return path().text().startsWith("/etc/apt/") ? Stage.APT_SOURCES : Stage.FILES;
    }

    @Override
    default Risk risk() {
        return SensitivePlaces.covers(path()) ? Risk.HIGH : Risk.LOW;
    }

    /**
     * A removed or replaced file comes back from its content, which is kept before. A file that replaces another one has its access control
     * list and extended attributes. Those of a file that is taken away altogether are kept too, but may be gone before the content is, and
     * those of a folder are not.
     */
    @Override
    default Undo undo() {
        return switch (this) {
            case Write _, MakeDirectory _, SetAttributes _ -> Undo.EXACT;
            case Link _, Delete _, DeleteDirectory _ -> Undo.BEST_EFFORT;
        };
    }

    /** Whether it leaves the machine without the list of its accounts, so that nobody could log in any more. */
    default boolean takesAccountsAway() {
        return SensitivePlaces.holdAccounts(path())
                && switch (this) {
                    case Write _, SetAttributes _ -> false;
                    case MakeDirectory _, Link _, Delete _, DeleteDirectory _ -> true;
                };
    }

    /** Makes the file, or replaces the file or link that is there. */
    record Write(TargetPath path, TwinPath twinPath, Digest digest, FileMode mode, AccountName owner, AccountName group)
            implements FileAction, WritesContent {
        @Override
        public String op() {
            return "write";
        }

        @Override
        public Risk risk() {
            return mode.setsId() ? Risk.HIGH : FileAction.super.risk();
        }
    }

    record MakeDirectory(TargetPath path, FileMode mode, AccountName owner, AccountName group) implements FileAction {
        @Override
        public String op() {
            return "make-directory";
        }
    }

    /** Makes the link, or replaces the file or link that is there. */
    record Link(TargetPath path, LinkTarget target) implements FileAction {
        @Override
        public String op() {
            return "link";
        }
    }

    /** Of a file or directory, whose content stays. */
    record SetAttributes(TargetPath path, FileMode mode, AccountName owner, AccountName group) implements FileAction {
        @Override
        public String op() {
            return "set-attributes";
        }

        @Override
        public Risk risk() {
            return mode.setsId() ? Risk.HIGH : FileAction.super.risk();
        }
    }

    /** Removes a file or link. */
    record Delete(TargetPath path) implements FileAction {
        @Override
        public String op() {
            return "delete";
        }

        @Override
        public Stage stage() {
            return Stage.REMOVALS;
        }

        @Override
        public Risk risk() {
            return SensitivePlaces.covers(path) ? Risk.DESTRUCTIVE : Risk.MEDIUM;
        }
    }

    /** Removes a directory that is empty; any other stays. */
    record DeleteDirectory(TargetPath path) implements FileAction {
        @Override
        public String op() {
            return "delete-directory";
        }

        @Override
        public boolean wantsEmpty() {
            return true;
        }

        @Override
        public Stage stage() {
            return Stage.REMOVALS;
        }

        @Override
        public Risk risk() {
            return SensitivePlaces.covers(path) ? Risk.DESTRUCTIVE : Risk.MEDIUM;
        }
    }
}
