package dev.twinsync.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/**
 * A repository as the predecessor's programs make it, from the resources of the test. What looks like a token of GitHub is put
 * in only here.
 */
public record Predecessor(Path root) {

    public static final String TOKEN = "ghp_" + "aB3dE5fG7hI9".repeat(3);
    static final String PAST_TOKEN = "ghp_" + "zY8xW6vU4tS2".repeat(3);

    private static final Path RESOURCES = Path.of("src/test/resources/predecessor");

    /** @param layout {@code bash} or {@code python} */
    public static Predecessor of(String layout, Path root) throws IOException {
        return new Predecessor(root).with(layout);
    }

    /** The other program worked on it too. */
    public Predecessor with(String layout) throws IOException {
        var from = RESOURCES.resolve(layout);
        try (var files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> copy(file, root.resolve(from.relativize(file))));
        }
        return this;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            var text = Files.readString(from, StandardCharsets.ISO_8859_1).replace("@TOKEN@", TOKEN);
            Files.writeString(to, text, StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Predecessor write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
        return this;
    }

    /** In Git, with a token in the first commit that no file has any more, and one that a reset left behind. */
    public Predecessor inGit() throws IOException, GitAPIException {
        try (var git = Git.init().setDirectory(root.toFile()).call()) {
            write("filesystem/etc/app/secret.conf", "token: " + PAST_TOKEN + "\n");
            commit(git, "TwinSync snapshot 2025-11-22T13:00:00+00:00");
            Files.delete(root.resolve("filesystem/etc/app/secret.conf"));
            commit(git, "TwinSync snapshot 2025-11-23T13:00:00+00:00");
        }
        return this;
    }

    private static void commit(Git git, String message) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        git.commit()
                .setMessage(message)
                .setAuthor("TwinSync", "twinsync@localhost")
                .setCommitter("TwinSync", "twinsync@localhost")
                .setSign(false)
                .call();
    }

    /** Every file of it, {@code .git} too, with when it was written. */
    public TreeMap<String, String> everything() throws IOException {
        var all = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (Path file : files.toList()) {
                all.put(
                        file.toString(),
                        Files.getLastModifiedTime(file)
                                + (Files.isRegularFile(file)
                                        ? Files.readString(file, StandardCharsets.ISO_8859_1)
                                        : ""));
            }
        }
        return all;
    }
}
