package dev.twinsync.flow.twin;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.OutcomeShape;
import dev.twinsync.domain.plan.PastPlan;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.plan.History;
import dev.twinsync.flow.secrecy.MaskedShape;
import dev.twinsync.flow.view.DocumentParts;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.flow.view.Look;
import dev.twinsync.port.Document;
import dev.twinsync.port.SecretFound;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes into the repository what was seen and what was done. */
public final class KeepRecords {

    private final Twin twin;

    KeepRecords(Twin twin) {
        this.twin = twin;
    }

    /** Before anything is changed: what is done must be written down afterwards, and could not be. */
    void refuseSecrets() throws IOException {
        SecretFound.refuse(twin.repo().leaks(Set.of(Layout.STATE, Layout.FILESYSTEM)));
    }

    /** From here on the repository tells of the machine. */
    public void live(List<Look<?, ?, ?>> looks) throws IOException {
        twin.owner().recorded();
        var parts = new DocumentParts();
        for (Look<?, ?, ?> look : looks) {
            live(look, parts);
        }
        parts.writeTo(twin.repo());
        if (twin.view().facts().isPresent()) {
            twin.repo().write(Layout.systemFacts(), twin.view().facts().get().facts());
        }
    }

    private <D extends Keyed, L extends Keyed, A extends Action> void live(Look<D, L, A> look, DocumentParts parts) {
        var document = Layout.live(look.plugin().kind());
        var masked = new MaskedShape<>(document.shape(), twin.redaction());
        parts.add(new Document<>(document.path(), masked, document.heading()), look.observation());
    }

    /**
     * Uses the plan up: it goes to the history with its results, beside the wish it was made of and what is there now. Doing
     * this again changes nothing.
     *
     * @param history where the results go, relative to the repository
     */
    public void after(PastPlan past, String history) throws IOException {
        twin.repo().write(Layout.pastPlan(history, twin.view()), past);
        useUp(past.plan());
        twin.repo().write(Layout.logIndex(), twin.logs().index().withLastApply(lastApply(past, history)));
        switch (twin.view().survey().ofMachine()) {
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) -> live(looks);
            case Reading.Wrong<List<Look<?, ?, ?>>>(var _) -> {
                // Somebody edits state/ at this moment; the next command says what is wrong with it.
            }
        }
        twin.repo()
                .commit(
                        message(past),
                        Set.of(Layout.STATE, Layout.FILESYSTEM, Layout.LIVE, Layout.PLAN),
                        twin.logs().inGit());
    }

    /** While a run was cut off, somebody may have made another plan: that one stays. */
    private void useUp(SavedPlan plan) throws IOException {
        if (twin.repo().read(Layout.latestPlan(twin.view())) instanceof Reading.Value<Optional<SavedPlan>>(var latest)
                && latest.filter(saved -> saved.seal().equals(plan.seal())).isPresent()) {
            twin.repo().delete(Layout.LATEST_PLAN);
        }
    }

    /** Where the results of a run can go: behind all others in {@code plan/history/}. */
    public String freeHistory(String instant) throws IOException {
        return History.next(twin.repo(), Times.asName(instant));
    }

    private static LogIndex.LastApply lastApply(PastPlan past, String history) {
        long succeeded = past.results().stream().filter(ActionResult::succeeded).count();
        var outcomes = past.results().stream()
                .collect(Collectors.groupingBy(result -> OutcomeShape.word(result.outcome()), Collectors.counting()));
        return new LogIndex.LastApply(
                history, past.endedAt(), succeeded, past.results().size() - succeeded, outcomes);
    }

    private static String message(PastPlan past) {
        var results = past.results();
        var lines = new StringBuilder("twin apply: ")
                .append(results.size())
                .append(results.size() == 1 ? " action\n\n" : " actions\n\n");
        results.forEach(result ->
                lines.append("  %-10s  %s%n".formatted(result.outcome().word(), result.id())));
        return lines.toString();
    }
}
