package dev.twinsync.domain.secrets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Which rules have a keyword in a line, found for all of them in one pass (the automaton of Aho and Corasick): most lines
 * have none, and cost no more than this.
 */
final class Keywords {

    private static final int LETTERS = 128;

    private final List<int[]> next = new ArrayList<>();
    private final List<Long> rules = new ArrayList<>();

    /** The same, flat, for the reading of lines. */
    private final int[] ways;

    private final long[] found;

    /** @param ofRules the keywords of each rule, of ASCII; at most 64 rules */
    Keywords(List<List<String>> ofRules) {
        if (ofRules.size() > Long.SIZE) {
            throw new IllegalArgumentException("more rules than bits: " + ofRules.size());
        }
        addState();
        for (int rule = 0; rule < ofRules.size(); rule++) {
            for (String word : ofRules.get(rule)) {
                add(word.toLowerCase(Locale.ROOT), bit(rule));
            }
        }
        connect();
        this.ways = next.stream().flatMapToInt(IntStream::of).toArray();
        this.found = rules.stream().mapToLong(Long::longValue).toArray();
    }

    static long bit(int rule) {
        return 1L << rule;
    }

    private int addState() {
        var row = new int[LETTERS];
        Arrays.fill(row, -1);
        next.add(row);
        rules.add(0L);
        return next.size() - 1;
    }

    private void add(String word, long rule) {
        int state = 0;
        for (char letter : word.toCharArray()) {
            if (next.get(state)[letter] < 0) {
                next.get(state)[letter] = addState();
            }
            state = next.get(state)[letter];
        }
        rules.set(state, rules.get(state) | rule);
    }

    /** Makes every missing way lead to where the longest end of what was read so far goes on. */
    private void connect() {
        var fallback = new int[next.size()];
        var queue = new ArrayDeque<Integer>();
        for (int letter = 0; letter < LETTERS; letter++) {
            connect(0, letter, 0, fallback, queue);
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            rules.set(state, rules.get(state) | rules.get(fallback[state]));
            for (int letter = 0; letter < LETTERS; letter++) {
                connect(state, letter, next.get(fallback[state])[letter], fallback, queue);
            }
        }
    }

    private void connect(int state, int letter, int otherwise, int[] fallback, ArrayDeque<Integer> queue) {
        int target = next.get(state)[letter];
        if (target < 0) {
            next.get(state)[letter] = otherwise;
        } else {
            fallback[target] = otherwise;
            queue.add(target);
        }
    }

    /** The {@link #bit} of each rule that has a keyword in the line, whatever its case. */
    long in(CharSequence line) {
        long asked = 0;
        int state = 0;
        for (int index = 0; index < line.length(); index++) {
            char letter = line.charAt(index);
            state = letter < LETTERS ? ways[state * LETTERS + lower(letter)] : 0;
            asked |= found[state];
        }
        return asked;
    }

    private static int lower(char letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }
}
