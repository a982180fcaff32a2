package dev.twinsync.os.files;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.FileAction.Write;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.LinkTarget;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.port.WishedContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A directory of a test as if it were a machine, with the wished content beside it, owned by whoever runs the test. */
final class Bench implements WishedContent {

    /** A machine on which no program is installed. */
    static final CommandRunner NO_PROGRAMS = command -> new CommandRunner.Result.NoSuchProgram(command.program());

    final Path root;
    final Path repository;
    final KeptContent kept;
    private final Map<TwinPath, byte[]> wished = new HashMap<>();

    Bench(Path directory) {
        try {
            var real = directory.toRealPath();
            Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwxr-xr-x"));
            this.root = Files.createDirectories(real.resolve("machine"));
            this.repository = Files.createDirectories(real.resolve("machine/repository"));
            this.kept = new KeptContent(real.resolve("kept"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    MirroredFiles files() {
        return files(NO_PROGRAMS);
    }

    MirroredFiles files(CommandRunner commands) {
        return files(this, commands);
    }

    MirroredFiles files(WishedContent content, CommandRunner commands) {
        return new MirroredFiles(content, kept, rules(1 << 20), repository, commands);
    }

    CaptureRules rules(long maxBytes) {
        return new CaptureRules(List.of(target("")), List.of(), maxBytes);
    }

    TargetPath target(String below) {
        return new TargetPath(below.isEmpty() ? root.toString() : root + "/" + below);
    }

    Path at(String below) {
        return root.resolve(below);
    }

    @Override
    public InputStream open(TwinPath path) throws IOException {
        if (!wished.containsKey(path)) {
            throw new IOException("there is no content at " + path);
        }
        return new ByteArrayInputStream(wished.get(path));
    }

    DesiredFile.Regular file(String below, String content, String mode) {
        return file(below, content.getBytes(StandardCharsets.UTF_8), Optional.of(new FileMode(mode)));
    }

    DesiredFile.Regular file(String below, byte[] content, Optional<FileMode> mode) {
        var path = target(below);
        return new DesiredFile.Regular(
                path,
                keep(content),
                mode,
                Optional.of(owner()),
                Optional.of(group()),
                List.of(),
                Optional.of(digest(content)));
    }

    DesiredFile.Directory directory(String below, String mode) {
        return new DesiredFile.Directory(
                target(below), Optional.of(new FileMode(mode)), Optional.of(owner()), Optional.of(group()), List.of());
    }

    DesiredFile.Symlink link(String below, String to) {
        return new DesiredFile.Symlink(target(below), new LinkTarget(to), List.of());
    }

    DesiredFile.Absent absent(String below) {
        return new DesiredFile.Absent(target(below), List.of());
    }

    Write write(String below, String content, String mode) {
        var path = target(below);
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        return new Write(path, keep(bytes), digest(bytes), new FileMode(mode), owner(), group());
    }

    /** Each content has a place of its own, so that a later wish does not change an earlier one. */
    private TwinPath keep(byte[] content) {
        var place = new TwinPath("filesystem/" + digest(content).text().substring(7));
        wished.put(place, content);
        return place;
    }

    static Digest digest(byte[] content) {
        try {
            return Digest.ofSha256(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private PosixFileAttributes own() {
        try {
            return Files.readAttributes(root, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    AccountName owner() {
        return new AccountName(own().owner().getName());
    }

    AccountName group() {
        return new AccountName(own().group().getName());
    }

    Path put(String below, String content) throws IOException {
        return put(below, content, "rw-r--r--");
    }

    Path put(String below, String content, String permissions) throws IOException {
        var place = at(below);
        Files.createDirectories(place.getParent());
        Files.writeString(place, content);
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(permissions));
        return place;
    }

    static int mode(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777;
    }

    /** What twin left beside its targets. */
    List<Path> leftovers() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.getFileName().toString().startsWith(".twin-"))
                    .toList();
        }
    }
}
