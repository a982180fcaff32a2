package dev.twinsync.flow.twin;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.run.LastRun;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.plan.Memory;
import dev.twinsync.flow.view.Fingerprint;
import dev.twinsync.flow.view.Layout;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Keeps a plan as {@code plan/latest.yaml}. A plan that says the same as the one that is there keeps its times. */
public final class SavePlan {

    private final Twin twin;

    public SavePlan(Twin twin) {
        this.twin = twin;
    }

    /** @param valid how long it may be applied */
    public SavedPlan save(Plan plan, Duration valid) throws IOException {
        twin.records().refuseSecrets();
        var last = Memory.of(twin.view().runs());
        var id = Fingerprint.ofPlan(twin.view(), plan);
        var kept = kept(id, last);
        return kept.isPresent() ? kept.get() : saveNew(id, plan, createdAt(last), valid);
    }

    private Optional<SavedPlan> kept(Digest id, Optional<LastRun> last) throws IOException {
        return twin.repo().read(Layout.latestPlan(twin.view())) instanceof Reading.Value<Optional<SavedPlan>>(var old)
                ? old.filter(saved -> saved.id().equals(id)
                        && saved.seal().equals(Fingerprint.sealOf(twin.view(), saved))
                        && saved.expiresAt().compareTo(twin.view().now()) > 0
                        && last.filter(run -> run.isPast(saved)).isEmpty())
                : Optional.empty();
    }

    /** Now; or, in the same second or where the clock went back, a second after the last plan that was carried out. */
    private Instant createdAt(Optional<LastRun> last) {
        var now = Instant.parse(twin.view().now());
        return last.map(run -> Instant.parse(run.createdAt()).plusSeconds(1))
                .filter(now::isBefore)
                .orElse(now);
    }

    private SavedPlan saveNew(Digest id, Plan plan, Instant createdAt, Duration valid) throws IOException {
        var expiresAt = createdAt.plus(valid).toString();
        var unsealed = new SavedPlan(id, createdAt.toString(), expiresAt, plan, id);
        var saved = new SavedPlan(id, createdAt.toString(), expiresAt, plan, Fingerprint.sealOf(twin.view(), unsealed));
        twin.repo().write(Layout.latestPlan(twin.view()), saved);
        twin.repo().commit(message(plan), Set.of(Layout.LATEST_PLAN));
        return saved;
    }

    private static String message(Plan plan) {
        var what = plan.basis().undo().isEmpty() ? "twin plan: " : "twin undo: ";
        return what + plan.actionCount() + (plan.actionCount() == 1 ? " action" : " actions");
    }
}
