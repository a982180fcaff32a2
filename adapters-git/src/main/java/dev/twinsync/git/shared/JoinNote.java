package dev.twinsync.git.shared;

import dev.twinsync.git.work.Durable;
import dev.twinsync.git.work.RepoFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Says on disk which commit the work tree is being changed to. Who changes it holds the note, by a lock that the kernel takes back when
 * the process ends. The note also stands where git has its own lock, as the same file under a second name, so that no other program
 * changes the index meanwhile and it can be told afterwards whose lock it was.
 */
final class JoinNote implements AutoCloseable {

    private static final String NAME = "twin-join";
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{40}) ([0-9a-f]{40})\n");

    private final Path file;
    private final Path indexLock;
    private final FileChannel channel;

    private JoinNote(Path git, FileChannel channel) {
        this.file = git.resolve(NAME);
        this.indexLock = git.resolve("index.lock");
        this.channel = channel;
    }

    /** @param before what the branch is @param after what it becomes */
    record Way(ObjectId before, ObjectId after) {}

    static boolean isThere(Path git) {
        return Files.exists(git.resolve(NAME), LinkOption.NOFOLLOW_LINKS);
    }

    /** A new one. */
    static JoinNote write(Path git, Way way) throws IOException {
        var note = new JoinNote(git, create(git));
        try {
            note.hold(git);
            note.channel.write(ByteBuffer.wrap(
                    (way.before().name() + " " + way.after().name() + "\n").getBytes(StandardCharsets.US_ASCII)));
            note.channel.force(true);
            Files.createLink(note.indexLock, note.file);
            Durable.sync(git);
            return note;
        } catch (FileAlreadyExistsException _) {
            note.end();
            throw new RepoFault(RepoFault.heldBy(note.indexLock));
        }
    }

    private static FileChannel create(Path git) throws IOException {
        try {
            return open(git, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            throw atWork(git);
        }
    }

    private static RepoFault atWork(Path git) {
        return new RepoFault("another twin brings in what was pulled just now, in " + git.getParent() + "; try again");
    }

    /** The one that a process left that was cut off; empty where there is none any more. */
    static Optional<JoinNote> leftBehind(Path git) throws IOException {
        if (!isThere(git)) {
            return Optional.empty();
        }
        var note = new JoinNote(git, open(git, StandardOpenOption.READ));
        note.hold(git);
        if (isThere(git)) {
            return Optional.of(note);
        }
        note.close();
        return Optional.empty();
    }

    private static FileChannel open(Path git, StandardOpenOption how) throws IOException {
        return FileChannel.open(git.resolve(NAME), Set.of(how, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    }

    private void hold(Path git) throws IOException {
        if (channel.tryLock() == null) {
            channel.close();
            throw atWork(git);
        }
    }

    /** Empty where it was cut off before it was complete, and so before anything was changed. */
    Optional<Way> way() throws IOException {
        var buffer = ByteBuffer.allocate(200);
        channel.read(buffer, 0);
        var matcher = TEXT.matcher(new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII));
        return matcher.matches()
                ? Optional.of(new Way(ObjectId.fromString(matcher.group(1)), ObjectId.fromString(matcher.group(2))))
                : Optional.empty();
    }

    /** What was cut off before git's lock was taken has it now. */
    void takeIndexLock() throws IOException {
        if (Files.exists(indexLock, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isSameFile(indexLock, file)) {
                throw new RepoFault(RepoFault.heldBy(indexLock) + "; then twin finishes what was being pulled");
            }
        } else {
            Files.createLink(indexLock, file);
        }
    }

    /** There is nothing left to do. */
    void end() throws IOException {
        if (Files.exists(indexLock, LinkOption.NOFOLLOW_LINKS) && Files.isSameFile(indexLock, file)) {
            Files.delete(indexLock);
        }
        Files.deleteIfExists(file);
        Durable.sync(file.getParent());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
