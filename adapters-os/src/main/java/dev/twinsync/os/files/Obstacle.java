package dev.twinsync.os.files;

import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.os.Self;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Why a user must not even try to change a file. */
final class Obstacle {

    private Obstacle() {}

    /** Another user than root changes what stands in folders that are theirs to change, and gives nothing away. */
    static Optional<String> of(FileAction action, Self self) {
        var folder = Path.of(action.key()).getParent();
        while (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            folder = folder.getParent();
        }
        return Files.isWritable(folder)
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
