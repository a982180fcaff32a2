package dev.twinsync.domain.secrets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A word of a command line, as a shell would read it.
 *
 * @param text without its quotes
 * @param places where in the line each letter of the text stands; there may be more than it has letters
 * @param quoted whether quotes stood around any of it
 */
record Word(String text, int[] places, boolean quoted) {

    private static final String OPENERS = "([{`$";

    /** How deep within quotes a command is looked for. */
    private static final int DEEPEST = 3;

    /** The words of the line, and those of what stands in quotes within it: that may be a command of its own. */
    static List<List<Word>> commands(CharSequence line) {
        var commands = new ArrayList<List<Word>>();
        collect(of(line), DEEPEST, commands);
        return commands;
    }

    private static void collect(List<Word> words, int depth, List<List<Word>> commands) {
        commands.add(words);
        if (depth > 0) {
            words.stream()
                    .filter(word -> word.quoted && word.text.indexOf(' ') >= 0)
                    .forEach(word -> collect(word.inside(), depth - 1, commands));
        }
    }

    static List<Word> of(CharSequence line) {
        return new Reader(line, IntStream.range(0, line.length()).toArray()).words();
    }

    /** The words within the quotes. */
    private List<Word> inside() {
        return new Reader(text, places).words();
    }

    int start() {
        return places[0];
    }

    /** The last part of a path: {@code mysqldump} of {@code COMMAND=/usr/bin/mysqldump}. */
    String program() {
        var name = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('=')) + 1);
        int start = 0;
        while (start < name.length() && OPENERS.indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        return name.substring(start);
    }

    /** Behind it another program begins. */
    boolean endsCommand() {
        return !quoted
                && (text.endsWith(";")
                        || text.equals("|")
                        || text.equals("||")
                        || text.equals("&&")
                        || text.equals("&"));
    }

    /** The end of the word from this letter on, where it can be a secret. */
    Optional<Finding> secret(String rule, int from) {
        return from < text.length() && SecretValue.isPlausible(text.substring(from))
                ? Optional.of(finding(rule, from))
                : Optional.empty();
    }

    /** What is behind the first sign that parts a user from a password: {@code alice:X}. */
    Optional<Finding> behindUser(String rule) {
        for (int index = 0; index < text.length(); index++) {
            if (":%,".indexOf(text.charAt(index)) >= 0) {
                return secret(rule, index + 1);
            }
        }
        return Optional.empty();
    }

    /** The end of the word from this letter on. */
    Finding finding(String rule, int from) {
        return new Finding(rule, places[from], places[text.length() - 1] + 1);
    }

    /** Cuts a line at its blanks and at the signs that end a command. */
    private static final class Reader {

        private static final int USUAL = 16;

        private final CharSequence line;
        private final int[] where;
        private final List<Word> words = new ArrayList<>();
        private StringBuilder text = new StringBuilder();
        private int[] places = new int[USUAL];
        private boolean quoted;
        private char quote;
        private int lastSingle = -1;
        private int lastDouble = -1;

        Reader(CharSequence line, int[] where) {
            this.line = line;
            this.where = where;
            for (int index = 0; index < line.length(); index++) {
                char letter = line.charAt(index);
                lastSingle = letter == '\'' ? index : lastSingle;
                lastDouble = letter == '"' ? index : lastDouble;
            }
        }

        List<Word> words() {
            for (int index = 0; index < line.length(); index++) {
                take(index, line.charAt(index));
            }
            finish();
            return words;
        }

        private void take(int index, char letter) {
            if (quote != 0 ? letter == quote : (letter == '"' || letter == '\'') && closes(index, letter)) {
                quote = quote == 0 ? letter : 0;
                quoted = true;
            } else if (quote == 0 && (letter == ' ' || letter == '\t' || letter == ',' && endsItem(index))) {
                finish();
            } else if (quote == 0 && letter == '|') {
                finish();
                add(index, letter);
                finish();
            } else {
                add(index, letter);
            }
        }

        /** The comma of a list, not the one between a user and a password. */
        private boolean endsItem(int index) {
            return index + 1 == line.length() || " \t\"'".indexOf(line.charAt(index + 1)) >= 0;
        }

        /** A quote without its other half is a letter as any other: the {@code '} of {@code don't}. */
        private boolean closes(int index, char letter) {
            return index < (letter == '"' ? lastDouble : lastSingle);
        }

        private void add(int index, char letter) {
            text.append(letter);
            if (text.length() > places.length) {
                places = Arrays.copyOf(places, 2 * places.length);
            }
            places[text.length() - 1] = where[index];
        }

        private void finish() {
            if (!text.isEmpty()) {
                words.add(new Word(text.toString(), places, quoted));
            }
            text = new StringBuilder();
            places = new int[USUAL];
            quoted = false;
        }
    }
}
