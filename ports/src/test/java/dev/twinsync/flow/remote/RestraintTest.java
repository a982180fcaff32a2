package dev.twinsync.flow.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.packages.DesiredPackage;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.policy.PulledPolicy;
import dev.twinsync.domain.policy.UnattendedPolicy;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.plan.MakePlan;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.view.Ignored;
import dev.twinsync.flow.view.Look;
import dev.twinsync.flow.view.Plugin;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.flow.view.View;
import dev.twinsync.port.SimulatedNotes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What came by a pull does no more than the policy lets it, until exactly that is approved. */
class RestraintTest {

    private static final PulledPolicy CAREFUL = new PulledPolicy(false, false, List.of("packages:openssh*", "network"));

    private final SimulatedTwin simulated = new SimulatedTwin();
    private final SimulatedNotes notes = new SimulatedNotes();
    private final Set<String> own = new HashSet<>();
    private UnattendedPolicy unattended = new UnattendedPolicy(List.of(), false);

    private static DesiredPackage present(String name) {
        return new DesiredPackage.Present(
                new PackageName(name), DesiredPackage.Source.APT, Optional.empty(), Optional.empty(), false);
    }

    private static DesiredPackage absent(String name) {
        return new DesiredPackage.Absent(new PackageName(name), DesiredPackage.Source.APT);
    }

    @BeforeEach
    void a_machine() throws IOException {
        simulated.init();
        simulated.wish(present("jq"));
        assertInstanceOf(RunResult.class, plannedAndApplied());
    }

    private RunResult plannedAndApplied() throws IOException {
        simulated.plan();
        return simulated.apply();
    }

    private AllWishes wishes() throws IOException {
        return switch (AllWishes.of(simulated.twin().view())) {
            case Reading.Value<AllWishes>(var wishes) -> wishes;
            case Reading.Wrong<AllWishes>(var problems) -> throw new AssertionError(problems);
        };
    }

    /** As a pull does it. */
    private void pulled(DesiredPackage... now) throws IOException {
        notes.write(notes.read().beginning(wishes().noted()));
        simulated.wish(now);
        settle();
    }

    private void settle() throws IOException {
        SettlePulled.of(simulated.twin().view(), notes, own::contains);
    }

    private View restrained(PulledPolicy policy) {
        var restraint = new Restraint(policy, notes.read());
        var twin = simulated.twin();
        return twin.view()
                .withPlugins(twin.equipped().stream()
                        .<Plugin<?, ?, ?>>map(equipped -> restraint.on(equipped).plugin())
                        .toList());
    }

    private Plan plan(PulledPolicy policy) throws IOException {
        var view = restrained(policy);
        return switch (view.survey().ofMachine()) {
            case Reading.Value<List<Look<?, ?, ?>>>(var looks) ->
                MakePlan.ofState(view, false).plan(looks, Selection.EVERYTHING, Optional.empty());
            case Reading.Wrong<List<Look<?, ?, ?>>>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<String> done(Plan plan) {
        return plan.sections().stream()
                .flatMap(section -> section.actions().stream()
                        .map(planned ->
                                planned.action().op() + " " + planned.action().key()))
                .toList();
    }

    private static List<String> blocked(Plan plan) {
        return plan.sections().stream()
                .flatMap(section -> section.blocked().stream().map(Step.Blocked::key))
                .toList();
    }

    private Approve.Result approve(String... ids) throws IOException {
        return new Approve(restrained(CAREFUL), new Restraint(CAREFUL, notes.read()), notes, unattended)
                .approve(List.of(ids));
    }

    @Test
    void what_only_the_clock_leaves_to_a_person_can_be_approved_too() throws IOException {
        pulled(present("jq"), present("htop"));
        assertEquals(List.of(), held());
        unattended = new UnattendedPolicy(List.of("packages.debian"), false);
        var held = held();
        assertEquals(
                List.of("packages:htop"), held.stream().map(Approve.Held::thing).toList());
        approve(held.getFirst().id());
        assertEquals(List.of(), held());
        assertTrue(notes.read().isNothing());
    }

    @Test
    void what_waits_for_something_and_is_left_to_a_person_can_be_approved_too() throws IOException {
        unattended = new UnattendedPolicy(List.of("services.systemd"), false);
        simulated.wish(present("jq"), present("nginx"));
        notes.write(notes.read().beginning(wishes().noted()));
        simulated.wish(SimulatedTwin.wanted("nginx.service", true, true));
        settle();
        var held = held();
        assertEquals(
                List.of("services:nginx.service"),
                held.stream().map(Approve.Held::thing).toList());
        assertEquals(List.of("waits for unit nginx.service"), held.getFirst().does());
    }

    @Test
    void a_pull_does_not_ask_for_what_its_owner_ignores() throws IOException {
        simulated.ignored = new Ignored(List.of("packages:htop"));
        simulated.wish(present("jq"), present("htop"));
        var before = wishes().noted();
        assertEquals(List.of(), wishes().askedSince(before));
        simulated.ignored = Ignored.NOTHING;
        assertEquals(
                List.of("packages:htop"),
                wishes().askedSince(before).stream().map(AskedFor::thing).toList());
    }

    @Test
    void what_its_owner_ignored_waits_where_a_pull_ignores_it_no_longer() throws IOException {
        simulated.ignored = new Ignored(List.of("packages:openssh-server"));
        simulated.wish(present("jq"), present("openssh-server"));
        notes.write(notes.read().beginning(wishes().noted()));
        simulated.ignored = Ignored.NOTHING;
        settle();
        assertEquals(
                List.of("packages:openssh-server"),
                held().stream().map(Approve.Held::thing).toList());
    }

    private List<Approve.Held> held() throws IOException {
        return assertInstanceOf(Approve.Result.Approved.class, approve()).left();
    }

    @Test
    void what_is_within_the_policy_is_done() throws IOException {
        pulled(present("jq"), present("htop"));
        assertEquals(List.of("install htop"), done(plan(CAREFUL)));
        assertEquals(List.of(), held());
    }

    @Test
    void a_removal_and_what_is_named_wait() throws IOException {
        pulled(absent("jq"), present("openssh-server"));
        assertEquals(List.of(), done(plan(CAREFUL)));
        assertEquals(
                List.of("jq", "openssh-server"),
                blocked(plan(CAREFUL)).stream().sorted().toList());
        assertEquals(List.of("remove jq"), done(plan(new PulledPolicy(true, false, List.of("packages:openssh*")))));
        assertEquals(2, done(plan(new PulledPolicy(true, false, List.of()))).size());
    }

    @Test
    void the_owners_own_wishes_are_nobodys_business() throws IOException {
        pulled(present("jq"), present("htop"));
        simulated.wish(absent("jq"), present("openssh-server"));
        assertEquals(2, done(plan(CAREFUL)).size());
    }

    @Test
    void exactly_what_was_held_back_is_approved() throws IOException {
        pulled(absent("jq"), present("openssh-server"));
        var ids = held().stream().collect(Collectors.toMap(Approve.Held::thing, Approve.Held::id));
        assertInstanceOf(Approve.Result.Unknown.class, approve("000000000000", ids.get("packages:jq")));
        assertEquals(2, held().size());
        var reason = plan(CAREFUL).sections().getFirst().blocked().getFirst().reason();
        assertTrue(reason.contains("twin approve " + ids.get("packages:jq")), reason);
        assertInstanceOf(Approve.Result.Approved.class, approve(ids.get("packages:jq")));
        assertEquals(List.of("remove jq"), done(plan(CAREFUL)));
        assertEquals(List.of("openssh-server"), blocked(plan(CAREFUL)));
        assertInstanceOf(Approve.Result.Unknown.class, approve(ids.get("packages:jq")));
    }

    @Test
    void what_was_approved_and_pulled_otherwise_waits_again() throws IOException {
        pulled(present("jq"), present("openssh-server"));
        var id = held().getFirst().id();
        approve(id);
        pulled(present("jq"), absent("openssh-server"));
        pulled(
                present("jq"),
                new DesiredPackage.Present(
                        new PackageName("openssh-server"),
                        DesiredPackage.Source.APT,
                        Optional.empty(),
                        Optional.of(true),
                        false));
        assertEquals(
                List.of("openssh-server"),
                blocked(plan(CAREFUL)).stream().distinct().toList());
        assertTrue(held().stream().noneMatch(held -> held.id().equals(id)));
    }

    @Test
    void a_pull_that_was_cut_off_before_it_told_holds_all_the_same() throws IOException {
        notes.write(notes.read().beginning(wishes().noted()));
        simulated.wish(absent("jq"));
        notes.write(notes.read().beginning(wishes().noted()));
        settle();
        assertEquals(List.of("jq"), blocked(plan(CAREFUL)));
    }

    @Test
    void what_met_a_conflict_holds_once_its_owner_brought_it_in_and_not_before() throws IOException {
        notes.write(notes.read().awaiting(wishes().noted(), "theirs"));
        simulated.wish(present("jq"), present("openssh-client"));
        settle();
        assertEquals(List.of("install openssh-client"), done(plan(CAREFUL)));

        simulated.wish(absent("jq"));
        own.add("theirs");
        settle();
        assertEquals(List.of("jq"), blocked(plan(CAREFUL)));
        assertEquals(1, held().size());
    }

    @Test
    void what_was_wished_by_hand_since_a_conflict_is_not_of_the_pull_that_comes_in_later() throws IOException {
        notes.write(notes.read().awaiting(wishes().noted(), "theirs"));
        simulated.wish(absent("jq"));
        pulled(absent("jq"), present("htop"));
        assertEquals(
                List.of("install htop", "remove jq"),
                done(plan(CAREFUL)).stream().sorted().toList());
    }

    @Test
    void what_was_pulled_holds_also_after_a_pull_while_its_plugin_was_off() throws IOException {
        pulled(absent("jq"));
        simulated.switchedOff = Set.of("packages.debian");
        pulled(absent("jq"), present("htop"));
        simulated.switchedOff = Set.of();
        assertEquals(List.of("jq"), blocked(plan(CAREFUL)));
    }

    private void switchedOff(String... plugins) {
        simulated.switchedOff = Set.of(plugins);
    }

    @Test
    void what_a_pull_wished_of_a_plugin_that_was_off_waits_once_its_owner_switches_it_on() throws IOException {
        switchedOff("packages.debian");
        pulled(absent("jq"));
        switchedOff();
        assertEquals(List.of("jq"), blocked(plan(CAREFUL)));
    }

    @Test
    void what_its_owner_wished_of_a_plugin_that_was_off_waits_for_nothing_once_he_switches_it_on() throws IOException {
        switchedOff("packages.debian");
        simulated.wish(absent("jq"));
        pulled(absent("jq"), present("htop"));
        switchedOff();
        assertEquals(
                List.of("install htop", "remove jq"),
                done(plan(CAREFUL)).stream().sorted().toList());
    }

    @Test
    void what_its_owner_wished_waits_where_a_pull_switches_the_plugin_on_that_was_to_be_off() throws IOException {
        switchedOff("packages.debian");
        simulated.wish(absent("jq"));
        notes.write(notes.read().beginning(wishes().noted()));
        switchedOff();
        settle();
        assertEquals(List.of("jq"), blocked(plan(CAREFUL)));
    }

    @Test
    void what_its_owner_wished_waits_for_nothing_where_a_pull_switched_the_plugin_off() throws IOException {
        simulated.wish(absent("jq"));
        notes.write(notes.read().beginning(wishes().noted()));
        switchedOff("packages.debian");
        settle();
        switchedOff();
        assertEquals(List.of("remove jq"), done(plan(CAREFUL)));
    }

    @Test
    void a_pull_depends_on_no_wish_of_a_plugin_that_is_off() throws IOException {
        pulled(absent("jq"));
        switchedOff("packages.debian");
        simulated.repo.store("state/packages.yaml", new ByteArrayInputStream(new byte[] {'{'}));
        notes.write(notes.read().beginning(wishes().noted()));
        settle();
        simulated.wish(absent("jq"));
        switchedOff();
        assertEquals(List.of("jq"), blocked(plan(CAREFUL)));
    }

    @Test
    void it_is_told_what_is_asked_for() throws IOException {
        var before = wishes().noted();
        simulated.wish(present("htop"));
        assertEquals(
                List.of("NEW packages:htop", "GONE packages.debian:jq"),
                wishes().askedSince(before).stream()
                        .map(asked -> asked.change() + " " + asked.thing())
                        .toList());
    }

    /** A method of a kind that is not handed on would have the default of all kinds in its place. */
    @Test
    void a_restrained_kind_hands_on_all_that_a_kind_does() {
        var own = Arrays.stream(RestrainedKind.class.getDeclaredMethods())
                .filter(method -> !method.isBridge())
                .map(RestraintTest::signature)
                .collect(Collectors.toSet());
        var missing = Arrays.stream(Kind.class.getDeclaredMethods())
                .filter(method -> (method.getModifiers() & Modifier.PUBLIC) != 0 && !method.isSynthetic())
                .map(RestraintTest::signature)
                .filter(signature -> !own.contains(signature))
                .toList();
        assertEquals(List.of(), missing);
    }

    private static String signature(Method method) {
        return method.getName() + "/" + method.getParameterCount();
    }
}
