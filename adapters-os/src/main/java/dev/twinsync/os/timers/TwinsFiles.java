package dev.twinsync.os.timers;

import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.domain.timers.TimerName;
import dev.twinsync.domain.timers.TimerText;
import dev.twinsync.domain.timers.Written;
import dev.twinsync.domain.timers.Written.Form;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.files.Foothold;
import dev.twinsync.os.files.MirroredFiles;
import dev.twinsync.os.files.Parents;
import dev.twinsync.os.files.Refusal;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of twin about timers. They are written and taken away as {@code files} does it; what stood in them follows from what
 * they said, which the journal has, so their bytes are not kept besides.
 *
 * @param folder where the owner of a machine has their units
 */
record TwinsFiles(CommandRunner commands, Path folder) {

    static final Path OF_THE_MACHINE = Path.of("/etc/systemd/system");

    private static final String DROP_IN = "50-twin.conf";
    private static final String BESIDE = ".d";
    private static final int MOST = 1 << 16;
    private static final byte[] NOTHING = {};
    private static final Path NO_REPOSITORY = Path.of("/nonexistent/twin");
    private static final TwinPath NOWHERE = new TwinPath("filesystem/timer");

    /** One file as it stands there. */
    sealed interface Found {
        record Nothing() implements Found {}

        record Twins(Written written) implements Found {}

        /** It is not as twin writes it. */
        record Foreign(Path path) implements Found {}
    }

    Path path(TimerName name, Form form) {
        return switch (form) {
            case UNIT -> folder.resolve(name.text());
            case DROP_IN -> folder.resolve(name + BESIDE).resolve(DROP_IN);
        };
    }

    /** What stands there about a timer: of a unit that others wrote, the drop-in alone is twin's business. */
    Found find(TimerName name) {
        var unit = find(name, Form.UNIT);
        return unit instanceof Found.Twins || (unit instanceof Found.Foreign(var path) && claimsToBeTwins(path))
                ? unit
                : find(name, Form.DROP_IN);
    }

    Found find(TimerName name, Form form) {
        var path = path(name, form);
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return new Found.Nothing();
        }
        return text(path)
                .flatMap(text -> TimerText.read(form, text))
                .<Found>map(Found.Twins::new)
                .orElseGet(() -> new Found.Foreign(path));
    }

    private static boolean claimsToBeTwins(Path path) {
        return text(path).filter(text -> text.startsWith(TimerText.MARK)).isPresent();
    }

    /** Empty where it is no file, or cannot be read. */
    private static Optional<String> text(Path path) {
        try (var foothold = Foothold.above(path)) {
            return foothold.look(path)
                            .filter(PosixFileAttributes::isRegularFile)
                            .isPresent()
                    ? Optional.of(new String(foothold.read(path, MOST), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException | Refusal unreadable) {
            return Optional.empty();
        }
    }

    /** The timers of which twin has a drop-in, also where no timer of that name is there any more. */
    List<TimerName> changed() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.endsWith(BESIDE))
                    .map(name -> name.substring(0, name.length() - BESIDE.length()))
                    .flatMap(name -> SystemdTimers.named(name).stream())
                    .filter(name -> Files.exists(path(name, Form.DROP_IN), LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    /** Why no file can be written there, whatever it says; empty: nothing speaks against it, or that cannot be seen. */
    Optional<String> obstacle(TimerName name, Form form) {
        var place = path(name, form).getParent();
        try {
            return switch (new Parents().into(place)) {
                case Parents.Way.Clear _ -> Optional.empty();
                case Parents.Way.OverLink(var link) ->
                    Optional.of(
                            link + " is a symbolic link, which twin does not follow; put a folder with what is in it"
                                    + " in its place");
                case Parents.Way.Ends _ ->
                    Optional.of(place + " is no folder, so nothing can be in it; move it away")
                            .filter(_ -> Files.exists(place, LinkOption.NOFOLLOW_LINKS));
            };
        } catch (IOException unseen) {
            return Optional.empty();
        }
    }

    Attempt write(TimerName name, Written file, Progress progress) {
        return files(bytes(file)).apply(List.of(action(name, file)), progress);
    }

    private static byte[] bytes(Written file) {
        return TimerText.print(file).getBytes(StandardCharsets.UTF_8);
    }

    private FileAction action(TimerName name, Written file) {
        return new FileAction.Write(
                target(path(name, file.form())),
                NOWHERE,
                Sha256.of(bytes(file)),
                new FileMode("0644"),
                AccountName.ROOT,
                AccountName.ROOT);
    }

    private static TargetPath target(Path path) {
        return new TargetPath(path.toString());
    }

    /** With the folder of a drop-in, once nothing is left in it. */
    Attempt remove(TimerName name, Form form, Progress progress) {
        var path = path(name, form);
        var removed = files(NOTHING).apply(List.of(new FileAction.Delete(target(path))), progress);
        return removed.then(() -> form == Form.DROP_IN && isEmpty(path.getParent())
                ? files(NOTHING).apply(List.of(new FileAction.DeleteDirectory(target(path.getParent()))), progress)
                : new Attempt.Ran());
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Takes away what a write that was cut off left beside its place. */
    Attempt tidy(TimerName name, Written file, Progress progress) {
        return files(NOTHING).mend(List.of(action(name, file)), progress);
    }

    private MirroredFiles files(byte[] content) {
        return new MirroredFiles(
                _ -> new ByteArrayInputStream(content), new NotKept(), CaptureRules.DEFAULT, NO_REPOSITORY, commands);
    }
}
