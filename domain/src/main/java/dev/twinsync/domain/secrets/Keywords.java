package dev.twinsync.domain.secrets;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which rules have a keyword in a line, found for all of them in one pass (the automaton of Aho and Corasick): most lines
 * have none, and cost no more than this.
 */
final class Keywords {

    private static final int LETTERS = 128;

    /** For each state the next one by letter: the first is that in which nothing was read, to which no word leads. */
    private final int[] ways;

    private final long[] found;

    /** @param ofRules the keywords of each rule, of ASCII; at most 64 rules */
    Keywords(List<List<String>> ofRules) {
        if (ofRules.size() > Long.SIZE) {
            throw new IllegalArgumentException("more rules than bits: " + ofRules.size());
        }
        int letters = 0;
        for (List<String> words : ofRules) {
            for (String word : words) {
                letters += word.length();
            }
        }
        var words = new Words(letters + 1);
        for (int rule = 0; rule < ofRules.size(); rule++) {
            for (String word : ofRules.get(rule)) {
                words.add(word.toLowerCase(Locale.ROOT), bit(rule));
            }
        }
        this.ways = words.connected();
        this.found = words.found;
    }

    static long bit(int rule) {
        return 1L << rule;
    }

    /** The {@link #bit} of each rule that has a keyword in the line, whatever its case. */
    long in(CharSequence line) {
        long asked = 0;
        int state = 0;
        for (char letter : line.toString().toCharArray()) {
            state = letter < LETTERS ? ways[state * LETTERS + lower(letter)] : 0;
            asked |= found[state];
        }
        return asked;
    }

    private static int lower(char letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }

    /** The tree of all words. It is made at each start that reads a line, so without a list or an object for a state. */
    private static final class Words {

        private final int[] ways;
        private final long[] found;
        private final int[] firstBelow;
        private final int[] nextBeside;
        private final char[] letters;
        private int states = 1;

        private Words(int most) {
            this.ways = new int[most * LETTERS];
            this.found = new long[most];
            this.firstBelow = new int[most];
            this.nextBeside = new int[most];
            this.letters = new char[most];
        }

        private void add(String word, long rule) {
            int state = 0;
            for (int index = 0; index < word.length(); index++) {
                int way = state * LETTERS + word.charAt(index);
                if (ways[way] == 0) {
                    ways[way] = addBelow(state, word.charAt(index));
                }
                state = ways[way];
            }
            found[state] |= rule;
        }

        private int addBelow(int state, char letter) {
            nextBeside[states] = firstBelow[state];
            firstBelow[state] = states;
            letters[states] = letter;
            return states++;
        }

        /** Makes every missing way lead to where the longest end of what was read so far goes on; shorter beginnings come first. */
        private int[] connected() {
            var queue = new int[states];
            var fallback = new int[states];
            int queued = 1;
            for (int place = 0; place < queued; place++) {
                int state = queue[place];
                found[state] |= found[fallback[state]];
                for (int below = firstBelow[state]; below != 0; below = nextBeside[below]) {
                    fallback[below] = state == 0 ? 0 : ways[fallback[state] * LETTERS + letters[below]];
                    queue[queued++] = below;
                }
                connect(state, fallback[state]);
            }
            return Arrays.copyOf(ways, states * LETTERS);
        }

        private void connect(int state, int fallback) {
            System.arraycopy(ways, fallback * LETTERS, ways, state * LETTERS, LETTERS);
            for (int below = firstBelow[state]; below != 0; below = nextBeside[below]) {
                ways[state * LETTERS + letters[below]] = below;
            }
        }
    }
}
