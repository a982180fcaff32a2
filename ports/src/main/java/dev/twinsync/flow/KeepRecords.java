package dev.twinsync.flow;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.domain.shape.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes into the repository what was seen and what was done. */
final class KeepRecords {

    private final Twin twin;

    KeepRecords(Twin twin) {
        this.twin = twin;
    }

    void live(List<Look<?, ?, ?>> looks) throws IOException {
        for (Look<?, ?, ?> look : looks) {
            live(look);
        }
        if (twin.view().facts().isPresent()) {
            twin.repo().write(Layout.systemFacts(), twin.view().facts().get().facts());
        }
    }

    private <D extends Keyed, L extends Keyed, A extends Action> void live(Look<D, L, A> look) throws IOException {
        twin.repo().write(Layout.live(look.plugin().kind()), look.observation());
    }

    /**
     * Uses the plan up: it goes to the history with its results, beside the wish it was made of and what is there now.
     *
     * @return the path of the history document
     */
    String after(PastPlan past) throws IOException {
        var history = Layout.pastPlan(freeStamp(past.startedAt()), twin.view().plugins());
        twin.repo().write(history, past);
        twin.repo().delete(Layout.LATEST_PLAN);
        twin.repo().write(Layout.logIndex(), index(past, history.path()));
        switch (twin.view().survey().ofMachine()) {
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> live(looks);
            case Reading.Wrong<List<Look<?, ?, ?>>>(var _) -> {
                // Somebody edits state/ at this moment; the next command says what is wrong with it.
            }
        }
        twin.repo()
                .commit(
                        message(past),
                        Set.of(Layout.STATE, Layout.FILESYSTEM, Layout.LIVE, Layout.PLAN, Layout.LOG_INDEX));
        return history.path();
    }

    /** File names hold no colons; a second run in the same second gets a number. */
    private String freeStamp(String instant) throws IOException {
        var stamp = instant.replace(':', '-');
        var taken = twin.repo().list(Layout.HISTORY);
        int number = 1;
        var free = stamp;
        while (taken.contains(Layout.HISTORY + "/" + free + ".yaml")) {
            number++;
            free = stamp + "-" + number;
        }
        return free;
    }

    private static LogIndex index(PastPlan past, String history) {
        long succeeded = past.results().stream().filter(ActionResult::succeeded).count();
        return new LogIndex(Optional.of(new LogIndex.LastApply(
                history, past.endedAt(), succeeded, past.results().size() - succeeded)));
    }

    private static String message(PastPlan past) {
        var results = past.results();
        var lines = new StringBuilder("twin apply: ")
                .append(results.size())
                .append(results.size() == 1 ? " action\n\n" : " actions\n\n");
        results.forEach(
                result -> lines.append("  %-9s  %s%n".formatted(result.outcome().word(), result.id())));
        return lines.toString();
    }
}
