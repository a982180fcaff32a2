package dev.twinsync.git;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.ListItem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds to a list in the text of a document and leaves all else of it as it is. What comes of it is read again, and is
 * refused if anything in it changed but that list.
 */
final class YamlSplice {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int STEP = 2;

    private final String text;
    private final String lineEnd;
    private final String item;
    private final String comment;
    private final String key;

    private YamlSplice(String text, ListItem added) {
        this.text = text;
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        this.item = YamlScalar.text(added.text());
        this.comment = added.comment()
                .filter(words -> !words.isBlank())
                .map(words -> " # " + Printable.of(words.strip()))
                .orElse("");
        this.key = YamlScalar.text(added.key());
    }

    /** @return the new text of the document */
    static byte[] append(byte[] yaml, ListItem added) throws RepoFault {
        var before = read(added, yaml);
        var text = new String(yaml, StandardCharsets.UTF_8);
        var mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        var splice = new YamlSplice(text.substring(mark.length()), added);
        var place = YamlList.of(added.key(), splice.text);
        var after = (mark + splice.at(place, added)).getBytes(StandardCharsets.UTF_8);
        if (!isSame(wanted(before, added, place), read(added, after))) {
            throw unfit(added);
        }
        return after;
    }

    private static Tree read(ListItem added, byte[] yaml) throws RepoFault {
        return switch (YamlTree.read(added.path(), yaml)) {
            case Reading.Value<Tree>(var tree) -> tree;
            case Reading.Wrong<Tree>(var problems) ->
                throw new RepoFault(problems.getFirst() + "; put that right, or " + added.byHand());
        };
    }

    private static RepoFault unfit(ListItem added) {
        return new RepoFault(added.path() + " is written in a way that twin cannot add to without touching the rest: "
                + added.byHand());
    }

    private String at(YamlList.Place place, ListItem added) throws RepoFault {
        return switch (place) {
            case YamlList.Place.Missing(var column) ->
                insert(text.length(), " ".repeat(column) + key + ":" + lineEnd + line(column + STEP));
            case YamlList.Place.Empty empty -> fill(empty);
            case YamlList.Place.Dashes(var column, var end) -> insert(behind(end), line(column));
            case YamlList.Place.Brackets brackets -> within(brackets);
            case YamlList.Place.Unfit() -> throw unfit(added);
        };
    }

    private String line(int column) {
        return " ".repeat(column) + "- " + item + comment + lineEnd;
    }

    /** Whole lines, where a line begins. */
    private String insert(int at, String lines) {
        return text.substring(0, at) + (isLineStart(at) ? "" : lineEnd) + lines + text.substring(at);
    }

    private boolean isLineStart(int at) {
        return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
    }

    /** Where the next line begins; text in many lines ends there already. */
    private int behind(int end) {
        return isLineStart(end) ? end : YamlText.endOfLine(text, end);
    }

    /** The brackets give way, with the blanks before them where nothing follows. */
    private String fill(YamlList.Place.Empty empty) {
        int next = YamlText.endOfLine(text, empty.to());
        var rest = text.substring(empty.to(), next);
        var before = text.substring(0, empty.from());
        var head = (rest.isBlank() ? before.stripTrailing() : before) + rest;
        return head
                + (head.endsWith("\n") || head.endsWith("\r") ? "" : lineEnd)
                + line(empty.column() + STEP)
                + text.substring(next);
    }

    /** In front of all others, where no comma and no comment of another item can be in the way. */
    private String within(YamlList.Place.Brackets list) {
        var before = text.substring(0, list.inside()) + item + (list.isEmpty() ? "" : ",") + comment;
        var rest = text.substring(list.inside());
        boolean endsLine = rest.startsWith("\n") || rest.startsWith("\r");
        if (endsLine) {
            return before + rest;
        }
        return before + (comment.isEmpty() ? blankBefore(rest) : lineEnd + " ".repeat(list.column() + STEP)) + rest;
    }

    private static String blankBefore(String rest) {
        return rest.startsWith("]") || rest.startsWith(" ") ? "" : " ";
    }

    private static Tree wanted(Tree before, ListItem added, YamlList.Place place) throws RepoFault {
        if (!(before instanceof Tree.Mapping root)) {
            throw unfit(added);
        }
        var item = Tree.text(added.text());
        var map = Tree.map();
        root.entries()
                .forEach(entry -> map.put(
                        entry.key(),
                        entry.key().equals(added.key())
                                ? longer(Optional.of(entry.value()), item, place)
                                : entry.value()));
        return root.get(added.key()).isPresent()
                ? map.build()
                : map.put(added.key(), longer(Optional.empty(), item, place)).build();
    }

    private static Tree longer(Optional<Tree> list, Tree item, YamlList.Place place) {
        var items = new ArrayList<Tree>();
        list.filter(Tree.Sequence.class::isInstance)
                .map(Tree.Sequence.class::cast)
                .ifPresent(sequence -> items.addAll(sequence.items()));
        items.add(place instanceof YamlList.Place.Brackets ? 0 : items.size(), item);
        return Tree.list(List.copyOf(items));
    }

    /** As they are written; where they stand is no part of what they say. */
    private static boolean isSame(Tree one, Tree other) {
        return YamlTree.write("", one).equals(YamlTree.write("", other));
    }
}
