package dev.twinsync.flow;

import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.port.Narration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a run has done so far. The first action that does not succeed stops the run. */
final class Ledger {

    private final Narration narration;
    private final Map<String, ActionResult> results = new LinkedHashMap<>();
    private long began = System.nanoTime();
    private boolean stopped;

    Ledger(Narration narration) {
        this.narration = narration;
    }

    Narration narration() {
        return narration;
    }

    /** From here on the time counts for what is recorded next. */
    void begin() {
        began = System.nanoTime();
    }

    void record(String id, Outcome outcome) {
        var result = new ActionResult(id, outcome, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        results.put(id, result);
        stopped |= !result.succeeded();
        narration.ended(id, outcome);
    }

    boolean isEmpty() {
        return results.isEmpty();
    }

    boolean hasStopped() {
        return stopped;
    }

    /** The first of these actions that did not succeed. */
    Optional<String> firstUnmet(List<String> ids) {
        return ids.stream()
                .filter(id -> Optional.ofNullable(results.get(id))
                        .filter(ActionResult::succeeded)
                        .isEmpty())
                .findFirst();
    }

    List<ActionResult> results() {
        return List.copyOf(results.values());
    }
}
