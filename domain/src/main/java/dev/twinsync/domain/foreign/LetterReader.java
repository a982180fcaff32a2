package dev.twinsync.domain.foreign;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.foreign.Letters.Range;
import java.util.ArrayList;

/** The letters of a regular expression one after the other, and what stands for one of them in a text. */
final class LetterReader {

    private static final String REPEATING = "*+?{";
    private static final int HEX = 16;

    private final int[] text;
    private int at;

    LetterReader(int[] text) {
        this.text = text;
    }

    boolean isMore() {
        return at < text.length;
    }

    boolean isAt(int letter) {
        return isMore() && text[at] == letter;
    }

    /** Goes past the letter where it is the next one. */
    boolean takes(int letter) {
        if (isAt(letter)) {
            at++;
            return true;
        }
        return false;
    }

    String digits() {
        var digits = new StringBuilder();
        while (isMore() && Letters.DIGITS.hold(text[at])) {
            digits.appendCodePoint(text[at++]);
        }
        return digits.toString();
    }

    /** What may stand here. */
    Letters next() {
        if (REPEATING.indexOf(text[at]) >= 0) {
            throw wrong("before " + Character.toString(text[at]) + " stands nothing that could be repeated");
        }
        if (takes('[')) {
            return set();
        }
        if (takes('.')) {
            return Letters.IN_A_LINE;
        }
        return takes('\\') ? escaped() : Letters.one(text[at++]);
    }

    private Letters set() {
        boolean areOthers = takes('^');
        var ranges = new ArrayList<Range>();
        if (isAt(']')) {
            throw wrong("a set [] of no letters; as a letter it is \\]");
        }
        while (!takes(']')) {
            var first = inSet();
            boolean isSingle = !first.areOthers()
                    && first.ranges().size() == 1
                    && first.ranges().getFirst().first()
                            == first.ranges().getFirst().last();
            if (isSingle && isAt('-') && !isLastOfSet()) {
                at++;
                ranges.add(range(first, inSet()));
            } else {
                first.spelt().forEach(ranges::add);
            }
        }
        return new Letters(areOthers, ranges);
    }

    private boolean isLastOfSet() {
        return at + 1 < text.length && text[at + 1] == ']';
    }

    private Range range(Letters first, Letters last) {
        int from = first.ranges().getFirst().first();
        int to = last.ranges().getFirst().first();
        if (!last.equals(Letters.one(to)) || from > to) {
            throw wrong("a range in a set goes from a letter to a later one, as a-z");
        }
        return new Range(from, to);
    }

    /** What stands in a set means the same to whoever else reads it. */
    private Letters inSet() {
        if (!isMore()) {
            throw wrong("a [ is not closed; as a letter it is \\[");
        }
        if (isAt('[') || isAt('&') && at + 1 < text.length && text[at + 1] == '&') {
            throw wrong("in a set, " + Character.toString(text[at]) + " is written \\" + Character.toString(text[at]));
        }
        return takes('\\') ? escaped() : Letters.one(text[at++]);
    }

    private Letters escaped() {
        if (!isMore()) {
            throw wrong("it ends with a \\; as a letter it is \\\\");
        }
        int letter = text[at++];
        return switch (letter) {
            case 'd' -> Letters.DIGITS;
            case 'D' -> Letters.DIGITS.others();
            case 'w' -> Letters.OF_WORDS;
            case 'W' -> Letters.OF_WORDS.others();
            case 's' -> Letters.BLANKS;
            case 'S' -> Letters.BLANKS.others();
            case 't' -> Letters.one('\t');
            case 'n' -> Letters.one('\n');
            case 'r' -> Letters.one('\r');
            case 'f' -> Letters.one('\f');
            case 'u' -> Letters.one(unicode());
            case 'x' -> Letters.one(hex(2));
            default -> Letters.one(plain(letter));
        };
    }

    /** A backslash takes their meaning from signs; letters and digits it gives one that twin does not know. */
    private static int plain(int letter) {
        if (Letters.OF_WORDS.hold(letter)) {
            throw wrong("it does not know \\" + Character.toString(letter));
        }
        return letter;
    }

    /** As JSON has it, where a letter beyond the first plane is written as two halves. */
    private int unicode() {
        int letter = hex(4);
        if (!Character.isBmpCodePoint(letter) || !Character.isSurrogate((char) letter)) {
            return letter;
        }
        int other = takes('\\') && takes('u') ? hex(4) : 0;
        if (!Character.isSurrogatePair((char) letter, (char) other)) {
            throw wrong("\\u stands for half a letter, and the other half does not follow");
        }
        return Character.toCodePoint((char) letter, (char) other);
    }

    private int hex(int digits) {
        int number = 0;
        for (int digit = 0; digit < digits; digit++) {
            int value = isMore() ? Character.digit(text[at++], HEX) : -1;
            if (value < 0) {
                throw wrong("\\u is followed by four digits of 0-9 and a-f, \\x by two");
            }
            number = number * HEX + value;
        }
        return number;
    }

    private static IllegalArgumentException wrong(String words) {
        return new IllegalArgumentException(Printable.of(words));
    }
}
