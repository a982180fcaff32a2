package dev.twinsync.domain.foreign;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.foreign.Expression.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** All ways through an expression along one text. */
final class ExpressionWalk {

    /** A pattern that is any good needs far less. */
    private static final int MOST_STEPS = 10_000_000;

    private final List<Step> steps;
    private final String text;
    private final int[] letters;

    /** At which letter a step was last come to. */
    private final int[] seen;

    /** Where the ways stand that go on with the next letter, and how many. */
    private int[] waiting;

    private int number;
    private final Deque<Integer> open = new ArrayDeque<>();
    private int gone;
    private boolean isFound;

    ExpressionWalk(List<Step> steps, String text) {
        this.steps = steps;
        this.text = text;
        this.letters = text.codePoints().toArray();
        this.seen = new int[steps.size()];
        this.waiting = new int[steps.size()];
    }

    /** Whether it fits somewhere in the text. */
    boolean isFound() {
        var before = new int[steps.size()];
        for (int at = 0; at <= letters.length && !isFound; at++) {
            var filled = waiting;
            int many = number;
            waiting = before;
            number = 0;
            before = filled;
            goOn(before, many, at);
        }
        return isFound;
    }

    /** How many steps it took. */
    int gone() {
        return gone;
    }

    /** From the places where ways stood before the letter before, which is taken. */
    private void goOn(int[] before, int many, int at) {
        for (int way = 0; way < many; way++) {
            if (steps.get(before[way]) instanceof Step.Take(var taken) && isTaken(taken, letters[at - 1])) {
                come(before[way] + 1, at);
            }
        }
        come(0, at);
    }

    private boolean isTaken(Letters taken, int letter) {
        count(taken.ranges().size());
        return taken.hold(letter);
    }

    private void come(int first, int at) {
        open.push(first);
        while (!open.isEmpty() && !isFound) {
            int place = open.pop();
            if (seen[place] == at + 1) {
                continue;
            }
            seen[place] = at + 1;
            count(1);
            switch (steps.get(place)) {
                case Step.Take _ -> waiting[number++] = place;
                case Step.Jump(var there) -> open.push(there);
                case Step.Fork(var one, var other) -> {
                    open.push(other);
                    open.push(one);
                }
                case Step.AtStart() when at == 0 -> open.push(place + 1);
                case Step.AtEnd() when at == letters.length -> open.push(place + 1);
                case Step.AtStart _, Step.AtEnd _ -> {}
                case Step.Found() -> isFound = true;
            }
        }
    }

    private void count(int more) {
        gone += more;
        if (gone > MOST_STEPS) {
            throw new IllegalArgumentException("the pattern takes too long for \"" + Printable.of(text) + "\"");
        }
    }
}
