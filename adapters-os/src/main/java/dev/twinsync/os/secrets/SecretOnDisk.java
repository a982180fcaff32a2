package dev.twinsync.os.secrets;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.os.files.Stat;
import dev.twinsync.os.files.Writers;
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
 * Reads a secret, or what else is its owner's own, from a file that only its owner can read. What is in it is in no message.
 *
 * @param owner the user id that the file and the folders above it must belong to, or root
 * @param longest how many bytes it may have
 * @param top the folder whose own folders are not looked at: {@code /}
 * @param what the file is, to stand before its name in a message
 */
public record SecretOnDisk(int owner, int longest, Path top, String what) {

    private static final int ROOT = 0;
    private static final int FOR_OTHERS = 0077;

    public SecretOnDisk(int owner, int longest) {
        this(owner, longest, Path.of("/"));
    }

    public SecretOnDisk(int owner, int longest, Path top) {
        this(owner, longest, top, "the file for a secret,");
    }

    /**
     * Its text without the line end at its end.
     *
     * @throws IOException that says in a sentence why it is none
     */
    public String text(Path file) throws IOException {
        var text = decoded(file, bytes(file));
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            throw none(file, "does not hold text");
        }
        return text;
    }

    /** As {@link #text}, and it is one line. */
    public String line(Path file) throws IOException {
        var line = decoded(file, bytes(file));
        if (line.isEmpty() || line.chars().anyMatch(Character::isISOControl)) {
            throw none(file, "must hold the secret on its one line, and nothing else");
        }
        return line;
    }

    private ByteBuffer bytes(Path file) throws IOException {
        try {
            var objection = objection(file);
            if (objection.isPresent()) {
                throw none(file, objection.get());
            }
            return read(file);
        } catch (NoSecret said) {
            throw said;
        } catch (IOException unreadable) {
            throw none(file, "cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }

    private Optional<String> objection(Path file) throws IOException {
        for (Path folder = file.getParent(); folder != null && folder.startsWith(top); folder = folder.getParent()) {
            var objection = objectionToFolder(folder);
            if (objection.isPresent()) {
                return objection;
            }
        }
        var stat = Stat.of(file);
        if (stat.isEmpty()) {
            return Optional.of("is not there");
        }
        if (!stat.get().isRegular()) {
            return Optional.of("is no plain file");
        }
        return isTrusted(stat.get()) && (stat.get().mode() & FOR_OTHERS) == 0
                ? Optional.empty()
                : Optional.of(notAlone(file));
    }

    private Optional<String> objectionToFolder(Path folder) throws IOException {
        var stat = Stat.of(folder);
        if (stat.isEmpty()) {
            return Optional.of("is not there");
        }
        if (!stat.get().isDirectory()) {
            return Optional.of("lies behind " + folder + ", which is no folder of its own");
        }
        return Writers.OF_THIS_MACHINE.isHeldBy(owner, ROOT, folder, stat.get())
                ? Optional.empty()
                : Optional.of("lies below " + folder + ", where others than its owner may put files");
    }

    private boolean isTrusted(Stat stat) {
        return stat.uid() == owner || stat.uid() == ROOT;
    }

    private String notAlone(Path file) {
        return owner == ROOT
                ? "is not root's alone; run: sudo chown root: " + ShellWord.of(file) + " && sudo chmod 600 "
                        + ShellWord.of(file)
                : "is not its owner's alone; run: chmod 600 " + ShellWord.of(file);
    }

    private ByteBuffer read(Path file) throws IOException {
        var buffer = ByteBuffer.allocate(longest + 1);
        try (var channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // a file may come in parts
            }
        }
        if (!buffer.hasRemaining()) {
            throw none(file, "has more than " + longest + " bytes");
        }
        return buffer.flip();
    }

    private String decoded(Path file, ByteBuffer bytes) throws IOException {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        } catch (CharacterCodingException notText) {
            throw none(file, "is not text in UTF-8");
        }
    }

    private NoSecret none(Path file, String objection) {
        return new NoSecret(this.what + " " + file + ", " + objection);
    }

    /** What is wrong with the file, in a sentence. */
    private static final class NoSecret extends IOException {
        private static final long serialVersionUID = 1;

        NoSecret(String message) {
            super(message);
        }
    }
}
