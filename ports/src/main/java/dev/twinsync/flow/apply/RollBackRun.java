package dev.twinsync.flow.apply;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Keyed;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.PlannedAction;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.plan.FormerWishes;
import dev.twinsync.flow.plan.MakePlan;
import dev.twinsync.flow.plan.OpenRun;
import dev.twinsync.flow.twin.Alone;
import dev.twinsync.flow.twin.Hands;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.flow.view.Draft;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.port.Confirmation;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes back a run that was cut off: everything that it touched becomes what it was before. */
public final class RollBackRun {

    private final Twin twin;
    private final Confirmation confirmation;

    public RollBackRun(Twin twin, Confirmation confirmation) {
        this.twin = twin;
        this.confirmation = confirmation;
    }

    public RunResult rollBack(Duration patience, boolean allowDestructive) throws IOException {
        return Alone.toAct(twin, patience, () -> {
            var open = OpenRun.of(twin.view());
            return open.isEmpty() ? new RunResult.NothingOpen() : elevate(open.get(), patience, allowDestructive);
        });
    }

    /** What needed root to be done needs root to be taken back. */
    private RunResult elevate(OpenRun open, Duration patience, boolean allowDestructive) throws IOException {
        var obstacles =
                OpenRun.obstacles(twin.view(), open.transactions()).distinct().toList();
        return new Elevating(twin, patience).run(obstacles, hands -> rollBack(open, hands, allowDestructive));
    }

    private RunResult rollBack(OpenRun open, Hands hands, boolean allowDestructive) throws IOException {
        open.toBeMended().forEach(section -> mend(section, hands));
        var wishes = FormerWishes.of(
                List.of(open.name()), open.before(), open.begun().plan().plan());
        var drafts = MakePlan.of(twin.view(), wishes).drafts(looks(wishes, hands), Selection.EVERYTHING);
        return switch (approval(open, drafts, allowDestructive)) {
            case Approval.Withheld(var result) -> result;
            case Approval.Given() -> new TakingBack(twin, open, hands).carryOut(drafts);
        };
    }

    private Approval.Answer approval(OpenRun open, List<Draft<?, ?, ?>> drafts, boolean allowDestructive) {
        var sections = drafts.stream().<Section<?, ?, ?>>map(Draft::section).toList();
        var plan = new Plan(twin.view().host(), open.begun().plan().plan().basis(), sections);
        var destructive = allowDestructive
                ? List.<String>of()
                : drafts.stream().flatMap(Draft::destructive).toList();
        return plan.asksForNothing() ? new Approval.Given() : new Approval(confirmation).of(plan, destructive);
    }

    private List<Look<?, ?, ?>> looks(FormerWishes wishes, Hands hands) {
        var looks = new ArrayList<Look<?, ?, ?>>();
        twin.view().plugins().forEach(plugin -> looks.add(look(plugin, wishes, hands)));
        return looks;
    }

    /** By the hands that will act: they may see more. */
    private static <D extends Keyed, L extends Keyed, A extends Action> Look<D, L, A> look(
            Plugin<D, L, A> plugin, FormerWishes wishes, Hands hands) {
        var keys = plugin.formerOf(wishes.formers()).things().keySet();
        Observation<L> seen = keys.isEmpty()
                ? new Observation.Seen<>(List.of())
                : hands.backend(plugin).observe(new Scope.Only(keys));
        return new Look<>(plugin, ((Reading.Value<List<D>>) wishes.of(plugin)).value(), seen);
    }

    /** What cannot be mended will show when it is to be taken back. */
    private void mend(Section<?, ?, ?> section, Hands hands) {
        twin.view().plugin(section.plugin()).ifPresent(plugin -> mend(plugin, section, hands));
    }

    private <D extends Keyed, L extends Keyed, A extends Action> void mend(
            Plugin<D, L, A> plugin, Section<?, ?, ?> section, Hands hands) {
        var actions = plugin.sectionOf(List.of(section)).actions().stream()
                .map(PlannedAction::action)
                .toList();
        hands.backend(plugin)
                .mend(actions, (percent, what) -> twin.view().narration().acting(plugin.name(), percent, what));
    }
}
