package dev.twinsync.domain.foreign;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.Shortened;
import dev.twinsync.domain.foreign.ExpressionPart.Choice;
import dev.twinsync.domain.foreign.ExpressionPart.End;
import dev.twinsync.domain.foreign.ExpressionPart.One;
import dev.twinsync.domain.foreign.ExpressionPart.Repeated;
import dev.twinsync.domain.foreign.ExpressionPart.Sequence;
import dev.twinsync.domain.foreign.ExpressionPart.Start;
import java.util.ArrayList;
import java.util.List;

/**
 * A regular expression of a stranger. All ways through it are gone at once, letter by letter, so that none is gone twice: what it takes is
 * known beforehand, whatever it says. The one of Java goes back and forth, and neither its time nor its depth can be limited from outside.
 */
final class Expression {

    private static final int LONGEST = 1 << 10;
    private static final int MOST_STEPS = 10_000;

    private final String text;
    private final ExpressionPart part;
    private final List<Step> steps = new ArrayList<>();
    private final Effort effort;

    /** Where the way goes on is the step behind, unless it says otherwise. */
    sealed interface Step {

        record Take(Letters letters) implements Step {}

        record AtStart() implements Step {}

        record AtEnd() implements Step {}

        record Jump(int there) implements Step {}

        /** Both ways. */
        record Fork(int one, int other) implements Step {}

        record Found() implements Step {}
    }

    private Expression(String text, ExpressionPart part, Effort effort) {
        this.text = text;
        this.part = part;
        this.effort = effort;
        add(part);
        add(new Step.Found());
    }

    /**
     * @param effort that it shares with others
     * @throws IllegalArgumentException in words where it is none that twin reads
     */
    static Expression of(String text, Effort effort) {
        try {
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("it has more than " + LONGEST + " letters");
            }
            return new Expression(text, ExpressionReader.read(text), effort);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "\"" + Printable.of(Shortened.to(LONGEST, text)) + "\" is no regular expression that twin reads: "
                            + wrong.getMessage(),
                    wrong);
        }
    }

    /** What fits from its first letter to its last, whichever way is taken: {@code ^a|b$} lets more through than it seems. */
    Expression whole() {
        return new Expression(text, new Sequence(List.of(new Start(), part, new End())), effort);
    }

    /** @throws IllegalArgumentException in words where that takes too long, for this text or together with those before */
    boolean fits(String found) {
        effort.take(0);
        var walk = new ExpressionWalk(steps, found);
        try {
            return walk.isFound();
        } finally {
            effort.take(walk.gone());
        }
    }

    private void add(ExpressionPart part) {
        switch (part) {
            case One(var letters) -> add(new Step.Take(letters));
            case Start() -> add(new Step.AtStart());
            case End() -> add(new Step.AtEnd());
            case Sequence(var parts) when parts.isEmpty() -> add(new Step.Jump(steps.size() + 1));
            case Sequence(var parts) -> parts.forEach(this::add);
            case Choice(var ways) -> oneOf(ways);
            case Repeated(var one, var least, var most) -> repeated(one, least, most);
        }
    }

    private void add(Step step) {
        if (steps.size() >= MOST_STEPS) {
            throw new IllegalArgumentException("with all that is repeated in it, it has more than " + MOST_STEPS
                    + " steps; {0,9} of a group is nine times what is in it");
        }
        steps.add(step);
    }

    private void oneOf(List<ExpressionPart> ways) {
        var ends = new ArrayList<Integer>();
        for (ExpressionPart way : ways.subList(0, ways.size() - 1)) {
            int fork = placeholder();
            add(way);
            ends.add(placeholder());
            steps.set(fork, new Step.Fork(fork + 1, steps.size()));
        }
        add(ways.getLast());
        ends.forEach(end -> steps.set(end, new Step.Jump(steps.size())));
    }

    private void repeated(ExpressionPart part, int least, int most) {
        add(new Step.Jump(steps.size() + 1));
        for (int time = 0; time < least; time++) {
            add(part);
        }
        if (most == ExpressionPart.WITHOUT_END) {
            int fork = placeholder();
            add(part);
            add(new Step.Jump(fork));
            steps.set(fork, new Step.Fork(fork + 1, steps.size()));
            return;
        }
        var forks = new ArrayList<Integer>();
        for (int time = least; time < most; time++) {
            forks.add(placeholder());
            add(part);
        }
        forks.forEach(fork -> steps.set(fork, new Step.Fork(fork + 1, steps.size())));
    }

    /** For a step that is known once what follows is. */
    private int placeholder() {
        add(new Step.Found());
        return steps.size() - 1;
    }

    @Override
    public String toString() {
        return text;
    }
}
