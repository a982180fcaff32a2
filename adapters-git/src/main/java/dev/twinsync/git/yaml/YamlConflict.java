package dev.twinsync.git.yaml;

import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import java.util.Optional;

/** What git leaves in a document where a merge or rebase met two changes of the same lines. It is no YAML. */
record YamlConflict(String source, String text) {

    private static final int NOWHERE = -1;

    /** Empty where there is none. */
    Optional<Problem> problem() {
        int ours = lineThatBegins("<<<<<<< ", 0);
        int theirs = ours == NOWHERE ? NOWHERE : lineThatBegins("=======", ours);
        int end = theirs == NOWHERE ? NOWHERE : lineThatBegins(">>>>>>> ", theirs);
        return end == NOWHERE
                ? Optional.empty()
                : Optional.of(new Problem(
                        new Place(source, lineOf(ours), 1),
                        "a merge of Git left both versions here, from <<<<<<< to >>>>>>>: keep what is right of them,"
                                + " take the lines of marks out, and finish the merge with git"));
    }

    /** Where it begins, from a position on. */
    private int lineThatBegins(String mark, int from) {
        if (text.startsWith(mark, from)) {
            return from;
        }
        int before = text.indexOf("\n" + mark, from);
        return before < 0 ? NOWHERE : before + 1;
    }

    private int lineOf(int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(sign -> sign == '\n')
                        .count();
    }
}
