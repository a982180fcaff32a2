package dev.twinsync.flow.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.packages.DesiredPackage;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.plan.Former;
import dev.twinsync.port.Attempt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of an action of which nobody can see what came of it. */
class JudgementTest {

    private static final PackageAction INSTALL = new PackageAction.Install(new PackageName("htop"), Optional.empty());

    private static Outcome of(Attempt attempt, String unseen) {
        return judgement(INSTALL).of(INSTALL, attempt, new Observation.Unavailable<>(unseen));
    }

    private static Judgement<DesiredPackage, LivePackage, PackageAction> judgement(PackageAction... due) {
        var before = new Former<DesiredPackage, LivePackage, PackageAction>(
                "packages.debian", new Packages(), new LinkedHashMap<>(Map.of("htop", Optional.empty())));
        return new Judgement<>(List.of(due), before);
    }

    @Test
    void what_was_refused_is_not_called_done_because_it_cannot_be_seen() {
        assertEquals(
                new Outcome.Failed("the disk is full; what came of it cannot be seen: it is dark"),
                of(new Attempt.Refused("the disk is full"), "it is dark"));
    }

    @Test
    void the_reason_why_it_was_refused_and_cannot_be_seen_is_said_once() {
        assertEquals(
                new Outcome.Failed("the program ended with 7: boom; it is not asked again"),
                of(
                        new Attempt.Refused("the program ended with 7: boom"),
                        "the program ended with 7: boom; it is not asked again"));
    }

    /** All of them are taken back for the fault of one. */
    @Test
    void a_fault_among_several_says_whose_it_is() {
        var curl = new PackageAction.Install(new PackageName("curl"), Optional.empty());
        var nothing = new Observation.Seen<LivePackage>(List.of());
        var absent = "the tool reported success, but what is there is absent";
        assertEquals(Optional.of(absent), judgement(INSTALL).fault(nothing));
        assertEquals(Optional.of("htop: " + absent), judgement(INSTALL, curl).fault(nothing));
    }

    @Test
    void what_ran_or_was_taken_back_is_said_as_it_was() {
        assertEquals(
                new Outcome.Failed("done, but it cannot be seen: it is dark"), of(new Attempt.Ran(), "it is dark"));
        assertEquals(
                new Outcome.Failed("the gateway is gone; whether it was taken back cannot be seen: it is dark"),
                of(new Attempt.TakenBack("the gateway is gone"), "it is dark"));
    }

    /** What is found says nothing of what had to follow. */
    @Test
    void what_was_not_finished_has_failed_though_it_is_found_as_foretold() {
        var unfinished = new Attempt.Unfinished("systemd was not told of it");
        var htop = new Observation.Seen<>(
                List.of(new Packages().after(Optional.empty(), INSTALL).orElseThrow()));
        assertEquals(
                new Outcome.Failed("systemd was not told of it"),
                judgement(INSTALL).of(INSTALL, unfinished, htop));
        assertEquals(
                new Outcome.Failed("systemd was not told of it; and it cannot be seen: it is dark"),
                of(unfinished, "it is dark"));
    }
}
