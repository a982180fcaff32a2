package dev.twinsync.flow.migrating;

import dev.twinsync.domain.predecessor.LeftOut;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a migration has to tell, as it comes up. */
final class Ledger {

    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final Map<String, Integer> taken = new LinkedHashMap<>();

    List<LeftOut> leftOut() {
        return leftOut;
    }

    List<String> questions() {
        return questions;
    }

    /** How many wishes there are now, by the name of the kind. */
    Map<String, Integer> taken() {
        return taken;
    }

    void leaveOut(String file, long line, String reason) {
        leftOut.add(new LeftOut(file, line, reason));
    }

    void leaveOut(String file, long line, String subject, String reason) {
        leftOut.add(new LeftOut(file, line, subject, reason));
    }

    void leaveOut(String file, String reason) {
        leaveOut(file, 0, reason);
    }

    /** What is left out, and must not be overlooked. */
    void leaveUnsettled(String file, long line, String subject, String reason) {
        leftOut.add(new LeftOut(file, line, subject, reason, true));
    }

    void ask(String question) {
        questions.add(question);
    }

    void took(String kind, int wishes) {
        taken.put(kind, wishes);
    }
}
