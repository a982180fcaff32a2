package dev.twinsync.domain.foreign;

import dev.twinsync.domain.foreign.ExpressionPart.Choice;
import dev.twinsync.domain.foreign.ExpressionPart.End;
import dev.twinsync.domain.foreign.ExpressionPart.One;
import dev.twinsync.domain.foreign.ExpressionPart.Repeated;
import dev.twinsync.domain.foreign.ExpressionPart.Sequence;
import dev.twinsync.domain.foreign.ExpressionPart.Start;
import java.util.ArrayList;
import java.util.List;

/** Reads a regular expression, as far as JSON Schema tells everybody to write them, and refuses all else in words. */
final class ExpressionReader {

    private static final int DEEPEST = 50;
    private static final int MOST_DIGITS = 4;

    /** No text that is held against a pattern has as many letters. */
    private static final int AS_GOOD_AS_WITHOUT_END = Grammar.LONGEST_WITH_PATTERN + 1;

    private final LetterReader letters;
    private int depth;

    private ExpressionReader(String text) {
        this.letters = new LetterReader(text.codePoints().toArray());
    }

    /** @throws IllegalArgumentException in words, for the end of a sentence */
    static ExpressionPart read(String text) {
        var reader = new ExpressionReader(text);
        var whole = reader.choice();
        if (reader.letters.isMore()) {
            throw new IllegalArgumentException("a ) closes nothing; as a letter it is \\)");
        }
        return whole;
    }

    private ExpressionPart choice() {
        var ways = new ArrayList<ExpressionPart>(List.of(sequence()));
        while (letters.takes('|')) {
            ways.add(sequence());
        }
        return ways.size() == 1 ? ways.getFirst() : new Choice(ways);
    }

    private ExpressionPart sequence() {
        var parts = new ArrayList<ExpressionPart>();
        while (letters.isMore() && !letters.isAt('|') && !letters.isAt(')')) {
            parts.add(part());
        }
        return new Sequence(parts);
    }

    private ExpressionPart part() {
        if (letters.takes('^')) {
            return new Start();
        }
        if (letters.takes('$')) {
            return new End();
        }
        var one = letters.takes('(') ? group() : new One(letters.next());
        return times(one);
    }

    private ExpressionPart group() {
        if (letters.takes('?') && !letters.takes(':')) {
            throw new IllegalArgumentException("of what begins with (? it knows (?: alone");
        }
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("more than " + DEEPEST + " groups stand in each other");
        }
        var inside = choice();
        if (!letters.takes(')')) {
            throw new IllegalArgumentException("a ( is not closed; as a letter it is \\(");
        }
        depth--;
        return inside;
    }

    private ExpressionPart times(ExpressionPart part) {
        if (letters.takes('*')) {
            return asFewAsWillDo(new Repeated(part, 0, ExpressionPart.WITHOUT_END));
        }
        if (letters.takes('+')) {
            return asFewAsWillDo(new Repeated(part, 1, ExpressionPart.WITHOUT_END));
        }
        if (letters.takes('?')) {
            return asFewAsWillDo(new Repeated(part, 0, 1));
        }
        return letters.takes('{') ? asFewAsWillDo(counted(part)) : part;
    }

    /** It may be said so, and whether a text fits is the same. */
    private Repeated asFewAsWillDo(Repeated repeated) {
        letters.takes('?');
        return repeated;
    }

    private Repeated counted(ExpressionPart part) {
        int least = number();
        int most = !letters.takes(',') ? least : letters.isAt('}') ? ExpressionPart.WITHOUT_END : number();
        if (!letters.takes('}') || most < least) {
            throw notCounted();
        }
        return new Repeated(
                part,
                Math.min(least, AS_GOOD_AS_WITHOUT_END),
                most >= AS_GOOD_AS_WITHOUT_END ? ExpressionPart.WITHOUT_END : most);
    }

    private int number() {
        var digits = letters.digits();
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            throw notCounted();
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException notCounted() {
        return new IllegalArgumentException(
                "how often is {2}, {2,} or {2,5}, of at most " + "9".repeat(MOST_DIGITS) + "; as a letter it is \\{");
    }
}
