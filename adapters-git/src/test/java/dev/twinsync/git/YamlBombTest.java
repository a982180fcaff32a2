package dev.twinsync.git;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents made to eat time or memory end in a sentence, soon. */
class YamlBombTest {

    /** On a machine that is busy with other things; a tenth of it on one that is not. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final int MEBIBYTE = 1 << 20;

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of("10,000 nested lists", "[".repeat(10_000), "nested more than 64 levels"),
                Arguments.of("10 million nested lists", "[".repeat(10_000_000), "nested more than 64 levels"),
                Arguments.of("nested maps", "{a: ".repeat(10_000), "nested more than 64 levels"),
                Arguments.of("nested dashes", "- ".repeat(10_000), "nested more than 64 levels"),
                Arguments.of("nested keys", "? ".repeat(10_000), "a list or a map as a key"),
                Arguments.of("deep blocks", deepBlocks(2_000), "nested more than 64 levels"),
                Arguments.of("aliases", aliases(), "the anchor &a"),
                Arguments.of("a million values", "[" + "a,".repeat(1_000_000) + "]", "more than 400,000 values"),
                Arguments.of("a million lines", "- a\n".repeat(1_000_000), "more than 400,000 values"),
                Arguments.of("a million empty lists", "- []\n".repeat(1_000_000), "more than 400,000 values"),
                Arguments.of("a key of 10 MB", "a".repeat(10 * MEBIBYTE) + ": 1", "is not YAML"),
                Arguments.of("an endless quote", "a: \"" + "x ".repeat(5 * MEBIBYTE), "is not YAML"),
                Arguments.of("100 MB", "a".repeat(100 * MEBIBYTE), "larger than twin reads (16 MiB)"));
    }

    private static String deepBlocks(int levels) {
        return IntStream.range(0, levels)
                .mapToObj(level -> " ".repeat(level) + "a:\n")
                .collect(Collectors.joining());
    }

    private static String aliases() {
        return "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void ends_in_a_sentence(String name, String yaml, String message) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        var problems = assertTimeoutPreemptively(SOON, () -> YamlTree.read("state/x.yaml", bytes))
                .problems();
        assertTrue(problems.getFirst().message().contains(message), () -> name + ": " + problems);
    }

    @Test
    void ten_thousand_mirrored_files_pass() {
        var yaml = new StringBuilder("files:\n");
        for (int file = 0; file < 10_000; file++) {
            yaml.append("""
                      - path: /etc/some/folder/file%d
                        twin_path: filesystem/etc/some/folder/file%d
                        type: file
                        ensure: present
                        mode: "0644"
                        owner: root
                        group: root
                        size: 1234
                        digest: sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
                        notify:
                          - ssh.service
                          - nginx.service
                    """.formatted(file, file));
        }
        byte[] bytes = yaml.toString().getBytes(StandardCharsets.UTF_8);
        assertInstanceOf(
                Reading.Value.class, assertTimeoutPreemptively(SOON, () -> YamlTree.read("live/files.yaml", bytes)));
    }
}
