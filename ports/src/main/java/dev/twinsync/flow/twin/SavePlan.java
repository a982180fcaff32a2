package dev.twinsync.flow.twin;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.plan.Validity;
import dev.twinsync.flow.view.Fingerprint;
import dev.twinsync.flow.view.Layout;
import java.io.IOException;
import java.time.Duration;
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
        var validity = Validity.of(twin.view());
        var id = Fingerprint.ofPlan(twin.view(), plan);
        var kept = kept(id, validity);
        return kept.isPresent() ? kept.get() : saveNew(id, plan, validity, valid);
    }

    private Optional<SavedPlan> kept(Digest id, Validity validity) throws IOException {
        return twin.repo().read(Layout.latestPlan(twin.view())) instanceof Reading.Value<Optional<SavedPlan>>(var old)
                ? old.filter(saved -> saved.id().equals(id)
                        && saved.seal().equals(Fingerprint.sealOf(twin.view(), saved))
                        && validity.objection(saved).isEmpty())
                : Optional.empty();
    }

    /** It expires by the clock as it is, also where it had to be made later than that. */
    private SavedPlan saveNew(Digest id, Plan plan, Validity validity, Duration valid) throws IOException {
        var createdAt = validity.createdAt().toString();
        var expiresAt = validity.now().plus(valid).toString();
        var unsealed = new SavedPlan(id, createdAt, expiresAt, plan, id);
        var saved = new SavedPlan(id, createdAt, expiresAt, plan, Fingerprint.sealOf(twin.view(), unsealed));
        twin.repo().write(Layout.latestPlan(twin.view()), saved);
        twin.repo().commit(message(plan), Set.of(Layout.LATEST_PLAN));
        return saved;
    }

    private static String message(Plan plan) {
        var what = plan.basis().undo().isEmpty() ? "twin plan: " : "twin undo: ";
        return what + plan.actionCount() + (plan.actionCount() == 1 ? " action" : " actions");
    }
}
