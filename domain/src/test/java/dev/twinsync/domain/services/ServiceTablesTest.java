package dev.twinsync.domain.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Action.Risk;
import dev.twinsync.domain.Action.Stage;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.services.ServiceAction.Disable;
import dev.twinsync.domain.services.ServiceAction.Enable;
import dev.twinsync.domain.services.ServiceAction.Mask;
import dev.twinsync.domain.services.ServiceAction.Restart;
import dev.twinsync.domain.services.ServiceAction.Start;
import dev.twinsync.domain.services.ServiceAction.Stop;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planned, state by state and wish by wish. A wish is written as {@code +enabled -running +masked}. */
class ServiceTablesTest {

    private static final UnitName FOO = new UnitName("foo.service");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    disabled        | +enabled          | enable
                    disabled        | -enabled          | nothing
                    enabled         | +enabled          | nothing
                    enabled         | -enabled          | disable
                    enabled         | -enabled -running | stop, disable
                    enabled-runtime | +enabled          | enable
                    enabled-runtime | -enabled          | nothing
                    linked          | +enabled          | enable
                    linked          | -enabled          | nothing
                    masked          | +enabled          | blocked: masked; declare masked: false
                    masked          | +running          | blocked: masked; declare masked: false
                    masked          | -enabled          | nothing
                    masked          | -running          | stop
                    masked          | +masked           | nothing
                    masked          | -masked           | unmask
                    masked          | -masked +enabled  | unmask, enable
                    masked          | -masked -enabled  | unmask, later: no look behind its mask
                    masked-runtime  | +masked           | mask
                    masked-runtime  | -masked           | unmask
                    masked-runtime  | +enabled          | blocked: masked; declare masked: false
                    enabled         | +masked           | mask
                    enabled         | +masked -running  | stop, mask
                    enabled         | +masked -enabled  | mask
                    enabled         | -masked           | nothing
                    static          | -running          | stop
                    static          | +masked           | mask
                    """)
    void a_running_unit(String state, String wish, String planned) {
        assertEquals(planned, planned(wish, LiveService.steady(FOO, UnitScope.SYSTEM, state(state), true)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -running          | stop
                    -running -enabled | stop
                    -running +enabled | stop, later: no unit file of foo.service
                    -running +masked  | stop, mask
                    +masked           | mask
                    -masked           | nothing
                    -enabled          | nothing
                    +running          | nothing
                    +running +enabled | later: no unit file of foo.service
                    """)
    void a_unit_that_runs_without_a_unit_file(String wish, String planned) {
        var unit = LiveService.steady(FOO, UnitScope.SYSTEM, UnitFileState.NO_FILE, true);
        assertEquals(planned, planned(wish, unit));
    }

    @Test
    void a_unit_without_a_unit_file_is_gone_once_it_is_stopped_and_the_plan_says_that() {
        var unit = LiveService.steady(FOO, UnitScope.SYSTEM, UnitFileState.NO_FILE, true);
        var stop = new Stop(FOO, UnitScope.SYSTEM);
        assertEquals(
                List.of(new Step.Do<ServiceAction>(
                        stop, "declared not running, running without a unit file, so that it cannot be started again")),
                Decisions.plan(wish(FOO, "-running"), unit));
        assertEquals(Optional.empty(), new Services().after(Optional.of(unit), stop));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    own    | disabled | +masked            | blocked: cannot be masked: its unit file lies in /etc/systemd/system, where its mask would lie; move that away, or declare enabled: false and running: false instead
                    own    | disabled | +masked -running   | stop, blocked: cannot be masked: its unit file lies in /etc/systemd/system, where its mask would lie; move that away, or declare enabled: false and running: false instead
                    linked | linked   | +masked            | blocked: cannot be masked: a link to its unit file lies in /etc/systemd/system, where its mask would lie; take that link away first
                    own    | enabled  | -enabled           | disable
                    linked | enabled  | +enabled           | nothing
                    linked | linked   | +enabled           | enable
                    linked | linked   | -enabled -running  | stop
                    linked | enabled  | -enabled -running  | stop, blocked: cannot be disabled: its unit file is only linked in, and disabling takes that link too, so that systemd would not know it any more; put the file itself into /etc/systemd/system in place of the link, or leave enabled away
                    """)
    void a_unit_whose_file_lies_where_its_mask_would_or_is_linked_in(
            String place, String state, String wish, String planned) {
        assertEquals(planned, planned(wish, running(state(state), UnitPlace.valueOf(place.toUpperCase(Locale.ROOT)))));
    }

    private static LiveService running(UnitFileState state, UnitPlace place) {
        return new LiveService(
                FOO,
                UnitScope.SYSTEM,
                Optional.of(state),
                Optional.of(true),
                Activation.STEADY,
                List.of(),
                Optional.empty(),
                place);
    }

    @ParameterizedTest
    @CsvSource({"static", "indirect", "generated", "transient", "bad"})
    void a_unit_whose_enablement_nobody_decides_can_still_be_started(String state) {
        var unit = LiveService.steady(FOO, UnitScope.SYSTEM, state(state), false);
        var reason = "blocked: cannot be enabled or disabled: "
                + state(state).whyFixed().orElseThrow()
                + (state.equals("bad") ? "; see systemctl status foo.service" : "");
        assertEquals(reason + ", start", planned("+enabled +running", unit));
        assertEquals(reason, planned("-enabled", unit));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    once      | +running | blocked: cannot be kept running: it does one thing and ends (Type=oneshot)
                    once      | -running | nothing
                    triggered | +running | blocked: a.path and foo.socket starts it on demand; leave running away and declare that one
                    triggered | -running | later: no stop of a.path and foo.socket, which starts it again
                    bus       | +running | blocked: it is started on demand over D-Bus; leave running away
                    bus       | -running | blocked: a stop would not hold: it is started on demand over D-Bus; declare masked: true
                    bus       | +enabled | enable
                    bus       | +enabled +running | enable, later: no unit that wants it at boot
                    unclaimed | +running | blocked: it has no [Install] section and no other unit wants it, so it runs on demand only; leave running away
                    unclaimed | -running | blocked: nothing keeps it running: it runs on demand only; leave running away
                    starting  | +running | blocked: it does not run: systemd is starting it, and starts it again where it ends; if that lasts, see systemctl status foo.service
                    starting  | -running | stop
                    starting  | +enabled -running | stop, enable
                    starting  | -running +masked | stop, mask
                    starting  | +masked  | mask
                    starting  | +enabled | enable
                    unreadable | +running | blocked: systemd cannot read its unit file, so it cannot be started; see systemctl status foo.service, or systemd-analyze verify foo.service
                    unreadable | -running | nothing
                    """)
    void a_unit_whose_running_means_nothing(String activation, String wish, String planned) {
        var kind = Activation.valueOf(activation.toUpperCase(Locale.ROOT));
        var triggers = kind == Activation.TRIGGERED
                ? List.of(new UnitName("foo.socket"), new UnitName("a.path"))
                : List.<UnitName>of();
        assertEquals(
                planned,
                planned(
                        wish,
                        new LiveService(
                                FOO,
                                UnitScope.SYSTEM,
                                Optional.of(UnitFileState.DISABLED),
                                Optional.empty(),
                                kind,
                                triggers,
                                Optional.empty(),
                                UnitPlace.SHIPPED)));
    }

    @Test
    void a_unit_that_is_started_again_and_again_is_stopped_and_found_stopped() {
        var services = new Services();
        var looping = starting(UnitFileState.ENABLED);
        var stop = new Stop(FOO, UnitScope.SYSTEM);
        assertEquals(
                List.of(new Step.Do<ServiceAction>(
                        stop, "declared not running, systemd is starting it, and starts it again where it ends")),
                Decisions.plan(wish(FOO, "-running"), looping));
        var stopped = services.after(Optional.of(looping), stop);
        assertEquals(Optional.of(LiveService.steady(FOO, UnitScope.SYSTEM, UnitFileState.ENABLED, false)), stopped);
        assertFalse(services.fulfils(stopped, Optional.of(looping)), "it is started again");
    }

    @Test
    void a_restart_of_what_ends_again_and_again_is_to_mend_it_and_of_all_else_changes_nothing_that_can_be_seen() {
        var services = new Services();
        var restart = new ServiceAction.Restart(FOO, UnitScope.SYSTEM);
        var looping = starting(UnitFileState.ENABLED);
        var expected = services.after(Optional.of(looping), restart);
        var lasts = LiveService.steady(FOO, UnitScope.SYSTEM, UnitFileState.ENABLED, true);
        assertTrue(services.fulfils(expected, Optional.of(lasts)));
        assertFalse(services.fulfils(expected, Optional.of(looping)));
        assertFalse(services.fulfils(expected, lasts.stopped()));
        assertEquals(Optional.of(lasts), services.after(Optional.of(lasts), restart));
        assertEquals(lasts.stopped(), services.after(lasts.stopped(), restart));
    }

    @Test
    void a_unit_that_is_only_starting_is_not_started() {
        var services = new Services();
        var started = Optional.of(LiveService.steady(FOO, UnitScope.SYSTEM, UnitFileState.ENABLED, true));
        assertFalse(services.fulfils(started, Optional.of(starting(UnitFileState.ENABLED))));
        var enabled = services.after(
                Optional.of(starting(UnitFileState.DISABLED)), new ServiceAction.Enable(FOO, UnitScope.SYSTEM));
        assertTrue(services.fulfils(enabled, started), "it came up meanwhile, which nobody foretold");
    }

    @Test
    void whoever_brings_back_a_unit_that_was_started_again_and_again_wishes_for_no_such_thing() {
        var looping = starting(UnitFileState.ENABLED);
        assertEquals(wish(FOO, "+enabled -masked"), new Services().adopt(looping));
        assertEquals(Optional.of(wish(FOO, "+enabled")), new Services().firstWish(looping));
        var stopped = LiveService.steady(FOO, UnitScope.SYSTEM, UnitFileState.ENABLED, false);
        assertEquals(List.of(), Decisions.plan(new Services().adopt(looping), stopped));
    }

    /** Root's own {@code --user} is another one, and {@code --machine=alice@} serves alice as well, but shows no messages. */
    @Test
    void where_to_look_at_a_unit_of_alice_is_told_so_that_she_and_root_can_run_it() {
        var alice = new UnitScope.User("alice");
        var status = "systemctl --user --machine=alice@ status foo.service and journalctl -n 20"
                + " _SYSTEMD_USER_UNIT=foo.service + USER_UNIT=foo.service";
        assertEquals(
                List.of(
                        "it does not run: systemd is starting it, and starts it again where it ends; if that lasts, see "
                                + status),
                blocked(alice, "+running", UnitFileState.ENABLED, Activation.STARTING));
        assertEquals(
                List.of("systemd cannot read its unit file, so it cannot be started; see " + status
                        + ", or as alice systemd-analyze --user verify foo.service"),
                blocked(alice, "+running", UnitFileState.ENABLED, Activation.UNREADABLE));
        assertEquals(
                List.of("cannot be enabled or disabled: systemd cannot read its unit file; see " + status),
                blocked(alice, "+enabled", UnitFileState.BAD, Activation.UNREADABLE));
    }

    private static List<String> blocked(UnitScope scope, String words, UnitFileState state, Activation activation) {
        var wish = wish(FOO, words);
        var seen = new LiveService(
                FOO,
                scope,
                Optional.of(state),
                Optional.empty(),
                activation,
                List.of(),
                Optional.empty(),
                UnitPlace.SHIPPED);
        return Decisions.plan(new DesiredService(FOO, scope, wish.enabled(), wish.running(), wish.masked()), seen)
                .stream()
                .map(step -> step instanceof Step.Blocked<ServiceAction>(var _, var reason) ? reason : step.toString())
                .toList();
    }

    private static LiveService starting(UnitFileState state) {
        return new LiveService(
                FOO,
                UnitScope.SYSTEM,
                Optional.of(state),
                Optional.empty(),
                Activation.STARTING,
                List.of(),
                Optional.empty(),
                UnitPlace.SHIPPED);
    }

    @ParameterizedTest
    @CsvSource({"+running", "-enabled", "-masked"})
    void another_name_names_the_unit(String wish) {
        var sshd = new LiveService(
                FOO,
                UnitScope.SYSTEM,
                Optional.of(UnitFileState.ALIAS),
                Optional.empty(),
                Activation.STEADY,
                List.of(),
                Optional.of(new UnitName("bar.service")),
                UnitPlace.SHIPPED);
        assertEquals("blocked: foo.service is another name of bar.service; declare that one", planned(wish, sshd));
    }

    @Test
    void a_template_asks_for_an_instance() {
        var name = new UnitName("toy@.service");
        var toy = new LiveService(
                name,
                UnitScope.SYSTEM,
                Optional.of(UnitFileState.DISABLED),
                Optional.empty(),
                Activation.STEADY,
                List.of(),
                Optional.empty(),
                UnitPlace.SHIPPED);
        assertEquals(
                "blocked: it is a template; declare an instance of it, as toy@NAME.service",
                Decisions.words(Decisions.plan(wish(name, "+enabled"), toy)));
        assertEquals("mask", Decisions.words(Decisions.plan(wish(name, "+masked"), toy)));
    }

    @ParameterizedTest
    @CsvSource({
        "+enabled, later: no unit foo.service",
        "-enabled +running, later: no unit foo.service",
        "-enabled -running -masked, nothing",
        "+masked, mask"
    })
    void a_unit_that_is_not_there(String wish, String planned) {
        assertEquals(planned, Decisions.words(Decisions.plan(wish(FOO, wish))));
    }

    @ParameterizedTest
    @CsvSource({
        "foo.service, MEDIUM, stop",
        "ssh.service, DESTRUCTIVE, stop",
        "sshd.service, DESTRUCTIVE, stop",
        "NetworkManager.service, DESTRUCTIVE, stop",
        "systemd-resolved.service, DESTRUCTIVE, stop",
        "getty@tty1.service, DESTRUCTIVE, stop",
        "sshguard.service, MEDIUM, stop"
    })
    void taking_the_way_to_the_machine_away_is_destructive(String name, Risk risk, String planned) {
        var unit = LiveService.steady(new UnitName(name), UnitScope.SYSTEM, UnitFileState.ENABLED, true);
        assertEquals(planned, Decisions.words(Decisions.plan(wish(unit.name(), "-running"), unit)));
        for (var action : List.of(
                new Stop(unit.name(), unit.scope()),
                new Disable(unit.name(), unit.scope()),
                new Mask(unit.name(), unit.scope()))) {
            assertEquals(risk, action.risk());
            assertEquals(Stage.REMOVALS, action.stage());
        }
        assertEquals(Risk.LOW, new Start(unit.name(), unit.scope()).risk());
    }

    @ParameterizedTest
    @CsvSource({
        "nginx.service, LOW",
        "networking.service, HIGH",
        "wg-quick@wg0.service, HIGH",
        "tailscaled.service, HIGH",
        "ssh.service, HIGH",
        "display-manager.service, HIGH",
        "lightdm.service, HIGH",
        "sddm.service, HIGH",
        "dbus.service, HIGH"
    })
    void restarting_what_somebody_may_be_at_the_machine_by_is_risky(String name, Risk risk) {
        assertEquals(risk, new Restart(new UnitName(name), UnitScope.SYSTEM).risk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nftables.service",
                "netfilter-persistent.service",
                "ufw.service",
                "firewalld.service",
                "shorewall6.service"
            })
    void whatever_is_done_with_a_firewall_is_risky_and_can_be_done(String text) {
        var unit = LiveService.steady(new UnitName(text), UnitScope.SYSTEM, UnitFileState.ENABLED, true);
        for (ServiceAction action : List.of(
                new Start(unit.name(), unit.scope()),
                new Enable(unit.name(), unit.scope()),
                new Restart(unit.name(), unit.scope()),
                new Stop(unit.name(), unit.scope()),
                new Disable(unit.name(), unit.scope()))) {
            assertEquals(Risk.HIGH, action.risk(), action::op);
        }
        assertEquals("stop", Decisions.words(Decisions.plan(wish(unit.name(), "-running"), unit)));
    }

    @ParameterizedTest
    @CsvSource({
        "dbus.service",
        "dbus.socket",
        "systemd-journald.service",
        "systemd-logind.service",
        "user@1000.service",
        "multi-user.target",
        "-.mount",
        "system.slice"
    })
    void what_the_machine_needs_stays(String name) {
        var unit = LiveService.steady(new UnitName(name), UnitScope.SYSTEM, UnitFileState.ENABLED, true);
        for (var wish : List.of("-running", "-enabled", "+masked")) {
            assertEquals(
                    "blocked: this machine must not lose it: systemd, and with it twin, needs " + name,
                    Decisions.words(Decisions.plan(wish(unit.name(), wish), unit)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    enabled         | true  | +enabled +running
                    enabled         | false | +enabled
                    disabled        | true  | -enabled +running
                    disabled        | false | -enabled -running
                    masked          | true  | +masked
                    masked          | false | -running +masked
                    static          | true  | none
                    enabled-runtime | true  | none
                    generated       | true  | none
                    linked          | true  | none
                    """)
    void the_first_wish_says_what_somebody_decided(String state, boolean running, String wish) {
        var unit = LiveService.steady(FOO, UnitScope.SYSTEM, state(state), running);
        assertEquals(
                wish.equals("none") ? Optional.empty() : Optional.of(wish(FOO, wish)), new Services().firstWish(unit));
    }

    private static String planned(String wish, LiveService unit) {
        return Decisions.words(Decisions.plan(wish(unit.name(), wish), unit));
    }

    private static UnitFileState state(String word) {
        return Arrays.stream(UnitFileState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static DesiredService wish(UnitName name, String words) {
        var list = List.of(words.split(" "));
        return new DesiredService(
                name, UnitScope.SYSTEM, flag(list, "enabled"), flag(list, "running"), flag(list, "masked"));
    }

    private static Optional<Boolean> flag(List<String> words, String flag) {
        return Optional.of(words.contains("+" + flag)).filter(yes -> yes || words.contains("-" + flag));
    }
}
