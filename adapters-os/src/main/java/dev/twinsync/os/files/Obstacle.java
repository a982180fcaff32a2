package dev.twinsync.os.files;

import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.os.Self;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Why a user must not even try to change a file. */
final class Obstacle {

    private Obstacle() {}

    /** Another user than root changes what stands in folders that are theirs to change, and gives nothing away. */
    static Optional<String> of(FileAction action, Self self) {
        return Files.isWritable(Ground.nearest(Path.of(action.key())))
                ? owner(action).flatMap(owner -> self.cannotActFor(owner.text()))
                : self.lacksRoot();
    }

    private static Optional<AccountName> owner(FileAction action) {
        return switch (action) {
            case FileAction.Write write -> Optional.of(write.owner());
            case FileAction.MakeDirectory make -> Optional.of(make.owner());
            case FileAction.SetAttributes set -> Optional.of(set.owner());
            case FileAction.Link _, FileAction.Delete _, FileAction.DeleteDirectory _ -> Optional.empty();
        };
    }
}
