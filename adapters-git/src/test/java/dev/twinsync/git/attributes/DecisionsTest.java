package dev.twinsync.git.attributes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.git.GitFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jgit.attributes.Attribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the attributes of a file are, and by which line. The oracle is git. */
class DecisionsTest extends GitFixture {

    private static final List<String> FILES =
            List.of("filesystem/a.conf", "filesystem/etc/b.conf", "filesystem/etc/x/c.txt", "docs/d.conf", "e f.conf");

    private static final List<String> PATTERNS = List.of(
            "*",
            "*.conf",
            "**",
            "/filesystem/**",
            "filesystem/**",
            "**/etc/**",
            "/etc/**",
            "etc/",
            "/etc",
            "b.conf",
            "/b.conf",
            "etc/*.conf",
            "*/b.conf",
            "[a-b].conf",
            "x/*",
            "filesystem/*/b.conf",
            "[attr]lines",
            "[attr]both",
            "[attr]binary",
            "#*");

    private static final List<String> WORDS = List.of(
            "text",
            "-text",
            "!text",
            "text=auto",
            "ident",
            "-ident",
            "!ident",
            "filter=x",
            "-filter",
            "!filter",
            "working-tree-encoding=UTF-16",
            "!working-tree-encoding",
            "eol=crlf",
            "binary",
            "-binary",
            "lines",
            "!lines",
            "both");

    private static final String OF_ROOT = ".gitattributes";
    private static final List<String> RULE_FILES =
            List.of(OF_ROOT, "filesystem/.gitattributes", "filesystem/etc/.gitattributes", ".git/info/attributes");

    private final Map<String, String> texts = new TreeMap<>();

    private void rules(String file, String text) throws IOException {
        put(file, text);
        texts.put(file, text);
    }

    private Decisions decisions() throws IOException {
        var overriding = new ArrayList<RuleFile>();
        var ofFolders = new ArrayList<RuleFile>();
        for (var text : texts.entrySet()) {
            boolean isOfFolder = text.getKey().endsWith(OF_ROOT);
            var folder = isOfFolder ? text.getKey().replace(OF_ROOT, "") : "";
            var content = new ByteArrayInputStream(bytes(text.getValue()));
            (isOfFolder ? ofFolders : overriding).add(RuleFile.read(text.getKey(), folder, content));
        }
        return new Decisions(overriding, ofFolders);
    }

    /** In the words of git. */
    private String ours() throws IOException {
        var decisions = decisions();
        return FILES.stream()
                .flatMap(file -> Stream.of(ByteAttribute.values())
                        .map(attribute -> file + ": " + attribute.key() + ": " + word(decisions, file, attribute)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String word(Decisions decisions, String file, ByteAttribute attribute) {
        var decision = decisions.of(file).get(attribute.key());
        if (decision == null) {
            return "unspecified";
        }
        return switch (decision.attribute().getState()) {
            case SET -> "set";
            case UNSET -> "unset";
            case UNSPECIFIED -> "unspecified";
            case CUSTOM -> decision.attribute().getValue();
        };
    }

    private String gits() throws IOException {
        var arguments = new ArrayList<>(List.of("check-attr"));
        Stream.of(ByteAttribute.values()).map(ByteAttribute::key).forEach(arguments::add);
        arguments.add("--");
        arguments.addAll(FILES);
        return git(arguments.toArray(String[]::new))
                .lines()
                .filter(line -> line.matches(".+: [a-z-]+: [^ ]+")) // and no warning
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void they_are_as_git_has_them_whatever_stands_in_which_file() throws IOException {
        var random = new Random(1);
        for (int round = 0; round < 150; round++) {
            for (String file : RULE_FILES) {
                rules(file, text(random));
            }
            assertEquals(gits(), ours(), texts::toString);
        }
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(_ -> one(PATTERNS, random) + " "
                        + IntStream.rangeClosed(0, random.nextInt(3))
                                .mapToObj(_ -> one(WORDS, random))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(random.nextBoolean() ? "\n" : "\r\n\n"));
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeff*.conf text",
                "  *.conf text",
                "\t*.conf\ttext\t",
                "\"e f.conf\" text",
                "!*.conf text",
                "*.conf text # x",
                "\"e\\040f.conf\" text=auto",
                "\"*.conf\"text",
                "\"*.conf",
                "*.conf",
                "[attr]lines\ttext"
            })
    void the_writing_of_a_line_is_as_git_reads_it(String line) throws IOException {
        rules(OF_ROOT, "* -text\n");
        rules(OF_ROOT, line + "\n");
        assertEquals(gits(), ours());
    }

    @Test
    void the_line_is_that_of_the_last_word_and_not_that_of_a_macro_which_it_uses() throws IOException {
        rules(OF_ROOT, "# mine\n[attr]lines text\n\n* -text\n*.conf lines\n*.txt -ident\n");
        var decided = decisions().of("filesystem/a.conf").get("text");
        assertEquals(Attribute.State.SET, decided.attribute().getState());
        assertEquals(5, decided.by().number());
        assertEquals("*.conf lines", decided.by().text());
    }
}
