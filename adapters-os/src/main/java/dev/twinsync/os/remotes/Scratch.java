package dev.twinsync.os.remotes;

import dev.twinsync.os.files.OwnFolder;
import dev.twinsync.os.files.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * A folder that git takes for its repository while twin fetches or sends: no settings and no hooks but what twin wrote. That of the
 * repository itself may name programs.
 */
record Scratch(Path path) implements AutoCloseable {

    private static final String FETCHED = "refs/twin/fetched";

    /**
     * @param below a folder that is its owner's alone
     * @param own the newest commit of this side, so that git need not fetch what is here
     * @param shallow a file of git's that says where its history ends; it need not be there
     */
    static Scratch make(Path below, Optional<String> own, Path shallow) throws IOException {
        var folder = below.resolve(UUID.randomUUID().toString());
        new PrivateFolder(folder).make();
        Files.createDirectories(folder.resolve("refs/heads"));
        Files.writeString(folder.resolve("HEAD"), "ref: refs/heads/none\n");
        Files.writeString(folder.resolve("config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
        if (own.isPresent()) {
            Files.writeString(folder.resolve("refs/heads/own"), own.get() + "\n");
        }
        if (Files.isRegularFile(shallow)) {
            Files.copy(shallow, folder.resolve("shallow"));
        }
        return new Scratch(folder);
    }

    /** What to fetch to. */
    String target() {
        return FETCHED;
    }

    Optional<String> fetched() throws IOException {
        var file = path.resolve(FETCHED);
        return Files.isRegularFile(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        OwnFolder.remove(path);
    }
}
