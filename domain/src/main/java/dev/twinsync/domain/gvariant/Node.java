package dev.twinsync.domain.gvariant;

import java.util.List;

/** What stands in a text before it has a type: {@code 1} may yet become a byte, {@code []} a list of anything. */
sealed interface Node {

    /** Where it begins in the text. */
    int index();

    /** @param token as it stands there, with its sign */
    record Number(String token, int index) implements Node {}

    /** @param text without its quotes and escapes */
    record Text(String text, int index) implements Node {}

    /** {@code b'…'}. @param text one letter a byte, without the zero at the end that belongs to the value */
    record Bytes(String text, int index) implements Node {}

    record Truth(boolean value, int index) implements Node {}

    record Nothing(int index) implements Node {}

    record Just(Node of, int index) implements Node {}

    record Items(List<Node> items, int index) implements Node {}

    record Parts(List<Node> parts, int index) implements Node {}

    /** {@code {'a': 1, 'b': 2}}. */
    record Dictionary(List<Pair> entries, int index) implements Node {}

    /** One entry that stands alone, {@code {'a', 1}}, or one of a dictionary. */
    record Pair(Node key, Node value, int index) implements Node {}

    record Boxed(Node of, int index) implements Node {}

    /** {@code @u 1} or {@code uint32 1}. */
    record Typed(GType type, Node of, int index) implements Node {}
}
