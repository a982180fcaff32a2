package dev.twinsync.domain.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;

/** Paths that are taken without their grammar are those of the grammar. */
class PlainPathsLawsTest {

    private static Arbitrary<String> paths(String root) {
        var pieces = Arbitraries.of(
                "/",
                "/",
                "/",
                "a",
                "Z9",
                "_-",
                ".",
                "..",
                ".git",
                "git~1",
                "proc",
                "run",
                "etc",
                "twin",
                "é",
                "\u200c",
                "\n",
                " ",
                "x".repeat(254));
        return pieces.list().ofMaxSize(8).map(list -> root + String.join("", list));
    }

    @Test
    void a_target_is_taken_exactly_if_it_is_in_the_grammar() {
        Property.forAll(
                paths(""), path -> assertEquals(TargetPath.isInGrammar(path), isTaken(TargetPath::new, path), path));
    }

    @Test
    void a_place_in_the_repository_is_taken_exactly_if_it_is_in_the_grammar() {
        Property.forAll(
                Arbitraries.of("filesystem", "filesystem/", "").flatMap(PlainPathsLawsTest::paths),
                path -> assertEquals(TwinPath.isInGrammar(path), isTaken(TwinPath::new, path), path));
    }

    @Test
    void what_is_plain_is_known_so() {
        assertTrue(Names.arePlain("/etc/nginx/sites-enabled/a_b.conf", 0));
        assertTrue(Names.arePlain("/" + "x".repeat(255), 0));
        assertFalse(Names.arePlain("/" + "x".repeat(256), 0));
        assertFalse(Names.arePlain("/etc/.hidden", 0));
        assertFalse(Names.arePlain("/etc//a", 0));
        assertFalse(Names.arePlain("/etc/", 0));
        assertFalse(Names.arePlain("etc/a", 0));
        assertFalse(Names.arePlain("", 0));
    }

    private static boolean isTaken(Function<String, ?> constructor, String path) {
        try {
            constructor.apply(path);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
