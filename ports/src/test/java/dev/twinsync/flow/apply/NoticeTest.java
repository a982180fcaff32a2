package dev.twinsync.flow.apply;

import static dev.twinsync.flow.SimulatedTwin.folder;
import static dev.twinsync.flow.SimulatedTwin.present;
import static dev.twinsync.flow.SimulatedTwin.service;
import static dev.twinsync.flow.SimulatedTwin.wanted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.files.DesiredFile;
import dev.twinsync.domain.files.LinkTarget;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.plan.Plan;
import dev.twinsync.domain.plan.Section;
import dev.twinsync.domain.services.Activation;
import dev.twinsync.domain.services.DesiredService;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.domain.services.UnitFileState;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitPlace;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.view.Ignored;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must notice a change, and what becomes of it where it cannot. */
class NoticeTest {

    private static final String IN_VAIN = "there is no unit nope.service, and nothing in this plan brings it; it was to"
            + " notice files.mirror/make-directory//etc/nope, which does without it";
    private static final String WAITS = "services.systemd/later/nope.service";

    private final SimulatedTwin twin = new SimulatedTwin();

    @BeforeEach
    void init() throws IOException {
        twin.init();
    }

    @Test
    void a_unit_that_is_not_there_and_must_notice_a_change_is_blocked_and_the_file_is_written() throws IOException {
        twin.wish(folder("/etc/nope", List.of("nope.service")));
        var plan = twin.plan();

        assertEquals(List.of("files.mirror/make-directory//etc/nope"), ids(plan));
        assertEquals(List.of("nope.service: " + IN_VAIN), blocked(plan));
        assertTrue(assertInstanceOf(RunResult.Finished.class, twin.apply()).succeeded());
        assertTrue(twin.plan().sections().isEmpty());
    }

    @Test
    void a_unit_that_a_package_of_the_plan_may_bring_is_restarted_once_it_is_there() throws IOException {
        twin.wish(present("nginx"));
        twin.wish(folder("/etc/nginx/sites", List.of("nginx.service")));
        var plan = twin.plan();

        assertTrue(
                ids(plan).contains("services.systemd/restart/nginx.service"),
                () -> ids(plan).toString());
        assertEquals(List.of(), blocked(plan));
        assertTrue(assertInstanceOf(RunResult.Finished.class, twin.apply()).succeeded());
    }

    @Test
    void a_unit_of_which_the_file_is_written_is_restarted_once_it_is_there() throws IOException {
        twin.wish(link("/etc/systemd/system/nope.service"));

        assertTrue(ids(twin.plan()).contains("services.systemd/restart/nope.service"));
    }

    @Test
    void a_file_of_another_unit_brings_it_not() throws IOException {
        twin.wish(link("/etc/systemd/system/other.service"));

        assertEquals(List.of("files.mirror/link//etc/systemd/system/other.service"), ids(twin.plan()));
    }

    @Test
    void what_is_said_of_a_declared_unit_that_is_not_there_is_said_once() throws IOException {
        twin.wish(wanted("nope.service", true, true));
        twin.wish(folder("/etc/nope", List.of("nope.service")));
        var plan = twin.plan();

        assertEquals(List.of("files.mirror/make-directory//etc/nope"), ids(plan));
        assertEquals(
                List.of(WAITS),
                plan.sections().stream()
                        .flatMap(section ->
                                section.later().stream().map(step -> section.plugin() + "/later/" + step.key()))
                        .toList());
        assertEquals(List.of(), blocked(plan));
    }

    @Test
    void a_unit_that_could_not_be_looked_at_is_not_called_missing() throws IOException {
        twin.wish(folder("/etc/nope", List.of("nope.service")));
        twin.services.fail("no systemd here");

        assertTrue(ids(twin.plan()).contains("services.systemd/restart/nope.service"));
    }

    @Test
    void a_snapshot_that_left_a_unit_out_does_not_make_it_missing() throws IOException {
        twin.snapshot();
        twin.services.put(service("nope.service", UnitFileState.STATIC, true));
        twin.wish(folder("/etc/nope", List.of("nope.service")));

        assertTrue(ids(twin.planOffline()).contains("services.systemd/restart/nope.service"));
    }

    @Test
    void a_unit_that_is_named_by_two_of_its_names_is_restarted_once_by_its_own() throws IOException {
        twin.services.put(service("ssh.service", UnitFileState.ENABLED, true));
        twin.services.put(anotherNameOf("ssh.service", "sshd.service"));
        twin.wish(folder("/etc/one", List.of("sshd.service")), folder("/etc/two", List.of("ssh.service")));
        var plan = twin.plan();

        assertEquals(
                List.of(
                        "files.mirror/make-directory//etc/one",
                        "files.mirror/make-directory//etc/two",
                        "services.systemd/restart/ssh.service"),
                ids(plan));
        assertEquals(
                List.of("files.mirror/make-directory//etc/one", "files.mirror/make-directory//etc/two"),
                plan.sections().getLast().actions().getFirst().requires().stream()
                        .sorted()
                        .toList());
        assertTrue(assertInstanceOf(RunResult.Finished.class, twin.apply()).succeeded());
    }

    @Test
    void by_one_of_two_other_names_where_its_own_was_not_looked_at_and_by_the_only_one() throws IOException {
        twin.services.put(anotherNameOf("ssh.service", "openssh.service"));
        twin.services.put(anotherNameOf("ssh.service", "sshd.service"));
        twin.wish(folder("/etc/one", List.of("sshd.service")));
        assertTrue(ids(twin.plan()).contains("services.systemd/restart/sshd.service"));

        twin.wish(folder("/etc/one", List.of("sshd.service")), folder("/etc/two", List.of("openssh.service")));
        var ids = ids(twin.plan());
        assertTrue(ids.contains("services.systemd/restart/openssh.service"), ids::toString);
        assertFalse(ids.contains("services.systemd/restart/sshd.service"), ids::toString);
    }

    @Test
    void a_unit_that_is_to_stand_still_notices_nothing_by_another_name_either() throws IOException {
        twin.services.put(service("ssh.service", UnitFileState.ENABLED, true));
        twin.services.put(anotherNameOf("ssh.service", "sshd.service"));
        twin.wish(wanted("ssh.service", true, false));
        twin.wish(folder("/etc/one", List.of("sshd.service")));

        assertEquals(
                List.of("files.mirror/make-directory//etc/one", "services.systemd/stop/ssh.service"), ids(twin.plan()));
    }

    @Test
    void nor_does_one_that_is_declared_by_another_name_to_stand_still() throws IOException {
        twin.services.put(service("ssh.service", UnitFileState.ENABLED, true));
        twin.services.put(anotherNameOf("ssh.service", "sshd.service"));
        twin.wish(wanted("sshd.service", true, false));
        for (String named : List.of("ssh.service", "sshd.service")) {
            twin.wish(folder("/etc/one", List.of(named)));
            assertEquals(List.of("files.mirror/make-directory//etc/one"), ids(twin.plan()), named);
        }
    }

    @Test
    void nor_is_it_started_where_it_failed() throws IOException {
        twin.services.put(service("web.service", UnitFileState.ENABLED, true));
        twin.services.put(anotherNameOf("web.service", "www.service"));
        failAtRestart();
        assertEquals(List.of("services.systemd/start/web.service"), ids(twin.plan()), "as long as nobody declares it");

        twin.wish(wanted("www.service", true, false));
        assertEquals(List.of(), ids(twin.plan()));
        twin.wish(folder("/etc/web"), folder("/etc/changed"));
        assertEquals(List.of("files.mirror/make-directory//etc/changed"), ids(twin.plan()));
    }

    private static LiveService anotherNameOf(String unit, String alias) {
        return new LiveService(
                new UnitName(alias),
                UnitScope.SYSTEM,
                Optional.of(UnitFileState.ALIAS),
                Optional.empty(),
                Activation.STEADY,
                List.of(),
                Optional.of(new UnitName(unit)),
                UnitPlace.SHIPPED);
    }

    private void failAtRestart() throws IOException {
        twin.services.put(service("web.service", UnitFileState.ENABLED, true));
        twin.broken.add("web.service");
        twin.wish(folder("/etc/web"));
        twin.plan();
        assertFalse(assertInstanceOf(RunResult.Finished.class, twin.apply()).succeeded());
        twin.now = twin.now.plusSeconds(60);
    }

    @Test
    void a_restart_that_failed_is_not_forgotten() throws IOException {
        failAtRestart();
        var plan = twin.plan();

        assertEquals(List.of("services.systemd/start/web.service"), ids(plan));
        assertEquals(
                "must notice what is declared, and it failed: exit-code",
                plan.sections().getFirst().actions().getFirst().why());
        assertFalse(assertInstanceOf(RunResult.Finished.class, twin.apply()).succeeded());
        assertEquals(List.of("services.systemd/start/web.service"), ids(twin.plan()));
    }

    @Test
    void once_a_failed_service_is_started_nothing_is_left_to_do() throws IOException {
        failAtRestart();
        twin.broken.clear();
        twin.plan();

        assertTrue(assertInstanceOf(RunResult.Finished.class, twin.apply()).succeeded());
        assertTrue(twin.plan().sections().isEmpty());
    }

    @Test
    void a_failed_service_is_started_and_not_restarted_once_its_file_is_mended() throws IOException {
        failAtRestart();
        twin.broken.clear();
        twin.wish(folder("/etc/web"), folder("/etc/mended"));
        var plan = twin.plan();

        assertEquals(
                List.of("files.mirror/make-directory//etc/mended", "services.systemd/start/web.service"), ids(plan));
        assertEquals(
                List.of("files.mirror/make-directory//etc/mended"),
                plan.sections().getLast().actions().getFirst().requires());
    }

    @Test
    void a_failed_service_that_is_declared_not_to_run_or_that_nothing_notifies_is_left_alone() throws IOException {
        failAtRestart();
        twin.failed.add("other.service");
        twin.services.put(service("other.service", UnitFileState.ENABLED, false));
        twin.wish(wanted("web.service", true, false));

        assertTrue(twin.plan().sections().isEmpty());
    }

    @Test
    void a_failed_service_that_is_declared_not_to_run_is_left_alone_by_a_change() throws IOException {
        failAtRestart();
        twin.wish(wanted("web.service", true, false));
        twin.wish(folder("/etc/web"), folder("/etc/changed"));

        assertEquals(List.of("files.mirror/make-directory//etc/changed"), ids(twin.plan()));
        assertTrue(assertInstanceOf(RunResult.Finished.class, twin.apply()).succeeded());
    }

    @Test
    void a_failed_service_that_is_declared_masked_is_masked_and_not_started() throws IOException {
        failAtRestart();
        twin.wish(masked("web.service", true));

        assertEquals(List.of("services.systemd/mask/web.service"), ids(twin.plan()));
        twin.wish(folder("/etc/web"), folder("/etc/changed"));
        assertEquals(
                List.of("services.systemd/mask/web.service", "files.mirror/make-directory//etc/changed"),
                ids(twin.plan()).stream().sorted(Comparator.reverseOrder()).toList());
    }

    @Test
    void a_service_that_the_same_plan_stops_is_not_restarted() throws IOException {
        twin.services.put(service("web.service", UnitFileState.ENABLED, true));
        twin.wish(wanted("web.service", true, false));
        twin.wish(folder("/etc/web"));

        assertEquals(
                Set.of("files.mirror/make-directory//etc/web", "services.systemd/stop/web.service"),
                Set.copyOf(ids(twin.plan())));
    }

    @Test
    void a_service_that_is_masked_is_not_restarted_and_one_that_is_unmasked_is() throws IOException {
        twin.services.put(service("web.service", UnitFileState.MASKED, false));
        twin.wish(folder("/etc/web"));
        assertEquals(List.of("files.mirror/make-directory//etc/web"), ids(twin.plan()));

        twin.wish(masked("web.service", false));
        assertTrue(ids(twin.plan()).contains("services.systemd/restart/web.service"));
    }

    @Test
    void a_service_that_runs_behind_a_mask_is_blocked_where_it_must_notice_a_change() throws IOException {
        twin.services.put(service("web.service", UnitFileState.MASKED, true));
        twin.wish(folder("/etc/web"));
        var plan = twin.plan();

        assertEquals(List.of("files.mirror/make-directory//etc/web"), ids(plan));
        assertEquals(
                List.of(
                        "web.service: it is masked, and systemd restarts nothing that is masked; declare masked: false, or"
                                + " masked: true if it is to go on as it is; it was to notice"
                                + " files.mirror/make-directory//etc/web, which does without it"),
                blocked(plan));
        assertTrue(assertInstanceOf(RunResult.Finished.class, twin.apply()).succeeded());
        assertTrue(twin.plan().sections().isEmpty());
    }

    @Test
    void a_service_that_runs_behind_a_mask_is_blocked_whatever_else_is_wished_of_it() throws IOException {
        twin.services.put(service("web.service", UnitFileState.MASKED, true));
        twin.wish(folder("/etc/web"));
        twin.wish(wanted("web.service", true, true));
        assertEquals(List.of("files.mirror/make-directory//etc/web"), ids(twin.plan()));
        assertEquals(2, blocked(twin.plan()).size(), "its wish, and what it does not notice");
        twin.wish(new DesiredService(
                new UnitName("web.service"), UnitScope.SYSTEM, Optional.of(false), Optional.empty(), Optional.empty()));
        assertEquals(List.of("files.mirror/make-directory//etc/web"), ids(twin.plan()));
    }

    @Test
    void a_service_that_runs_behind_a_mask_is_restarted_once_it_is_unmasked_and_left_alone_where_it_is_to_be_masked()
            throws IOException {
        twin.services.put(service("web.service", UnitFileState.MASKED, true));
        twin.wish(folder("/etc/web"));
        twin.wish(masked("web.service", false));
        assertEquals(
                List.of(
                        "files.mirror/make-directory//etc/web",
                        "services.systemd/unmask/web.service",
                        "services.systemd/restart/web.service"),
                ids(twin.plan()).stream()
                        .sorted(Comparator.comparing((String id) -> id.startsWith("services"))
                                .thenComparing(id -> id.contains("restart")))
                        .toList());
        twin.wish(masked("web.service", true));
        assertEquals(List.of("files.mirror/make-directory//etc/web"), ids(twin.plan()));
        assertEquals(List.of(), blocked(twin.plan()));
    }

    @Test
    void a_service_that_runs_without_its_unit_file_is_blocked_unless_the_plan_may_bring_that() throws IOException {
        twin.services.put(service("web.service", UnitFileState.NO_FILE, true));
        twin.wish(folder("/etc/web"));
        assertEquals(List.of("files.mirror/make-directory//etc/web"), ids(twin.plan()));
        assertTrue(blocked(twin.plan()).getFirst().startsWith("web.service: it runs without a unit file"));

        twin.wish(
                folder("/etc/web"),
                new DesiredFile.Symlink(
                        new TargetPath("/etc/systemd/system/web.service"), new LinkTarget("/opt/unit"), List.of()));
        assertTrue(ids(twin.plan()).contains("services.systemd/restart/web.service"));
        assertEquals(List.of(), blocked(twin.plan()));
    }

    @Test
    void a_template_cannot_be_restarted_and_is_blocked() throws IOException {
        twin.services.put(service("toy@.service", UnitFileState.DISABLED, false));
        twin.wish(folder("/etc/toy", List.of("toy@.service")));
        assertEquals(List.of("files.mirror/make-directory//etc/toy"), ids(twin.plan()));
        assertTrue(blocked(twin.plan()).getFirst().contains("as toy@NAME.service"));
    }

    @Test
    void a_unit_that_is_not_there_and_is_to_be_stopped_has_nothing_to_notice() throws IOException {
        twin.wish(wanted("web.service", false, false));
        twin.wish(folder("/etc/web"));

        assertEquals(List.of("files.mirror/make-directory//etc/web"), ids(twin.plan()));
        assertEquals(List.of(), blocked(twin.plan()));
    }

    private static DesiredService masked(String name, boolean masked) {
        return new DesiredService(
                new UnitName(name), UnitScope.SYSTEM, Optional.empty(), Optional.empty(), Optional.of(masked));
    }

    @Test
    void a_failed_service_that_is_declared_to_run_is_started_once() throws IOException {
        failAtRestart();
        twin.wish(wanted("web.service", true, true));

        assertEquals(List.of("services.systemd/start/web.service"), ids(twin.plan()));
    }

    @Test
    void a_failed_service_that_is_selected_is_started_also_where_what_it_must_notice_is_not() throws IOException {
        failAtRestart();
        twin.wish(wanted("other.service", true, false));

        assertEquals(List.of("services.systemd/start/web.service"), ids(twin.plan("services")));
    }

    @Test
    void a_failed_service_is_left_alone_where_it_or_what_it_must_notice_is_ignored() throws IOException {
        failAtRestart();
        for (String ignored : List.of("services:web.service", "files:/etc/web")) {
            twin.ignored = new Ignored(List.of(ignored));
            assertTrue(twin.plan().sections().isEmpty(), ignored);
        }
    }

    @Test
    void a_failed_service_is_not_started_where_what_it_must_notice_is_not_selected() throws IOException {
        failAtRestart();
        twin.wish(present("git"));

        assertEquals(List.of("packages.debian/install/git"), ids(twin.plan("packages")));
    }

    @Test
    void undo_of_a_start_after_a_failure_stops_it_again_and_starts_nothing_else() throws IOException {
        failAtRestart();
        twin.broken.clear();
        twin.plan();
        twin.apply();
        twin.undo();
        twin.apply();

        assertEquals(List.of(service("web.service", UnitFileState.ENABLED, false)), twin.services.things());
    }

    private static DesiredFile link(String path) {
        return new DesiredFile.Symlink(new TargetPath(path), new LinkTarget("/opt/unit"), List.of("nope.service"));
    }

    private static List<String> ids(Plan plan) {
        return plan.sections().stream().flatMap(NoticeTest::ids).toList();
    }

    private static Stream<String> ids(Section<?, ?, ?> section) {
        return section.actions().stream().map(planned -> section.id(planned.action()));
    }

    private static List<String> blocked(Plan plan) {
        return plan.sections().stream()
                .flatMap(section -> section.blocked().stream())
                .map(step -> step.key() + ": " + step.reason())
                .toList();
    }
}
