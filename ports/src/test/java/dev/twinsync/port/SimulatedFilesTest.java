package dev.twinsync.port;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.files.LinkTarget;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.files.TwinPath;
import java.util.List;
import java.util.Optional;

public class SimulatedFilesTest extends BackendContract<DesiredFile, LiveFile, FileAction> {

    private static final TargetPath MOTD = new TargetPath("/etc/motd");
    private final Files files = new Files();
    private final Backend<LiveFile, FileAction> backend = new SimulatedFiles(List.of());

    @Override
    protected Kind<DesiredFile, LiveFile, FileAction> kind() {
        return files;
    }

    @Override
    protected Backend<LiveFile, FileAction> backend() {
        return backend;
    }

    private static DesiredFile file(String mode, String digit) {
        return new DesiredFile.Regular(
                MOTD,
                TwinPath.mirrorOf(MOTD),
                Optional.of(new FileMode(mode)),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(new Digest("sha256:" + digit.repeat(64))));
    }

    @Override
    protected List<List<DesiredFile>> journey() {
        return List.of(
                List.of(file("0644", "1")),
                List.of(file("0644", "2")),
                List.of(file("0600", "2")),
                List.of(new DesiredFile.Symlink(MOTD, new LinkTarget("../run/motd"), List.of())),
                List.of(new DesiredFile.Directory(
                        MOTD, Optional.empty(), Optional.empty(), Optional.empty(), List.of())),
                List.of(new DesiredFile.Absent(MOTD, List.of())),
                List.of(deep("one"), deep("two")));
    }

    private static DesiredFile deep(String name) {
        return new DesiredFile.Symlink(new TargetPath("/etc/new/deep/" + name), new LinkTarget("/nowhere"), List.of());
    }
}
