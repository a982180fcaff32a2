package dev.twinsync.os.logs;

import dev.twinsync.domain.shape.Tree;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One value of a field, in any of the forms that journald has for one. */
sealed interface JournalValue {

    Pattern BYTE = Pattern.compile("[0-9]{1,3}");

    /** @param text with replacement characters for bytes that are not UTF-8 */
    record Text(String text) implements JournalValue {}

    /** There is one, but journalctl does not show it unless it is asked for everything. */
    record Withheld() implements JournalValue {}

    /** A field that was written several times has a list of values; bytes that are no text are a list of numbers. */
    static Stream<JournalValue> all(Tree field) {
        return switch (field) {
            case Tree.Scalar(var text, var plain, var _) when plain && text.isEmpty() -> Stream.of(new Withheld());
            case Tree.Scalar(var text, var _, var _) -> Stream.of(new Text(text));
            case Tree.Sequence(var items, var _)
            when items.stream().allMatch(JournalValue::isByte) -> Stream.of(new Text(decoded(items)));
            case Tree.Sequence(var items, var _) -> items.stream().flatMap(JournalValue::all);
            case Tree.Mapping _ -> Stream.empty();
        };
    }

    default Stream<String> texts() {
        return switch (this) {
            case Text(var text) -> Stream.of(text);
            case Withheld() -> Stream.empty();
        };
    }

    default String shown() {
        return switch (this) {
            case Text(var text) -> text;
            case Withheld() -> "(a message of more than 4096 bytes)";
        };
    }

    private static boolean isByte(Tree item) {
        return item instanceof Tree.Scalar(var text, var plain, var _)
                && plain
                && BYTE.matcher(text).matches();
    }

    private static String decoded(List<Tree> items) {
        var bytes = new ByteArrayOutputStream(items.size());
        items.forEach(item -> bytes.write(Integer.parseInt(item.inline())));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
