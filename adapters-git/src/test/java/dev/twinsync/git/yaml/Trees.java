package dev.twinsync.git.yaml;

import dev.twinsync.domain.shape.Tree;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generated trees, and when two of them say the same. */
public final class Trees {

    private Trees() {}

    /** Text that some reader takes for something else, text that looks like syntax, and any other text. */
    static Arbitrary<String> hostileText() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "no",
                        "Yes",
                        "y",
                        "off",
                        "~",
                        "null",
                        "Null",
                        "true",
                        "1.10",
                        "0644",
                        "0o17",
                        "0x1F",
                        "1_000",
                        "12:30",
                        "8080:80",
                        "2026-11-22",
                        "2026-11-22 10:00:00",
                        ".inf",
                        "-.INF",
                        ".nan",
                        "1e3",
                        "-1",
                        "+1",
                        ".5",
                        "=",
                        "<<",
                        ": ",
                        "a: b",
                        "a:",
                        "#",
                        " #",
                        "a #b",
                        "- a",
                        "-",
                        "--- a",
                        "...",
                        "? a",
                        "&a",
                        "*a",
                        "!a",
                        "|",
                        ">",
                        "@a",
                        "`a",
                        "%a",
                        "[a",
                        "{a",
                        "a]",
                        " a",
                        "a ",
                        "\ta",
                        "a\tb",
                        "a\nb",
                        "\n",
                        "a\r\nb",
                        "\"",
                        "'",
                        "\\",
                        "\\n",
                        "\u0000",
                        "\u0007",
                        "\u007f",
                        "\u0085",
                        "\u00a0",
                        "\u2028",
                        "\ufeff",
                        "\ud83d\ude00",
                        "\ud800",
                        "größe",
                        "日本",
                        "x".repeat(1500)),
                Arbitraries.strings()
                        .withChars(" :#-?[]{}\"',&*!|>%@`\\\n\t~.0123456789eExX_+abcyn")
                        .ofMaxLength(8),
                Arbitraries.strings().all().ofMaxLength(6),
                Arbitraries.strings().ascii().ofMaxLength(12));
    }

    private static Arbitrary<Tree> scalar() {
        Arbitrary<Tree> literal = Arbitraries.oneOf(
                Arbitraries.of(true, false).map(Tree::literal),
                Arbitraries.longs().map(Tree::literal),
                Arbitraries.of("1.5", "-0.25").map(Tree::literal));
        return Arbitraries.oneOf(hostileText().map(Tree::text), literal);
    }

    public static Arbitrary<Tree> tree() {
        return Arbitraries.recursive(Trees::scalar, Trees::oneLevelMore, 0, 4);
    }

    private static Arbitrary<Tree> oneLevelMore(Arbitrary<Tree> inner) {
        Arbitrary<Tree> list = inner.list().ofMaxSize(3).map(Tree::list);
        Arbitrary<Tree> map = Combinators.combine(
                        hostileText().list().uniqueElements().ofMaxSize(3),
                        inner.list().ofSize(3))
                .as(Trees::mapping);
        return Arbitraries.oneOf(inner, list, map);
    }

    private static Tree mapping(List<String> keys, List<Tree> values) {
        var map = Tree.map();
        for (int index = 0; index < keys.size(); index++) {
            map.put(keys.get(index), values.get(index));
        }
        return map.build();
    }

    /** The tree without its places, and with quotes told only of what would be a number or a truth value without them. */
    public static String said(Tree tree) {
        return JsonLike.of(tree);
    }

    private static final class JsonLike {
        private static String of(Tree tree) {
            return switch (tree) {
                case Tree.Scalar(var text, var plain, var _) -> (plain && isLiteral(text) ? "=" : "'") + text + "'";
                case Tree.Sequence(var items, var _) ->
                    items.stream().map(JsonLike::of).toList().toString();
                case Tree.Mapping(var entries, var _) ->
                    "{"
                            + entries.stream()
                                    .map(entry -> entry.key() + "=" + of(entry.value()))
                                    .toList() + "}";
            };
        }

        private static boolean isLiteral(String text) {
            return text.matches("true|false|-?[0-9]+(\\.[0-9]+)?([eE][0-9]+)?");
        }
    }
}
