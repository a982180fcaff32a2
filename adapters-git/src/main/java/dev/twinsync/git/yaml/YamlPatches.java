package dev.twinsync.git.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is to be put in the place of parts of a text. Of two for the same place the first stands first. */
final class YamlPatches {

    private record Patch(int from, int to, String text, boolean wholeLines) {}

    /** Two of them are for the same part of the text. */
    static final class Overlap extends RuntimeException {
        private static final long serialVersionUID = 1;

        Overlap(String message) {
            super(message, null, false, false);
        }
    }

    private final List<Patch> patches = new ArrayList<>();

    void replace(int from, int to, String text) {
        patches.add(new Patch(from, to, text, false));
    }

    void delete(int from, int to) {
        replace(from, to, "");
    }

    void insert(int at, String text) {
        replace(at, at, text);
    }

    /** Lines with their ends, which begin a line whether or not the text before them ended one. */
    void insertLines(int at, String lines) {
        patches.add(new Patch(at, at, lines, true));
    }

    /** @return the part of the text from here to there with all that is to be put in it */
    String applied(String text, int from, int to) {
        var out = new StringBuilder();
        int done = from;
        for (Patch patch :
                patches.stream().sorted(Comparator.comparing(Patch::from)).toList()) {
            if (patch.from() < done || patch.to() > to) {
                throw new Overlap("two changes at " + patch.from());
            }
            out.append(text, done, patch.from());
            if (patch.wholeLines() && !endsLine(out)) {
                out.append(new YamlLines(text).end());
            }
            out.append(patch.text());
            done = patch.to();
        }
        return out.append(text, done, to).toString();
    }

    private static boolean endsLine(CharSequence text) {
        return text.isEmpty() || "\r\n".indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
