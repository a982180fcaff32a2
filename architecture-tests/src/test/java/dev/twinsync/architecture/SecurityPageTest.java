package dev.twinsync.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code docs/security.md} promises is shown by tests that are there. */
class SecurityPageTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern PROOF = Pattern.compile("`(\\w+Test|lab/scenarios/[\\w-]+\\.sh)`");

    @Test
    void every_test_that_the_page_names_is_there() throws IOException {
        var named = PROOF.matcher(Files.readString(ROOT.resolve("docs/security.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(named.size() > 20, named::toString);
        named.removeAll(proofs());
        assertEquals(Set.of(), named);
    }

    private static Set<String> proofs() throws IOException {
        try (var files = Files.find(ROOT, 12, (path, attributes) -> attributes.isRegularFile())) {
            return files.map(path -> ROOT.relativize(path).toString())
                    .map(path -> path.replaceAll("^[^/]+/src/test/java/.*/(\\w+Test)\\.java$", "$1"))
                    .collect(Collectors.toSet());
        }
    }
}
