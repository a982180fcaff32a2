package dev.twinsync.domain.foreign;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.foreign.Expression.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** All ways through an expression along one text. */
final class ExpressionWalk {

    /** One that is any good needs far less. */
    private static final int MOST_STEPS = 1_000_000;

    private final List<Step> steps;
    private final String text;
    private final int[] letters;

    /** At which letter a step was last come to. */
    private final int[] seen;

    private int gone;
    private boolean isFound;

    ExpressionWalk(List<Step> steps, String text) {
        this.steps = steps;
        this.text = text;
        this.letters = text.codePoints().toArray();
        this.seen = new int[steps.size()];
    }

    /** Whether it fits somewhere in the text. */
    boolean isFound() {
        var here = List.<Integer>of();
        for (int at = 0; at <= letters.length && !isFound; at++) {
            here = from(here, at);
        }
        return isFound;
    }

    /** The places before a letter to which one comes. @param before those to which one came before the letter before, which is taken */
    private List<Integer> from(List<Integer> before, int at) {
        var waiting = new ArrayList<Integer>();
        var open = new ArrayDeque<Integer>();
        for (int place : before) {
            if (steps.get(place) instanceof Step.Take(var taken) && isTaken(taken, letters[at - 1])) {
                come(place + 1, at, open, waiting);
            }
        }
        come(0, at, open, waiting);
        return waiting;
    }

    private boolean isTaken(Letters taken, int letter) {
        count(taken.ranges().size());
        return taken.hold(letter);
    }

    private void come(int first, int at, Deque<Integer> open, List<Integer> waiting) {
        open.push(first);
        while (!open.isEmpty() && !isFound) {
            int place = open.pop();
            if (seen[place] == at + 1) {
                continue;
            }
            seen[place] = at + 1;
            count(1);
            switch (steps.get(place)) {
                case Step.Take _ -> waiting.add(place);
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
