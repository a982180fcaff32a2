package dev.twinsync.os.schedule;

import dev.twinsync.domain.Digest;
import dev.twinsync.port.LastWord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The last word in a file of its owner alone. One that cannot be read counts as none: then it is told once more. */
public record ToldFile(Path file) implements LastWord {

    @Override
    public Optional<Digest> read() throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        var text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        return text.matches("sha256:[0-9a-f]{64}") ? Optional.of(new Digest(text)) : Optional.empty();
    }

    @Override
    public void write(Optional<Digest> said) throws IOException {
        if (said.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var temporary = Files.createTempFile(file.getParent(), ".told-", "");
        try {
            Files.writeString(temporary, said.get().text() + "\n");
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
