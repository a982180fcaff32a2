package dev.twinsync.domain.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PathGlobLawsTest {

    private static final Arbitrary<String> NAMES = Arbitraries.of("a", "b", "ab", "aab", "abab", "a.b", ".a", "abc");
    private static final Arbitrary<String> PARTS = Arbitraries.oneOf(
            NAMES,
            Arbitraries.of("*", "?", "a*", "*b", "**", "a?", "a**"),
            Arbitraries.strings().withChars("ab*?").ofMinLength(1).ofMaxLength(6));

    @Provide
    Arbitrary<List<PathGlob>> globs() {
        var text = PARTS.list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join("/", parts));
        var glob = Arbitraries.oneOf(text, text.map(relative -> "/" + relative));
        return glob.map(PathGlob::new).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<TargetPath> paths() {
        return NAMES.list().ofMinSize(1).ofMaxSize(5).map(names -> new TargetPath("/" + String.join("/", names)));
    }

    /** What the class says of itself, in the plainest way. */
    private static boolean isMet(PathGlob glob, TargetPath path) {
        var expression = glob.text()
                .chars()
                .mapToObj(Character::toString)
                .map(character -> switch (character) {
                    case "*" -> "[^/]*";
                    case "?" -> "[^/]";
                    default -> Pattern.quote(character);
                })
                .collect(Collectors.joining())
                .replace("[^/]*[^/]*", ".*");
        var before = glob.text().startsWith("/") ? "" : "(?:/.*)?/";
        return path.text().matches(before + expression + "(?:/.*)?");
    }

    @Property(tries = 5_000)
    void many_patterns_meet_what_one_of_them_meets(
            @ForAll("globs") List<PathGlob> globs, @ForAll("paths") TargetPath path) {
        assertEquals(
                globs.stream().anyMatch(glob -> isMet(glob, path)),
                PathGlob.any(globs).test(path),
                () -> globs + " and " + path);
    }
}
