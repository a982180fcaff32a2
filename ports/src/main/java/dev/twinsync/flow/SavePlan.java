package dev.twinsync.flow;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.shape.Reading;
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

    /** The same inputs give the same id. */
    static Digest id(Twin twin, Plan plan) {
        return Fingerprint.of(Layout.planShape(twin.view().plugins()).canonical(plan));
    }

    /** @param valid how long it may be applied */
    public SavedPlan save(Plan plan, Duration valid) throws IOException {
        var document = Layout.latestPlan(twin.view().plugins());
        var id = id(twin, plan);
        var now = twin.view().now();
        if (twin.repo().read(document) instanceof Reading.Value<Optional<SavedPlan>>(var old)
                && old.filter(saved ->
                                saved.id().equals(id) && saved.expiresAt().compareTo(now) > 0)
                        .isPresent()) {
            return old.get();
        }
        var saved = new SavedPlan(id, now, Instant.parse(now).plus(valid).toString(), plan);
        twin.repo().write(document, saved);
        twin.repo().commit(message(plan), Set.of(Layout.LATEST_PLAN));
        return saved;
    }

    private static String message(Plan plan) {
        return "twin plan: " + plan.actionCount() + (plan.actionCount() == 1 ? " action" : " actions");
    }
}
