package dev.twinsync.domain.files;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Keyed;
import java.util.List;
import java.util.Optional;

/** What the owner wants at one path. Mode, owner and group are left as they are where nothing is said of them. */
public sealed interface DesiredFile extends Keyed {

    TargetPath path();

    /** The units to restart or reload once, after this was changed; names as systemd has them. */
    List<String> notifies();

    @Override
    default String key() {
        return path().text();
    }

    /** Something that is wanted to be there. */
    sealed interface Present extends DesiredFile {}

    /**
     * @param twinPath where the wished content is kept
     * @param digest what that content is; empty: nobody has looked yet, or there is none
     */
    record Regular(
            TargetPath path,
            TwinPath twinPath,
            Optional<FileMode> mode,
            Optional<AccountName> owner,
            Optional<AccountName> group,
            List<String> notifies,
            Optional<Digest> digest)
            implements Present {
        public Regular {
            notifies = List.copyOf(notifies);
        }

        /** The wish together with what its content was found to be; another digest than a written one is refused in words. */
        public Regular withDigest(Digest found) {
            twinPath.refuseUnlessWritten(found, digest);
            return new Regular(path, twinPath, mode, owner, group, notifies, Optional.of(found));
        }
    }

    record Directory(
            TargetPath path,
            Optional<FileMode> mode,
            Optional<AccountName> owner,
            Optional<AccountName> group,
            List<String> notifies)
            implements Present {
        public Directory {
            notifies = List.copyOf(notifies);
        }
    }

    record Symlink(TargetPath path, LinkTarget target, List<String> notifies) implements Present {
        public Symlink {
            notifies = List.copyOf(notifies);
        }
    }

    record Absent(TargetPath path, List<String> notifies) implements DesiredFile {
        public Absent {
            notifies = List.copyOf(notifies);
        }
    }
}
