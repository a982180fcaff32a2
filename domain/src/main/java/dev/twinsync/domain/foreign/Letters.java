package dev.twinsync.domain.foreign;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which letters may stand in a place of an expression.
 *
 * @param areOthers whether all but those of the ranges may
 */
record Letters(boolean areOthers, List<Range> ranges) {

    /** @param last included */
    record Range(int first, int last) {}

    static final Letters DIGITS = of(new Range('0', '9'));
    static final Letters OF_WORDS =
            of(new Range('A', 'Z'), new Range('a', 'z'), new Range('0', '9'), new Range('_', '_'));
    static final Letters BLANKS = of(new Range('\t', '\r'), new Range(' ', ' '));

    /** What a dot stands for: anything within a line. */
    static final Letters IN_A_LINE = of(
                    new Range('\n', '\n'),
                    new Range('\r', '\r'),
                    new Range('\u0085', '\u0085'),
                    new Range('\u2028', '\u2029'))
            .others();

    Letters {
        ranges = List.copyOf(ranges);
    }

    private static Letters of(Range... ranges) {
        return new Letters(false, List.of(ranges));
    }

    static Letters one(int letter) {
        return of(new Range(letter, letter));
    }

    Letters others() {
        return new Letters(!areOthers, ranges);
    }

    boolean hold(int letter) {
        for (Range range : ranges) {
            if (range.first() <= letter && letter <= range.last()) {
                return !areOthers;
            }
        }
        return areOthers;
    }

    /** The same without {@code areOthers}, for a set that is made of several. */
    Stream<Range> spelt() {
        if (!areOthers) {
            return ranges.stream();
        }
        var gaps = Stream.<Range>builder();
        int from = Character.MIN_CODE_POINT;
        for (Range range :
                ranges.stream().sorted((a, b) -> a.first() - b.first()).toList()) {
            gaps.add(new Range(from, range.first() - 1));
            from = range.last() + 1;
        }
        return gaps.add(new Range(from, Character.MAX_CODE_POINT)).build().filter(gap -> gap.first() <= gap.last());
    }
}
