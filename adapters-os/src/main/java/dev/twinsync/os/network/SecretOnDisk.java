package dev.twinsync.os.network;

import dev.twinsync.os.files.Stat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a secret from a file that only its owner can read. What is in it is in no message.
 *
 * @param owner the user id that the file and the folders above it must belong to, or root
 */
record SecretOnDisk(int owner) {

    private static final int ROOT = 0;
    private static final int LONGEST = 4096;
    private static final int FOR_OTHERS = 0077;

    /** The one line in it. */
    Answer<String> read(Path file) {
        try {
            var objection = objection(file);
            return objection.isPresent() ? none(file, objection.get()) : line(file, bytes(file));
        } catch (IOException unreadable) {
            return none(file, "cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }

    private Optional<String> objection(Path file) throws IOException {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            var stat = Stat.of(folder);
            if (stat.isEmpty()) {
                return Optional.of("is not there");
            }
            if (!stat.get().isDirectory()) {
                return Optional.of("lies behind " + folder + ", which is no folder of its own");
            }
            if (!isTrusted(stat.get())
                    || stat.get().othersMayWrite()
                    || stat.get().groupMayWrite()) {
                return Optional.of("lies below " + folder + ", where others than root may put files");
            }
        }
        var stat = Stat.of(file);
        if (stat.isEmpty()) {
            return Optional.of("is not there");
        }
        if (!stat.get().isRegular()) {
            return Optional.of("is no plain file");
        }
        if (!isTrusted(stat.get()) || (stat.get().mode() & FOR_OTHERS) != 0) {
            return Optional.of("is not root's alone; run: sudo chown root: " + file + " && sudo chmod 600 " + file);
        }
        return Optional.empty();
    }

    private boolean isTrusted(Stat stat) {
        return stat.uid() == owner || stat.uid() == ROOT;
    }

    private static ByteBuffer bytes(Path file) throws IOException {
        var buffer = ByteBuffer.allocate(LONGEST + 1);
        try (var channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // a file may come in parts
            }
        }
        return buffer.flip();
    }

    private static Answer<String> line(Path file, ByteBuffer bytes) {
        if (bytes.remaining() > LONGEST) {
            return none(file, "has more than " + LONGEST + " bytes, which is no secret");
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            var line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            return line.isEmpty() || line.chars().anyMatch(Character::isISOControl)
                    ? none(file, "must hold the secret on its one line, and nothing else")
                    : new Answer.Given<>(line);
        } catch (CharacterCodingException notText) {
            return none(file, "is not text in UTF-8");
        }
    }

    private static <T> Answer<T> none(Path file, String what) {
        return new Answer.None<>("", "the file for a secret, " + file + ", " + what);
    }
}
