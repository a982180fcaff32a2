package dev.twinsync.git.yaml;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.git.Samples;
import dev.twinsync.port.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Writes a document as people write them, each time in another way, and remembers what it wrote where and for whom: what a
 * splice may touch is known without reading the text.
 */
final class Scribe {

    /** @param owner whose comment it is; empty: of nobody in particular */
    record Note(String words, Optional<Pointer> owner) {}

    /**
     * Where an entry stands with all its own, and its value in it.
     *
     * @param inFlow between brackets
     * @param isCompact the first one behind a dash
     */
    record Region(int from, int to, int valueFrom, int valueTo, boolean inFlow, boolean isCompact) {
        Region within(int length) {
            return new Region(from, Math.min(to, length), valueFrom, Math.min(valueTo, length), inFlow, isCompact);
        }
    }

    record Written(String text, Tree.Mapping tree, Map<Pointer, Region> regions, List<Note> notes) {
        @Override
        public String toString() {
            return "\n" + text.replace("\r", "\\r") + "<end>";
        }
    }

    private final Random random;
    private final String lineEnd;
    private final StringBuilder out = new StringBuilder();
    private final Map<Pointer, Region> regions = new LinkedHashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private boolean endsWithBlock;

    private Scribe(Random random) {
        this.random = random;
        this.lineEnd = chance(4) ? "\r\n" : "\n";
    }

    /** @param size how many nodes at most, more or less */
    static Written write(long seed, int size) {
        var random = new Random(seed);
        var scribe = new Scribe(random);
        var tree = new Samples(random).root(size);
        return scribe.document(tree);
    }

    private Written document(Tree.Mapping tree) {
        out.append(chance(8) ? "\uFEFF" : "");
        if (chance(3)) {
            note(0, Optional.empty());
            out.append(chance(2) ? lineEnd : "");
        }
        out.append(chance(6) ? "---" + lineEnd : "");
        int column = chance(8) ? 2 : 0;
        if (chance(12)) {
            braces(Optional.empty(), tree, 0);
            endLine();
        } else {
            fields(Optional.empty(), tree, column, false);
        }
        boolean endsWithDots = chance(12);
        out.append(endsWithDots ? "..." + lineEnd : "");
        if (!endsWithDots && chance(6) && out.toString().endsWith(lineEnd) && !endsWithBlock) {
            out.setLength(out.length() - lineEnd.length());
            regions.replaceAll((_, region) -> region.within(out.length()));
        }
        return new Written(out.toString(), tree, Map.copyOf(regions), List.copyOf(notes));
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private void blanks(int least, int most) {
        out.repeat(' ', least + random.nextInt(most - least + 1));
    }

    private void endLine() {
        out.append(lineEnd);
    }

    private String words() {
        return "note-" + notes.size() + "-";
    }

    /** A comment line of its own. */
    private void note(int column, Optional<Pointer> owner) {
        var words = words();
        notes.add(new Note(words, owner));
        out.repeat(' ', column)
                .append("# ")
                .append(words)
                .append(" a: [b, {c: 'd")
                .append(lineEnd);
    }

    private void noteBehind(Optional<Pointer> owner) {
        var words = words();
        notes.add(new Note(words, owner));
        blanks(1, 3);
        out.append("#").append(words).append(" x: - y");
    }

    private void aside(int column) {
        if (chance(6)) {
            endLine();
        }
        if (chance(6)) {
            note(column, Optional.empty());
            endLine();
        }
    }

    private static Pointer below(Optional<Pointer> at, String key) {
        return at.map(above -> above.key(key)).orElseGet(() -> Pointer.of(key));
    }

    /** The cursor stands at the start of a line, or behind a dash where the first key belongs. */
    private void fields(Optional<Pointer> at, Tree.Mapping map, int column, boolean behindDash) {
        boolean isFirst = true;
        for (Tree.Entry entry : map.entries()) {
            var here = below(at, entry.key());
            boolean isCompact = isFirst && behindDash;
            int from = begin(here, column, isCompact, isFirst && at.isEmpty());
            var key = key(entry.key());
            out.append(key);
            blanks(0, chance(6) ? 1 : 0);
            out.append(':');
            value(here, entry.value(), column, from, false, isCompact);
            isFirst = false;
        }
    }

    private int begin(Pointer here, int column, boolean isCompact, boolean isVeryFirst) {
        if (isCompact) {
            return out.length();
        }
        aside(column);
        int from = out.length();
        if (chance(4)) {
            note(column, isVeryFirst ? Optional.empty() : Optional.of(here));
        }
        out.repeat(' ', column);
        return isVeryFirst ? out.length() - column : from;
    }

    private String key(String key) {
        return switch (random.nextInt(5)) {
            case 0 -> "'" + key.replace("'", "''") + "'";
            case 1 -> "\"" + key + "\"";
            default -> YamlScalar.text(key);
        };
    }

    private void items(Pointer at, List<Tree> items, int column, boolean behindDash) {
        for (int index = 0; index < items.size(); index++) {
            var here = at.item(index);
            boolean isCompact = index == 0 && behindDash;
            int from = begin(here, column, isCompact, false);
            out.append('-');
            value(here, items.get(index), column, from, true, isCompact);
        }
    }

    /** Behind a colon or a dash; it ends with the line. */
    private void value(Pointer here, Tree value, int column, int from, boolean inList, boolean isCompact) {
        endsWithBlock = false;
        int valueFrom = out.length();
        int valueTo = switch (value) {
            case Tree.Scalar scalar -> scalar(here, scalar, column, inList);
            case Tree.Mapping(var entries, var _) when entries.isEmpty() -> empty(here, "{}");
            case Tree.Sequence(var items, var _) when items.isEmpty() -> empty(here, "[]");
            case Tree branch when chance(3) -> bracketed(here, branch, column);
            case Tree branch -> block(here, branch, column, inList);
        };
        regions.put(here, new Region(from, out.length(), valueFrom, valueTo, false, isCompact));
    }

    private int empty(Pointer here, String brackets) {
        out.append(' ').append(brackets);
        return endOfValue(here);
    }

    private int endOfValue(Pointer here) {
        int to = out.length();
        if (chance(4)) {
            noteBehind(Optional.of(here));
        } else {
            blanks(0, chance(8) ? 2 : 0);
        }
        endLine();
        return to;
    }

    private int bracketed(Pointer here, Tree branch, int column) {
        out.append(' ');
        blanks(0, chance(5) ? 2 : 0);
        switch (branch) {
            case Tree.Mapping map -> braces(Optional.of(here), map, column);
            case Tree.Sequence(var items, var _) -> brackets(here, items, column);
            case Tree.Scalar scalar -> out.append(scalar.text());
        }
        return endOfValue(here);
    }

    private int block(Pointer here, Tree branch, int column, boolean inList) {
        if (inList && chance(2)) {
            blanks(1, 3);
            int start = Math.max(out.lastIndexOf("\n") + 1, out.indexOf("\uFEFF") + 1);
            branch(here, branch, out.length() - start, true);
        } else {
            if (chance(4)) {
                noteBehind(Optional.of(here));
            }
            endLine();
            boolean mayStayOut = branch instanceof Tree.Sequence && !inList;
            branch(here, branch, column + (mayStayOut && chance(3) ? 0 : 1 + random.nextInt(4)), false);
        }
        return out.length();
    }

    private void branch(Pointer here, Tree branch, int column, boolean behindDash) {
        switch (branch) {
            case Tree.Mapping map -> fields(Optional.of(here), map, column, behindDash);
            case Tree.Sequence(var items, var _) -> items(here, items, column, behindDash);
            case Tree.Scalar scalar -> out.append(scalar.text());
        }
    }

    private int scalar(Pointer here, Tree.Scalar scalar, int column, boolean inList) {
        if (scalar.plain() && scalar.text().isEmpty()) {
            int to = out.length();
            endOfValue(here);
            return to;
        }
        out.append(' ');
        blanks(0, chance(6) ? 3 : 0);
        int style = random.nextInt(12);
        if (!scalar.plain() && style == 0 && isForBlock(scalar.text())) {
            return blockText(scalar.text(), column);
        }
        out.append(scalar.plain() ? scalar.text() : quoted(scalar.text(), style, column));
        int to = endOfValue(here);
        if (chance(8)) {
            note(column + 1 + random.nextInt(3), Optional.of(here));
        }
        return to;
    }

    private static boolean isForBlock(String text) {
        return text.matches("[a-zA-Z0-9][^\\n\\t\\r]*\\n?")
                && YamlScalar.inSingleQuotes(text.strip()).startsWith("'");
    }

    private int blockText(String text, int column) {
        out.append(chance(2) ? '|' : '>').append(text.endsWith("\n") ? "" : "-");
        if (chance(4)) {
            noteBehind(Optional.empty());
        }
        endLine();
        out.repeat(' ', column + 1 + random.nextInt(4)).append(text.strip());
        endLine();
        endsWithBlock = true;
        return out.length();
    }

    /** With a line break in the middle now and then, which a reader takes for the blank that stood there. */
    private String quoted(String text, int style, int column) {
        var written = switch (style) {
            case 1, 2 -> YamlScalar.inSingleQuotes(text);
            case 3, 4 -> YamlScalar.inDoubleQuotes(text);
            default -> YamlScalar.text(text);
        };
        boolean breaks = text.matches("[a-z]+ [a-z]+") && chance(3);
        return breaks ? written.replace(" ", lineEnd + " ".repeat(column + 1 + random.nextInt(3))) : written;
    }

    private void braces(Optional<Pointer> at, Tree.Mapping map, int column) {
        between('{', '}', column, map.entries().size(), index -> {
            var entry = map.entries().get(index);
            var here = below(at, entry.key());
            int from = out.length();
            out.append(YamlScalar.within(entry.key())).append(':').append(' ');
            int valueFrom = out.length();
            flowValue(here, entry.value(), column);
            regions.put(here, new Region(from, out.length(), valueFrom, out.length(), true, false));
            return here;
        });
    }

    private void brackets(Pointer at, List<Tree> items, int column) {
        between('[', ']', column, items.size(), index -> {
            var here = at.item(index);
            int from = out.length();
            flowValue(here, items.get(index), column);
            regions.put(here, new Region(from, out.length(), from, out.length(), true, false));
            return here;
        });
    }

    @FunctionalInterface
    private interface Item {
        Pointer write(int index);
    }

    private void between(char open, char close, int column, int size, Item item) {
        boolean hasLines = chance(3);
        boolean endsWithComma = chance(3);
        out.append(open);
        for (int index = 0; index < size; index++) {
            if (hasLines) {
                endLine();
                out.repeat(' ', column + 2);
            } else {
                blanks(0, chance(3) ? 2 : 0);
            }
            var here = item.write(index);
            boolean isLast = index == size - 1;
            out.append(isLast && !endsWithComma ? "" : ",");
            if (hasLines && chance(3)) {
                noteBehind(Optional.of(here));
            } else if (!hasLines && !isLast) {
                blanks(1, chance(4) ? 3 : 1);
            }
        }
        if (hasLines) {
            endLine();
            out.repeat(' ', column + 1);
        } else {
            blanks(0, chance(4) ? 1 : 0);
        }
        out.append(close);
    }

    private void flowValue(Pointer here, Tree value, int column) {
        switch (value) {
            case Tree.Scalar scalar -> out.append(YamlFragment.inline(scalar));
            case Tree.Mapping map -> braces(Optional.of(here), map, column);
            case Tree.Sequence(var items, var _) -> brackets(here, items, column);
        }
    }
}
