package dev.twinsync.domain.secrets;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file as machines and their repositories have it; secrets are not in it, but marks for them.
 *
 * @param category the fragment that it belongs to
 */
record CorpusFile(String category, String name, String text) {

    /** Those with secrets. */
    static List<CorpusFile> planted() throws IOException {
        return under("planted");
    }

    /** Those in which nothing is secret. */
    static List<CorpusFile> innocent() throws IOException {
        return under("innocent");
    }

    private static List<CorpusFile> under(String folder) throws IOException {
        var files = new ArrayList<CorpusFile>();
        try (var paths = Files.walk(root().resolve(folder))) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                var category = path.getParent().getFileName().toString();
                files.add(new CorpusFile(category, path.getFileName().toString(), Files.readString(path)));
            }
        }
        return files;
    }

    private static Path root() {
        try {
            return Path.of(CorpusFile.class.getResource("corpus").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
