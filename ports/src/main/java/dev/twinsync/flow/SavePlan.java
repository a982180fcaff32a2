package dev.twinsync.flow;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.port.TwinRepo;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps a plan as {@code plan/latest.yaml}. A plan that says the same as the one that is there keeps its times. */
public final class SavePlan {

    private final TwinRepo repo;
    private final List<Plugin<?, ?, ?>> plugins;
    private final InstantSource clock;

    public SavePlan(TwinRepo repo, List<Plugin<?, ?, ?>> plugins, InstantSource clock) {
        this.repo = repo;
        this.plugins = List.copyOf(plugins);
        this.clock = clock;
    }

    static Digest id(List<Plugin<?, ?, ?>> plugins, Plan plan) {
        return Fingerprint.of(Layout.planShape(plugins).canonical(plan));
    }

    /** @param valid how long it may be applied */
    public SavedPlan save(Plan plan, Duration valid) throws IOException {
        var document = Layout.latestPlan(plugins);
        var id = id(plugins, plan);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (repo.read(document) instanceof Reading.Value<Optional<SavedPlan>>(var old)
                && old.filter(saved ->
                                saved.id().equals(id) && saved.expiresAt().compareTo(now.toString()) > 0)
                        .isPresent()) {
            return old.get();
        }
        var saved = new SavedPlan(id, now.toString(), now.plus(valid).toString(), plan);
        repo.write(document, saved);
        repo.commit(message(plan), Set.of(Layout.LATEST_PLAN));
        return saved;
    }

    private static String message(Plan plan) {
        return "twin plan: " + plan.actionCount() + (plan.actionCount() == 1 ? " action" : " actions");
    }
}
