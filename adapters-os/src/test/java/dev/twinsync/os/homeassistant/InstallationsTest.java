package dev.twinsync.os.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.services.UnitId;
import dev.twinsync.os.Answer;
import dev.twinsync.os.homeassistant.Installation.Alone;
import dev.twinsync.os.homeassistant.Installation.Contained;
import dev.twinsync.os.homeassistant.Installation.Supervised;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationsTest {

    private static final String IMAGE = "hub.example/home-assistant/home-assistant:stable";
    private static final String SESSION = "/user.slice/user-1000.slice/session-1.scope";
    private static final int STRANGER = 4711;

    @TempDir
    private Path folder;

    private MachineBench bench;

    @BeforeEach
    void machine() throws IOException {
        bench = new MachineBench(folder);
    }

    private String reason(Optional<Path> chosen) {
        return ((Answer.None<Installation>) bench.seen().one(chosen)).reason();
    }

    private <T> T only(Class<T> kind) {
        assertEquals(1, bench.found().size());
        return assertInstanceOf(kind, bench.found().getFirst());
    }

    private static void assertSays(String said, String... parts) {
        List.of(parts).forEach(part -> assertTrue(said.contains(part), said));
    }

    @Test
    void nothing_is_started_on_a_machine_without_any_hint() {
        assertEquals("there is no Home Assistant on this machine", reason(Optional.empty()));
        assertEquals(List.of(), bench.commands.lines());
    }

    @Test
    void within_an_app_the_folder_is_mounted_and_the_token_tells_that_there_is_a_supervisor() throws IOException {
        var config = bench.configuration("/homeassistant");
        bench.configuration("/config");
        assertEquals(List.of(), bench.found());

        bench.environment.put("SUPERVISOR_TOKEN", "x");
        assertEquals(List.of(new Supervised(config, Optional.empty(), Optional.empty())), bench.found());
        assertEquals(List.of(), bench.commands.lines());
    }

    @Test
    void an_old_app_has_it_as_config() throws IOException {
        bench.environment.put("SUPERVISOR_TOKEN", "x");
        var config = bench.configuration("/config");
        assertEquals(config, only(Installation.class).folder());
    }

    @Test
    void a_host_of_the_supervisor_is_known_by_its_folder() throws IOException {
        var config = bench.configuration("/mnt/data/supervisor/homeassistant");
        assertEquals(List.of(new Supervised(config, Optional.empty(), Optional.empty())), bench.found());
    }

    @Test
    void where_the_supervisor_keeps_its_share_is_asked_of_the_engine() throws IOException {
        var config = bench.configuration("/data/elsewhere/homeassistant");
        bench.docker(
                MachineBench.inspected(
                        MachineBench.ID,
                        "homeassistant",
                        "hub.example/home-assistant/amd64-homeassistant:2026.8",
                        "/data/elsewhere/homeassistant"),
                MachineBench.inspected(
                        MachineBench.OTHER_ID,
                        "hassio_supervisor",
                        "hub.example/home-assistant/amd64-hassio-supervisor",
                        "/x"));
        var found = only(Supervised.class);
        assertEquals(config, found.folder());
        assertEquals(MachineBench.ID, found.core().orElseThrow().id());
        assertEquals("hassio_supervisor", found.supervisor().orElseThrow().name());
    }

    @Test
    void a_container_is_known_by_its_image_and_by_what_it_has_as_config() throws IOException {
        var config = bench.configuration("/srv/ha");
        bench.docker(
                MachineBench.inspected(MachineBench.ID, "ha", IMAGE, "/srv/ha"),
                MachineBench.inspected(MachineBench.OTHER_ID, "nodered", "nodered/node-red", "/srv/nodered"));
        assertEquals(
                List.of(new Contained(
                        config,
                        new FoundContainer(
                                ContainerEngine.DOCKER,
                                MachineBench.ID,
                                "ha",
                                true,
                                Optional.of(Instant.parse("2026-08-21T07:00:02.5Z"))))),
                bench.found());
    }

    @Test
    void a_container_that_runs_as_another_user_of_the_machine_is_no_program_of_the_machine() throws IOException {
        bench.process(
                7,
                bench.uid(),
                1,
                "/system.slice/docker-" + MachineBench.ID + ".scope",
                "python3",
                "-m",
                "homeassistant",
                "--config",
                "/config");
        assertEquals(List.of(), bench.found());
        assertSays(reason(Optional.empty()), "may not ask its engine");
    }

    @Test
    void a_unit_names_program_folder_and_user() throws IOException {
        var config = bench.configuration(bench.home() + "/.homeassistant");
        bench.process(
                        7,
                        bench.uid(),
                        1,
                        "/system.slice/system-ha.slice/ha@hass.service",
                        "/srv/ha/bin/python3",
                        "/srv/ha/bin/hass")
                .unit("ha@hass.service", 7, "hass", "/srv/ha/bin/hass");
        assertEquals(
                List.of(new Alone(
                        config,
                        List.of("/srv/ha/bin/hass"),
                        new Account(bench.uid() == 0 ? "root" : "hass", bench.uid()),
                        UnitId.of("ha@hass.service"),
                        OptionalInt.of(7))),
                bench.found());
    }

    @Test
    void a_unit_that_does_not_run_is_found_by_its_file() throws IOException {
        var config = bench.configuration("/data/ha");
        bench.write("/etc/systemd/system/ha@.service", "[Service]\nExecStart=/srv/ha/bin/hass -c /data/ha\n");
        Files.createDirectories(bench.place("/etc/systemd/system/multi-user.target.wants"));
        Files.createSymbolicLink(
                bench.place("/etc/systemd/system/multi-user.target.wants/ha@hass.service"),
                Path.of("/etc/systemd/system/ha@.service"));
        bench.unit("ha@hass.service", 0, "hass", "/srv/ha/bin/hass -c /data/ha");
        var found = only(Alone.class);
        assertEquals(config, found.folder());
        assertEquals(OptionalInt.empty(), found.pid());
        assertEquals(UnitId.of("ha@hass.service"), found.unit());
    }

    @Test
    void what_a_unit_starts_by_a_script_of_its_own_is_found_by_the_process() throws IOException {
        var config = bench.configuration("/data/ha");
        bench.process(7, bench.uid(), 1, "/system.slice/ha.service", "/bin/bash", "/srv/start-ha")
                .process(
                        8,
                        bench.uid(),
                        7,
                        "/system.slice/ha.service",
                        "/srv/ha/bin/python3",
                        "-m",
                        "homeassistant",
                        "-c",
                        "/data/ha")
                .unit("ha.service", 7, "hass", "/bin/bash /srv/start-ha");
        var found = only(Alone.class);
        assertEquals(config, found.folder());
        assertEquals(List.of("/srv/ha/bin/python3", "-m", "homeassistant"), found.program());
    }

    @Test
    void a_process_of_somebody_else_leads_nobody_to_a_folder() throws IOException {
        bench.configuration("/data/ha");
        bench.process(7, STRANGER, 1, SESSION, "/home/mallory/hass", "-c", "/data/ha");
        assertEquals(List.of(), bench.found());
        assertEquals(List.of(), bench.seenBy(0).find().installations());
    }

    /** A job of cron runs in the unit of cron, as whoever wrote it. */
    @Test
    void a_process_that_somebody_started_by_a_unit_of_the_machine_leads_nobody_to_a_folder() throws IOException {
        bench.configuration("/data/ha");
        bench.process(3, bench.uid(), 1, "/system.slice/cron.service", "/usr/sbin/cron")
                .process(7, STRANGER, 3, "/system.slice/cron.service", "/home/mallory/hass", "-c", "/data/ha")
                .unit("cron.service", 3, "", "/usr/sbin/cron -f");
        assertEquals(List.of(), bench.found());
        assertEquals(List.of(), bench.seenBy(0).find().installations());
    }

    @Test
    void a_unit_leads_root_to_no_folder_that_belongs_to_another_user_than_its_own() throws IOException {
        bench.configuration("/data/ha");
        bench.process(7, STRANGER, 1, "/system.slice/ha.service", "/srv/ha/bin/hass", "-c", "/data/ha")
                .unit("ha.service", 7, "mallory", "/bin/sh /srv/start");
        assertEquals(List.of(), bench.seenBy(0).find().installations());
    }

    @Test
    void a_group_that_a_user_made_below_a_unit_is_no_unit() throws IOException {
        bench.configuration("/data/ha");
        bench.process(7, STRANGER, 1, "/system.slice/web.service/ha.service", "/x/hass", "-c", "/data/ha")
                .unit("web.service", 3, "mallory", "/usr/bin/web")
                .unit("ha.service", 7, "mallory", "/x/hass -c /data/ha");
        assertEquals(List.of(), bench.seenBy(0).find().installations());
    }

    @Test
    void a_process_of_ones_own_is_found_with_its_unit() throws IOException {
        var config = bench.configuration("/data/ha");
        int me = bench.uid();
        bench.process(
                7,
                me,
                1,
                "/user.slice/user-" + me + ".slice/user@" + me + ".service/app.slice/ha.service",
                "/x/hass",
                "-c",
                "/data/ha");
        var found = only(Alone.class);
        assertEquals(config, found.folder());
        assertEquals("ha.service", found.unit().orElseThrow().name().text());
    }

    @Test
    void a_configuration_at_rest_is_found_where_it_usually_is() throws IOException {
        var config = bench.configuration(bench.home() + "/.homeassistant");
        assertEquals(config, only(Installation.class).folder());
    }

    @Test
    void the_script_that_checks_a_configuration_is_no_home_assistant() throws IOException {
        bench.configuration("/data/ha");
        bench.process(7, bench.uid(), 1, SESSION, "/x/hass", "--script", "check_config", "-c", "/data/ha");
        assertEquals(List.of(), bench.found());
    }

    @Test
    void one_folder_is_one_installation_whatever_tells_of_it() throws IOException {
        var config = bench.configuration("/mnt/data/supervisor/homeassistant");
        bench.docker(
                MachineBench.inspected(MachineBench.ID, "homeassistant", IMAGE, "/mnt/data/supervisor/homeassistant"));
        assertEquals(config, only(Supervised.class).folder());
    }

    @Test
    void of_several_one_has_to_be_chosen_and_only_what_was_found_can_be() throws IOException {
        var one = bench.configuration("/srv/ha");
        var other = bench.configuration("/data/ha");
        bench.docker(
                MachineBench.inspected(MachineBench.ID, "ha", IMAGE, "/srv/ha"),
                MachineBench.inspected(MachineBench.OTHER_ID, "test", IMAGE, "/data/ha"));
        assertSays(
                reason(Optional.empty()),
                one.toString(),
                other.toString(),
                "container ha",
                "container test",
                "config_dir");
        var given = assertInstanceOf(Answer.Given.class, bench.seen().one(Optional.of(other)));
        assertEquals(other, ((Installation) given.value()).folder());
        assertSays(reason(Optional.of(Path.of("/etc"))), "there is no Home Assistant in /etc", one.toString());
    }

    @Test
    void an_engine_that_does_not_answer_is_no_sign_that_there_is_nothing() throws IOException {
        bench.write("/run/docker.sock", "");
        bench.commands.answer("docker ps", 1, "", "Cannot connect to the Docker daemon");
        assertSays(reason(Optional.empty()), "not known", "Cannot connect to the Docker daemon");
    }
}
