package dev.twinsync.os.files;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.Files;
import dev.twinsync.domain.files.LinkTarget;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.Backend;
import dev.twinsync.port.BackendContract;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** The real adapter as root, at real places, with other owners, with the default rules of capture. */
@Tag("lab")
class MirroredFilesLabTest extends BackendContract<DesiredFile, LiveFile, FileAction> {

    @Override
    protected Kind<DesiredFile, LiveFile, FileAction> kind() {
        return new Files();
    }

    /** The content of each place of the repository is its own name, as a comment: sudo reads one of them. */
    @Override
    protected Backend<LiveFile, FileAction> backend() {
        return new MirroredFiles(
                place -> new ByteArrayInputStream(content(place)),
                new KeptContent(Path.of("/var/tmp/twin-kept")),
                CaptureRules.DEFAULT,
                Path.of("/home/alice/device"),
                new SystemCommandRunner());
    }

    private static byte[] content(TwinPath place) {
        return ("# " + place.text() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static DesiredFile file(String path, String content, String mode, String owner, String group) {
        var place = new TwinPath("filesystem/" + content);
        return new DesiredFile.Regular(
                new TargetPath(path),
                place,
                Optional.of(new FileMode(mode)),
                Optional.of(new AccountName(owner)),
                Optional.of(new AccountName(group)),
                List.of(),
                Optional.of(digest(place)));
    }

    private static Digest digest(TwinPath place) {
        return Bench.digest(content(place));
    }

    private static DesiredFile untold(String path, String content) {
        var place = new TwinPath("filesystem/" + content);
        return new DesiredFile.Regular(
                new TargetPath(path),
                place,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(digest(place)));
    }

    private static DesiredFile directory(String path, String mode, String owner, String group) {
        return new DesiredFile.Directory(
                new TargetPath(path),
                Optional.of(new FileMode(mode)),
                Optional.of(new AccountName(owner)),
                Optional.of(new AccountName(group)),
                List.of());
    }

    private static DesiredFile link(String path, String to) {
        return new DesiredFile.Symlink(new TargetPath(path), new LinkTarget(to), List.of());
    }

    private static DesiredFile absent(String path) {
        return new DesiredFile.Absent(new TargetPath(path), List.of());
    }

    @Override
    protected List<List<DesiredFile>> journey() {
        return List.of(
                List.of(
                        untold("/etc/motd", "one"),
                        untold("/etc/toy.d/é.conf", "two"),
                        file("/usr/local/bin/toy", "three", "4750", "alice", "adm"),
                        directory("/etc/toy-box", "2770", "alice", "4242"),
                        link("/etc/toy.link", "toy.d/é.conf")),
                List.of(
                        file("/etc/motd", "one", "0640", "root", "adm"),
                        file("/usr/local/bin/toy", "four", "4755", "root", "root"),
                        directory("/etc/toy-box", "1777", "root", "root"),
                        file("/etc/sudoers.d/toy", "five", "0440", "root", "root")),
                List.of(
                        untold("/etc/motd", "six"),
                        directory("/etc/toy.link", "0755", "root", "root"),
                        link("/etc/toy-box", "/nowhere"),
                        file("/etc/apt/sources.list.d/toy.list", "seven", "0644", "root", "root")),
                List.of(
                        absent("/etc/toy.d/é.conf"),
                        absent("/usr/local/bin/toy"),
                        absent("/etc/toy.link"),
                        absent("/etc/toy-box"),
                        absent("/etc/sudoers.d/toy"),
                        absent("/etc/apt/sources.list.d/toy.list")),
                List.of(absent("/etc/toy.d")));
    }
}
