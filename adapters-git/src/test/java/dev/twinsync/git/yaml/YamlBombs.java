package dev.twinsync.git.yaml;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents made to eat time or memory, and what must be said of each. */
final class YamlBombs {

    private static final int MEBIBYTE = 1 << 20;

    private static final String TOO_DEEP = "nested more than 64 levels";
    private static final String TOO_LARGE = "larger than twin reads (8 MiB)";
    private static final String MISSING = "\"packages\" is missing";
    private static final String NO_NAME = " is not a package name";
    private static final String NAME = "packages:\n- name: ";
    private static final String TOO_MANY = "more than 150,000 values";

    /** @param message part of what must be said: fine, or what is wrong and where */
    record Bomb(byte[] yaml, String message) {}

    private final Map<String, Bomb> bombs = new LinkedHashMap<>();

    private YamlBombs() {}

    private void add(String name, String yaml, String message) {
        add(name, yaml.getBytes(StandardCharsets.UTF_8), message);
    }

    private void add(String name, byte[] yaml, String message) {
        bombs.put(name, new Bomb(yaml, message));
    }

    static Map<String, Bomb> all() {
        var all = new YamlBombs();
        all.nested();
        all.references();
        all.many();
        all.large();
        all.broken();
        return all.bombs;
    }

    private void nested() {
        add("10,000 nested lists", "[".repeat(10_000), TOO_DEEP);
        add("10,000 nested maps", "{a: ".repeat(10_000), TOO_DEEP);
        add("nested lists without end", full("["), TOO_DEEP);
        add("nested maps without end", full("{a: "), TOO_DEEP);
        add("nested dashes", full("- "), TOO_DEEP);
        add("nested keys", full("? "), "a list or a map as a key");
        add("nested colons", full(": "), "is not YAML");
        add("lists in maps", full("[{a: "), TOO_DEEP);
        add("deep blocks", deepBlocks(4_000), TOO_DEEP);
    }

    /** As often as it just fits into what twin reads: whole lines into a document, anything else into a line. */
    private static String full(String piece) {
        return full("", piece, "");
    }

    private static String full(String before, String piece, String after) {
        int largest = piece.endsWith("\n") ? YamlLimits.DEFAULT.bytes() : YamlLimits.DEFAULT.line();
        int room = largest - before.length() - after.length();
        return before + piece.repeat(room / piece.getBytes(StandardCharsets.UTF_8).length) + after;
    }

    private static String deepBlocks(int levels) {
        return IntStream.range(0, levels)
                .mapToObj(level -> " ".repeat(level) + "a:\n")
                .collect(Collectors.joining());
    }

    private void references() {
        add("a billion laughs", laughs(), "the anchor &a0");
        add("an alias of itself", "a: &a [*a]\n", "the anchor &a");
        add("an endless anchor", full("&", "a", " x"), "the anchor &aaa");
        add("an endless alias", full("*", "a", ""), "the alias *aaa");
        add("a merge key", "a: {b: c}\nd:\n  <<: {e: f}\n", "the merge key <<");
        add("a tag of a class", "!!javax.script.ScriptEngineManager [x]\n", "the tag tag:yaml.org,2002:javax");
        add("an endless tag", full("!", "a", " x"), "the tag !aaa");
        add("a tag of escapes", full("!<", "%41", ""), "is not YAML");
        add("a binary tag", full("a: !!binary ", "AAAA", ""), "the tag tag:yaml.org,2002:binary");
        add("many tag prefixes", numbered(200_000, "%%TAG !%d! tag:example.org,2026:/\n") + "--- {}\n", MISSING);
    }

    private static String laughs() {
        var yaml = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int level = 1; level < 40; level++) {
            yaml.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d]\n".formatted(level, level - 1));
        }
        return yaml.toString();
    }

    private static String numbered(int count, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining());
    }

    private void many() {
        add("a million keys", numbered(1_000_000, "%d:\n"), TOO_MANY);
        add("keys that nobody knows", numbered(149_999, "packagez%d: 1\n"), "unknown key \"packagez0\"");
        add("entries that are no package", "packages:\n" + "- {nam: x}\n".repeat(49_000), "unknown key \"nam\"");
        add("packages of one name", "packages:\n" + "- {name: htop}\n".repeat(49_000), "is declared twice");
        add("a million empty maps", "[" + "{},\n".repeat(1_000_000) + "]", TOO_MANY);
        add("a million documents", "--- a\n".repeat(1_000_000), "a second document begins");
        add("a million times one key", "a: 1\n".repeat(1_000_000), "\"a\" stands here twice");
    }

    private void large() {
        add("100 MB", "a".repeat(100 * MEBIBYTE), TOO_LARGE);
        add("100 MB in one value", "a: \"" + "x".repeat(100 * MEBIBYTE) + "\"", TOO_LARGE);
        add("an endless name", full(NAME, "a", "-"), NO_NAME);
        add("an endless name in quotes", full(NAME + "'", "a ", "'"), NO_NAME);
        add("an endless name of escapes", full(NAME + "\"", "\\x2d", "\""), NO_NAME);
        add("an endless name of folded lines", full(NAME + ">\n", "   a\n\n", ""), NO_NAME);
        add("an endless name in Japanese", full(NAME, "\u65e5", ""), NO_NAME);
        add("an endless key", full("", "a", ": 1"), "is not YAML");
        add("an endless key that is allowed", full("? ", "a", "\n: 1"), "unknown key \"aaa");
        add("8 MB in one line", "a".repeat(8 * MEBIBYTE), ":1:1 a line of more than 1048576 characters");
        add("8 MB in the second line", "\r\n" + "a".repeat(8 * MEBIBYTE - 2), ":2:1 a line of more than");
        add("lines of 1 MB in one value", full(NAME + "'", "a".repeat(MEBIBYTE - 20) + "\n", "'"), NO_NAME);
        add("an endless quote", full("a: \"", "x ", ""), "is not YAML");
        add("an endless quote of line ends", full("a: \"", "\n", ""), "is not YAML");
        add("nothing but remarks", full("# x\n"), MISSING);
        add("nothing but blanks", full(" "), MISSING);
        add("line ends and a tab", full("", "\n", "\ta"), "a tab as indentation");
        add("line ends and a NUL", full("", "\n", "\0"), "a control character (U+0000)");
        add("tabs and nothing else", full("", "\t\n", "a: b"), "unknown key \"a\"");
        add("indented with tabs", full("\t-\n"), "a tab as indentation");
    }

    private void broken() {
        add("lines that end in CR", "packages:\r- name: htop\r- name: htop-\r", ":3:9 \"htop-\" is not a package name");
        add("a mark of the byte order", "\ufeffpackages: []\n", "fine");
        add("a mark of the byte order within", "packages: [\ufeff]\n", ":1:12 a control character (U+FEFF)");
        add("a code beyond Unicode", "a: \"\\UFFFFFFFF\"", ":1:2 is not YAML");
        add("half a pair", "packages:\n- name: \"\\ud800\"", ":2:9 \"?\" is not a package name");
        add("a version beyond numbers", "%YAML 99999999999999999999.1\n--- a", "is not YAML");
        add("no UTF-8", new byte[] {'a', '\r', '\n', ':', ' ', (byte) 0xc3}, ":2:3 a byte that is not UTF-8");
        add("UTF-16", "packages: []\n".getBytes(StandardCharsets.UTF_16), ":1:1 a byte that is not UTF-8");
    }
}
