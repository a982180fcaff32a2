package dev.twinsync.domain.files;

import dev.twinsync.domain.Pair;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.files.FileAction.Delete;
import dev.twinsync.domain.files.FileAction.DeleteDirectory;
import dev.twinsync.domain.files.FileAction.Link;
import dev.twinsync.domain.files.FileAction.MakeDirectory;
import dev.twinsync.domain.files.FileAction.SetAttributes;
import dev.twinsync.domain.files.FileAction.Write;
import java.util.Optional;
import java.util.stream.Stream;

/** The decision table of files: what to do about one path. */
final class FileDecisions {

    private static final String NOT_THERE = "declared present, not there";
    private static final String NOT_A_FILE = "declared a file, is ";
    private static final String NOT_A_DIRECTORY = "declared a directory, is ";
    private static final String NOT_A_LINK = "declared a link, is ";

    private FileDecisions() {}

    static Stream<Step<FileAction>> about(Pair<DesiredFile, LiveFile> pair) {
        return forbidden(pair)
                .map(reason -> Stream.<Step<FileAction>>of(new Step.Blocked<>(pair.key(), reason)))
                .orElseGet(() -> table(pair));
    }

    private static Optional<String> forbidden(Pair<DesiredFile, LiveFile> pair) {
        return switch (pair) {
            case Pair.Unmanaged(var _) -> Optional.empty();
            case Pair.Missing(DesiredFile.Regular wanted) -> forbidden(wanted, true, true);
            case Pair.Missing(var wanted) -> forbidden(wanted, false, false);
            case Pair.Both(DesiredFile.Regular wanted, var seen) ->
                forbidden(wanted, true, seen instanceof LiveFile.Regular);
            case Pair.Both(var wanted, var seen) -> forbidden(wanted, seen instanceof LiveFile.Regular, false);
        };
    }

    /**
     * @param content whether it is about the content of a file, wanted or seen
     * @param staysFile whether what was or should be a file will be one
     */
    private static Optional<String> forbidden(DesiredFile wanted, boolean content, boolean staysFile) {
        if (content && SecretPlaces.cover(wanted.path())) {
            return Optional.of(SecretPlaces.reason());
        }
        return SensitivePlaces.holdAccounts(wanted.path()) && !staysFile
                ? Optional.of("nobody could log in to this machine without it")
                : Optional.empty();
    }

    private static Stream<Step<FileAction>> table(Pair<DesiredFile, LiveFile> pair) {
        return switch (pair) {
            case Pair.Unmanaged(var _) -> Stream.empty();
            case Pair.Missing(DesiredFile.Regular wanted) -> write(wanted, NOT_THERE);
            case Pair.Missing(DesiredFile.Directory wanted) -> Stream.of(make(wanted, NOT_THERE));
            case Pair.Missing(DesiredFile.Symlink wanted) -> Stream.of(link(wanted, NOT_THERE));
            case Pair.Missing(DesiredFile.Absent _) -> Stream.empty();
            case Pair.Both(var wanted, LiveFile.Other(var _, var what)) -> untouchable(wanted, what);
            case Pair.Both(DesiredFile.Regular wanted, LiveFile.Regular seen) -> correct(wanted, seen);
            case Pair.Both(DesiredFile.Regular wanted, LiveFile.Symlink _) -> write(wanted, NOT_A_FILE + "a link");
            case Pair.Both(DesiredFile.Regular wanted, LiveFile.Directory _) ->
                wanted.digest().isEmpty()
                        ? write(wanted, NOT_A_FILE)
                        : Stream.concat(
                                Stream.of(deleteDirectory(wanted, NOT_A_FILE + "a directory")),
                                write(wanted, NOT_THERE));
            case Pair.Both(DesiredFile.Directory wanted, LiveFile.Directory seen) ->
                correct(wanted, Aspects.of(wanted), Aspects.of(seen));
            case Pair.Both(DesiredFile.Directory wanted, LiveFile.Regular _) ->
                Stream.of(delete(wanted, NOT_A_DIRECTORY + "a file"), make(wanted, NOT_THERE));
            case Pair.Both(DesiredFile.Directory wanted, LiveFile.Symlink _) ->
                Stream.of(delete(wanted, NOT_A_DIRECTORY + "a link"), make(wanted, NOT_THERE));
            case Pair.Both(DesiredFile.Symlink wanted, LiveFile.Symlink seen) -> correct(wanted, seen);
            case Pair.Both(DesiredFile.Symlink wanted, LiveFile.Regular _) ->
                Stream.of(link(wanted, NOT_A_LINK + "a file"));
            case Pair.Both(DesiredFile.Symlink wanted, LiveFile.Directory _) ->
                Stream.of(deleteDirectory(wanted, NOT_A_LINK + "a directory"), link(wanted, NOT_THERE));
            case Pair.Both(DesiredFile.Absent wanted, LiveFile.Regular _) ->
                Stream.of(delete(wanted, "declared absent, a file is there"));
            case Pair.Both(DesiredFile.Absent wanted, LiveFile.Symlink _) ->
                Stream.of(delete(wanted, "declared absent, a link is there"));
            case Pair.Both(DesiredFile.Absent wanted, LiveFile.Directory _) ->
                Stream.of(deleteDirectory(wanted, "declared absent, a directory is there"));
        };
    }

    private static Stream<Step<FileAction>> untouchable(DesiredFile wanted, LiveFile.What what) {
        var words = switch (what) {
            case SOCKET -> "a socket";
            case FIFO -> "a named pipe";
            case BLOCK_DEVICE -> "a block device";
            case CHARACTER_DEVICE -> "a character device";
        };
        return Stream.of(new Step.Blocked<>(wanted.key(), words + " is there, which twin does not touch"));
    }

    private static Stream<Step<FileAction>> write(DesiredFile.Regular wanted, String why) {
        return write(wanted, Aspects.of(wanted).orElse(Aspects.OF_FILES), why);
    }

    private static Stream<Step<FileAction>> write(DesiredFile.Regular wanted, Aspects aspects, String why) {
        return Stream.of(wanted.digest()
                .<Step<FileAction>>map(digest -> new Step.Do<>(
                        new Write(
                                wanted.path(),
                                wanted.twinPath(),
                                digest,
                                aspects.mode(),
                                aspects.owner(),
                                aspects.group()),
                        why))
                .orElseGet(
                        () -> new Step.Blocked<>(wanted.key(), "there is no content for it at " + wanted.twinPath())));
    }

    private static Stream<Step<FileAction>> correct(DesiredFile.Regular wanted, LiveFile.Regular seen) {
        var aspects = Aspects.of(wanted).orElse(Aspects.of(seen));
        return wanted.digest().equals(Optional.of(seen.digest()))
                ? correct(wanted, Aspects.of(wanted), Aspects.of(seen))
                : write(wanted, aspects, "its content is not the declared one");
    }

    private static Stream<Step<FileAction>> correct(DesiredFile.Symlink wanted, LiveFile.Symlink seen) {
        return wanted.target().equals(seen.target())
                ? Stream.empty()
                : Stream.of(link(wanted, "declared to lead to " + wanted.target() + ", leads to " + seen.target()));
    }

    private static Stream<Step<FileAction>> correct(DesiredFile wanted, Aspects.Wanted declared, Aspects seen) {
        var aspects = declared.orElse(seen);
        return aspects.equals(seen)
                ? Stream.empty()
                : Stream.of(new Step.Do<>(
                        new SetAttributes(wanted.path(), aspects.mode(), aspects.owner(), aspects.group()),
                        "declared " + aspects + ", is " + seen));
    }

    private static Step<FileAction> make(DesiredFile.Directory wanted, String why) {
        var aspects = Aspects.of(wanted).orElse(Aspects.OF_DIRECTORIES);
        return new Step.Do<>(new MakeDirectory(wanted.path(), aspects.mode(), aspects.owner(), aspects.group()), why);
    }

    private static Step<FileAction> link(DesiredFile.Symlink wanted, String why) {
        return new Step.Do<>(new Link(wanted.path(), wanted.target()), why);
    }

    private static Step<FileAction> delete(DesiredFile wanted, String why) {
        return new Step.Do<>(new Delete(wanted.path()), why);
    }

    private static Step<FileAction> deleteDirectory(DesiredFile wanted, String why) {
        return new Step.Do<>(new DeleteDirectory(wanted.path()), why);
    }
}
