package dev.twinsync.flow.apply;

import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.logs.ToolSpeech;
import dev.twinsync.domain.plan.ActionResult;
import dev.twinsync.domain.plan.Former;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.run.RunRecord.Begun;
import dev.twinsync.domain.run.RunRecord.Intended;
import dev.twinsync.domain.run.RunRecord.Reversing;
import dev.twinsync.domain.run.RunRecord.Settled;
import dev.twinsync.flow.plan.Formers;
import dev.twinsync.flow.plan.OpenRun;
import dev.twinsync.flow.twin.Trials;
import dev.twinsync.flow.twin.Twin;
import dev.twinsync.port.Narration;
import dev.twinsync.port.Progress;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a run has done so far, in the journal too: what is to be done is written there before, what came of it after. Unless it
 * is to keep going, the first action that does not succeed stops the run.
 */
final class Ledger {

    private final Twin twin;
    private final Minutes minutes;
    private final boolean keepGoing;
    private final Map<String, ActionResult> results = new LinkedHashMap<>();
    private final Set<String> underWay = new LinkedHashSet<>();
    private final Formers before = new Formers();
    private final StringBuilder said = new StringBuilder();
    private long began = System.nanoTime();
    private boolean failed;
    /** Empty while a run is being taken back. */
    private Optional<Begun> begun = Optional.empty();

    private Ledger(Twin twin, boolean keepGoing) {
        this.twin = twin;
        this.minutes = new Minutes(twin);
        twin.stop().heed();
        this.keepGoing = keepGoing;
    }

    /** Opens the journal; where that fails, nothing was changed. */
    static Ledger begin(Twin twin, Begun begun) throws IOException {
        var ledger = new Ledger(twin, begun.keepGoing());
        ledger.minutes.open(begun);
        ledger.begun = Optional.of(begun);
        return ledger;
    }

    /** Goes on where a run was cut off: what ended by itself then stays as it is. */
    static Ledger resume(Twin twin, OpenRun open) {
        var ledger = new Ledger(twin, open.begun().keepGoing());
        open.ended().forEach(ledger::keep);
        ledger.before.and(open.before());
        ledger.begun = Optional.of(open.begun());
        return ledger;
    }

    /** For taking a run back: each thing for itself. Where that cannot be written down, nothing more is changed. */
    static Ledger reverse(Twin twin) throws IOException {
        var ledger = new Ledger(twin, true);
        ledger.minutes.open(new Reversing(twin.view().now()));
        return ledger;
    }

    Narration narration() {
        return twin.view().narration();
    }

    Trials trials() {
        return twin.trials();
    }

    /** From here on the time counts for what is recorded next, and so does what tools say. */
    void begin() {
        began = System.nanoTime();
        said.setLength(0);
    }

    /** @param what the backend is at */
    Progress told(String what) {
        return new ToldProgress(narration(), what, said);
    }

    /** Whether it could be written down that this is about to be done; where it could not, it must not be done. */
    boolean intend(Intended intended) {
        boolean written = minutes.write(intended);
        if (written) {
            before.add(intended.before());
            OpenRun.ids(intended.transaction()).forEach(underWay::add);
        }
        return written;
    }

    void record(String id, Outcome outcome) {
        record(id, outcome, Optional.empty());
    }

    /** @param found what the action's thing is now, as far as somebody looked */
    void record(String id, Outcome end, Optional<Former<?, ?, ?>> found) {
        var outcome = end.inWords(twin.redaction()::text); // what looks like a secret could not be committed
        var result = new ActionResult(
                id,
                outcome,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                ToolSpeech.tail(said.toString(), twin.redaction()));
        keep(result);
        narration().ended(id, outcome);
        minutes.write(new Settled(result, found));
    }

    private void keep(ActionResult result) {
        results.put(result.id(), result);
        underWay.remove(result.id());
        failed |= result.outcome().stops();
    }

    /** Twin itself has a fault. */
    void breakOff(RuntimeException unexpected) {
        minutes.breakOff("twin has a fault, please report it: " + unexpected);
    }

    /** Why the run cannot go on and cannot be ended either: not even what is owed can be done, since nothing can be written down before it. */
    Optional<String> fault() {
        return minutes.fault();
    }

    /** Whether nothing has ended but what this plugin itself did. */
    boolean knowsOnly(String plugin) {
        return results.keySet().stream().allMatch(id -> id.startsWith(plugin + "/"));
    }

    /** Writes down what a plugin is to do once its turn has come, so that no resumed run decides it anew. */
    void decide(Section<?, ?, ?> section) {
        begun = begun.map(known -> known.withDecided(section));
        begun.ifPresent(minutes::write);
    }

    /** Whether the action has ended already. */
    boolean knows(String id) {
        return results.containsKey(id);
    }

    /** Why the first of these actions that was taken back was. */
    Optional<String> whyTakenBack(Stream<String> ids) {
        return ids.flatMap(id -> Optional.ofNullable(results.get(id)).stream())
                .flatMap(result ->
                        result.outcome() instanceof Outcome.TakenBack(var why) ? Stream.of(why) : Stream.empty())
                .findFirst();
    }

    /** Whether nothing more is to be begun. */
    boolean hasStopped() {
        return fault().isPresent() || failed && !keepGoing || twin.stop().isRaised();
    }

    /** The first of these actions that did not succeed. */
    Optional<String> firstUnmet(List<String> ids) {
        return ids.stream()
                .filter(id -> Optional.ofNullable(results.get(id))
                        .filter(ActionResult::succeeded)
                        .isEmpty())
                .findFirst();
    }

    /** Why something that was tried with that thing did not succeed. */
    Optional<String> explanation(String plugin, String key) {
        return results.values().stream()
                .filter(result -> result.isAbout(plugin, key))
                .flatMap(result -> result.outcome().explanation().stream())
                .findFirst();
    }

    /** What was under way when twin itself failed is told as cut off. */
    List<ActionResult> results() {
        var cutOff = new Outcome.Interrupted("it is not known yet what came of it");
        return Stream.concat(
                        results.values().stream(),
                        underWay.stream().map(id -> new ActionResult(id, cutOff, 0, Optional.empty())))
                .toList();
    }

    /** What everything was that was touched. */
    List<Former<?, ?, ?>> before() {
        return before.all();
    }
}
