package dev.twinsync.flow.view;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.PlanShape;
import dev.twinsync.domain.plan.SavedPlan;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Sha256;
import java.nio.charset.StandardCharsets;

/** The digest of what a document says, whatever its comments, quotes and spacing. Order counts. */
public final class Fingerprint {

    private Fingerprint() {}

    /** The id of a plan: the same inputs give the same id. */
    public static Digest ofPlan(View view, Plan plan) {
        return of(new PlanShape(view.kinds()).canonical(plan));
    }

    /** What the seal of a plan must be. */
    public static Digest sealOf(View view, SavedPlan plan) {
        return of(new PlanShape(view.kinds()).sealed(plan));
    }

    public static Digest of(Tree tree) {
        return Sha256.of(JsonTree.compact(tree).getBytes(StandardCharsets.UTF_8));
    }
}
