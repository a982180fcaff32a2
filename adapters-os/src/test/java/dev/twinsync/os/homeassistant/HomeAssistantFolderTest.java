package dev.twinsync.os.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.domain.homeassistant.ConfigFileAction.Reload;
import dev.twinsync.domain.homeassistant.ConfigFileAction.Restart;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.domain.homeassistant.CoreService;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeAssistantFolderTest {

    private static final Result NO_ENGINE = new Result.Ended(1, new byte[0], "no such container".getBytes());

    @TempDir
    private Path folder;

    private House house;
    private Map<String, String> before;

    @BeforeEach
    void furnish() throws IOException {
        house = House.furnished(folder);
        house.put("secrets.yaml", "wifi: not for you\n");
        before = house.content();
    }

    private static String takenBack(Attempt attempt) {
        return assertInstanceOf(Attempt.TakenBack.class, attempt).why();
    }

    private static String refused(Attempt attempt) {
        return assertInstanceOf(Attempt.Refused.class, attempt).reason();
    }

    private static void assertSays(String said, String... parts) {
        List.of(parts).forEach(part -> assertTrue(said.contains(part), said));
    }

    private void assertUntouched() throws IOException {
        assertEquals(before, house.content());
        assertFalse(house.isPending());
    }

    @Test
    void all_files_are_written_between_two_checks() throws IOException {
        var attempt = house.apply(
                house.sync("automations.yaml", "- id: a\n"),
                house.sync("packages/new.yaml", "x:\n"),
                House.remove("configuration.yaml"));
        assertEquals(new Attempt.Ran(), attempt);
        assertEquals(2, house.checks());
        assertEquals(
                Map.of(
                        "automations.yaml",
                        "- id: a\n",
                        "packages/new.yaml",
                        "x:\n",
                        "secrets.yaml",
                        before.get("secrets.yaml")),
                house.content());
        assertFalse(house.isPending());
    }

    @Test
    void a_file_keeps_its_mode_and_a_new_one_is_as_open_as_its_folder() throws IOException {
        Files.setPosixFilePermissions(house.at("automations.yaml"), PosixFilePermissions.fromString("rw-rw----"));
        Files.createDirectory(house.at("packages"));
        Files.setPosixFilePermissions(house.at("packages"), PosixFilePermissions.fromString("rwxr-x---"));
        house.apply(
                house.sync("automations.yaml", "x:\n"),
                house.sync("packages/a.yaml", "a:\n"),
                house.sync("b.yaml", "b:\n"));
        assertEquals("rw-rw----", mode("automations.yaml"));
        assertEquals("rw-r-----", mode("packages/a.yaml"));
        assertEquals("rw-r--r--", mode("b.yaml"));
    }

    private String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(house.at(path)));
    }

    @Test
    void the_folder_itself_is_never_exchanged() throws IOException {
        var key = Files.getAttribute(house.config, "unix:ino");
        house.apply(house.sync("automations.yaml", "x:\n"), house.sync("packages/a.yaml", "a:\n"));
        assertEquals(key, Files.getAttribute(house.config, "unix:ino"));
    }

    @Test
    void a_broken_configuration_is_not_left_in_place() throws IOException {
        var why = takenBack(house.apply(
                house.sync("automations.yaml", House.BROKEN),
                house.sync("packages/deep/new.yaml", "x:\n"),
                House.remove("configuration.yaml")));
        assertSays(why, "does not find the changed configuration sound", "automation: broken", "sound again");
        assertUntouched();
        assertFalse(Files.exists(house.at("packages")));
        assertEquals(3, house.checks());
    }

    @Test
    void what_was_removed_comes_back_as_it_was() throws IOException {
        Files.setPosixFilePermissions(house.at("automations.yaml"), PosixFilePermissions.fromString("rw-------"));
        takenBack(house.apply(House.remove("automations.yaml"), house.sync("b.yaml", House.BROKEN)));
        assertUntouched();
        assertEquals("rw-------", mode("automations.yaml"));
    }

    @Test
    void nothing_is_written_where_the_check_cannot_be_made() throws IOException {
        house.checks.put(1, NO_ENGINE);
        assertSays(
                refused(house.apply(house.sync("automations.yaml", "x:\n"))),
                "could not be checked",
                "no such container");
        assertUntouched();
    }

    @Test
    void what_cannot_be_checked_afterwards_goes_back() throws IOException {
        house.checks.put(2, NO_ENGINE);
        assertSays(
                takenBack(house.apply(house.sync("automations.yaml", "x:\n"))), "could not be checked", "sound again");
        assertUntouched();
    }

    @Test
    void a_check_that_does_not_end_is_no_sound_configuration() throws IOException {
        house.checks.put(2, new Result.TimedOut(Duration.ofMinutes(10)));
        house.checks.put(3, new Result.TimedOut(Duration.ofMinutes(10)));
        assertSays(
                takenBack(house.apply(house.sync("automations.yaml", "x:\n"))),
                "did not end within 600 s",
                "could not be checked");
        assertUntouched();
    }

    @Test
    void a_complaint_of_the_reader_of_yaml_counts_though_the_script_ends_well() throws IOException {
        house.checks.put(2, House.ended(0, "ERROR:homeassistant.util.yaml:duplicate key\n"));
        assertSays(takenBack(house.apply(house.sync("automations.yaml", "x:\n"))), "duplicate key");
        assertUntouched();
    }

    @Test
    void a_configuration_that_was_broken_can_be_mended() throws IOException {
        house.put("automations.yaml", House.BROKEN);
        assertEquals(new Attempt.Ran(), house.apply(house.sync("automations.yaml", "x:\n")));
        assertEquals("x:\n", house.content().get("automations.yaml"));
    }

    @Test
    void one_that_was_broken_and_stays_so_is_left_as_it_was() throws IOException {
        house.put("automations.yaml", House.BROKEN);
        before = house.content();
        assertSays(takenBack(house.apply(house.sync("b.yaml", "x:\n"))), "did not find the configuration sound before");
        assertUntouched();
    }

    @Test
    void an_editor_that_was_faster_is_not_overwritten() throws IOException {
        house.meanwhile.put(1, () -> write("automations.yaml", "- id: from the editor\n"));
        assertSays(refused(house.apply(house.sync("automations.yaml", "x:\n"))), "changed by somebody else");
        assertEquals("- id: from the editor\n", house.content().get("automations.yaml"));
        assertFalse(house.isPending());
    }

    @Test
    void what_an_editor_wrote_meanwhile_is_not_taken_back() throws IOException {
        house.meanwhile.put(2, () -> write("automations.yaml", "- id: from the editor\n"));
        var why = takenBack(house.apply(house.sync("automations.yaml", "x:\n"), house.sync("b.yaml", House.BROKEN)));
        assertSays(why, "automations.yaml was changed by somebody else meanwhile and was left as it is");
        assertEquals("- id: from the editor\n", house.content().get("automations.yaml"));
        assertFalse(house.content().containsKey("b.yaml"));
    }

    private void write(String path, String text) {
        try {
            house.put(path, text);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void where_it_cannot_be_put_back_is_said_what_stands_there_and_it_is_tried_again() throws IOException {
        house.meanwhile.put(2, () -> house.loses = true);
        var reason = refused(house.apply(house.sync("automations.yaml", House.BROKEN), house.sync("b.yaml", "x:\n")));
        assertSays(reason, "not all of it could be put back", "automations.yaml holds the new content");
        assertTrue(house.isPending());

        house.loses = false;
        assertEquals(
                new Attempt.Ran(),
                house.files().mend(List.of(house.sync("automations.yaml", House.BROKEN)), house.progress()));
        assertUntouched();
    }

    @Test
    void content_that_is_missing_or_another_is_found_out_before_anything_is_done() throws IOException {
        var action = house.sync("b.yaml", "x:\n");
        house.wishes.clear();
        assertSays(refused(house.apply(house.sync("automations.yaml", "y:\n"), action)), "there is no");
        house.wishes.put(action.twinPath().text(), "another\n");
        assertSays(refused(house.apply(action)), "not the one that the plan was made for");
        assertUntouched();
        assertEquals(0, house.checks());
    }

    @Test
    void a_private_key_is_not_written() throws IOException {
        assertSays(refused(house.apply(house.sync("b.yaml", "-----BEGIN PRIVATE KEY-----\n"))), "private key");
        assertUntouched();
    }

    @Test
    void a_link_is_neither_followed_nor_replaced() throws IOException {
        var outside = Files.writeString(folder.resolve("outside"), "outside\n");
        Files.createSymbolicLink(house.at("linked.yaml"), outside);
        Files.createSymbolicLink(house.at("packages"), Files.createDirectory(folder.resolve("elsewhere")));
        before = house.content();
        assertSays(refused(house.apply(house.sync("linked.yaml", "x:\n"))), "symbolic link");
        assertSays(refused(house.apply(house.sync("packages/a.yaml", "x:\n"))), "symbolic link");
        assertSays(refused(house.apply(House.remove("linked.yaml"))), "symbolic link");
        assertUntouched();
        assertEquals("outside\n", Files.readString(outside));
        try (var entries = Files.list(folder.resolve("elsewhere"))) {
            assertEquals(0, entries.count());
        }
        assertEquals(Set.of("linked.yaml", "packages/*"), house.gaps().keySet());
    }

    @Test
    void a_file_of_several_names_is_not_parted() throws IOException {
        Files.createLink(house.at("second"), house.at("automations.yaml"));
        before = house.content();
        assertSays(takenBack(house.apply(house.sync("automations.yaml", "x:\n"))), "2 names");
        assertUntouched();
    }

    @Test
    void what_a_person_wrote_is_seen_and_nothing_else_is() throws IOException {
        for (String path : List.of(
                "packages/heating.yaml",
                "blueprints/automation/x/y.yaml",
                "custom_templates/t.jinja",
                ".storage/auth.yaml",
                ".cloud/a.yaml",
                "custom_components/x/services.yaml",
                "esphome/secrets.yaml",
                "home-assistant_v2.db",
                "home-assistant.log",
                "www/big.yaml",
                "deps/a.yaml")) {
            house.put(path, "x: " + path + "\n");
        }
        assertEquals(
                Set.of(
                        "configuration.yaml",
                        "automations.yaml",
                        "packages/heating.yaml",
                        "blueprints/automation/x/y.yaml",
                        "custom_templates/t.jinja"),
                house.seenPaths());
        assertEquals(Map.of(), house.gaps());
        assertEquals(List.of(), house.started);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secrets.yaml", ".storage/auth", "esphome/secrets.yaml"})
    void secrets_are_not_seen_by_name_either(String key) throws IOException {
        house.put(key, "secret\n");
        var seen = assertInstanceOf(Observation.Seen.class, house.files().observe(new Scope.Only(Set.of(key))));
        assertEquals(List.of(), seen.live());
        assertEquals(1, seen.gaps().size());
    }

    @Test
    void what_cannot_be_recorded_is_a_gap() throws IOException {
        house.put("key.yaml", "a: |\n  -----BEGIN RSA PRIVATE KEY-----\n");
        house.put("huge.yaml", "x".repeat(StandingFile.MOST + 1));
        house.put("odd\nname.yaml", "x:\n");
        Files.createDirectory(house.at("folder.yaml"));
        assertEquals(
                Set.of("key.yaml", "huge.yaml", "odd\\u000aname.yaml"),
                house.gaps().keySet());
        assertThrows(IOException.class, () -> house.files().open(new ConfigPath("key.yaml")));
    }

    @Test
    void a_copy_of_the_secrets_is_a_gap_until_it_is_named() throws IOException {
        house.put("packages/secrets (copy).yaml", "wifi: not for you\n");
        assertEquals(Set.of("configuration.yaml", "automations.yaml"), house.seenPaths());
        assertSays(house.gaps().get("packages/secrets (copy).yaml"), "its name says", "name it in state/");
        var named = house.files().observe(new Scope.Everything(Set.of("packages/secrets (copy).yaml")));
        var seen = assertInstanceOf(Observation.Seen.class, named);
        assertEquals(3, seen.live().size());
        assertEquals(List.of(), seen.gaps());
    }

    @Test
    void a_declared_file_is_seen_wherever_it_is_below_the_folder() throws IOException {
        house.put("custom_components/mine/const.py", "A = 1\n");
        var found = house.files().observe(new Scope.Everything(Set.of("custom_components/mine/const.py", "gone.yaml")));
        var seen = assertInstanceOf(Observation.Seen.class, found);
        assertEquals(3, seen.live().size());
        assertEquals(List.of(), seen.gaps());
    }

    @Test
    void a_repository_below_the_folder_is_left_alone() throws IOException {
        house.put("twin/filesystem/home-assistant/automations.yaml", "x:\n");
        house.repository = house.at("twin");
        assertEquals(Set.of("configuration.yaml", "automations.yaml"), house.seenPaths());
        assertSays(refused(house.apply(house.sync("twin/state/files.yaml", "x:\n"))), "own repository");
    }

    @Test
    void files_are_one_transaction_and_what_follows_them_one_each() {
        var a = house.sync("a.yaml", "a");
        var b = House.remove("b.yaml");
        var restart = new Restart();
        var reload = new Reload(new CoreService("automation.reload"));
        assertEquals(
                List.of(List.of(a, b), List.of(restart), List.of(reload)),
                house.files().transactions(List.of(a, restart, b, reload)));
    }

    @Test
    void what_cannot_be_done_is_foretold() throws IOException {
        var missing = house.sync("a.yaml", "a");
        house.wishes.clear();
        var there = house.sync("b.yaml", "b");
        var reload = new Reload(new CoreService("automation.reload"));
        var forecast = house.files().forecast(List.of(missing, there, reload));
        assertEquals(Set.of("a.yaml", "automation.reload"), forecast.keySet());
        assertEquals(new Forecast.Impossible("no token"), forecast.get("automation.reload"));
    }

    /** Every moment at which another program is started, or something is kept or brought back, or progress is told. */
    @Test
    void a_kill_at_any_moment_leaves_what_mending_makes_sound() throws IOException {
        int kills = 0;
        for (int moment = 1; ; moment++) {
            var place = Files.createDirectory(folder.resolve("kill" + moment));
            house = new House(place);
            house.put("configuration.yaml", "default_config:\n");
            house.put("automations.yaml", "[]\n");
            house.killedAt = moment;
            before = house.content();
            var actions = List.<ConfigFileAction>of(
                    house.sync("automations.yaml", House.BROKEN),
                    house.sync("packages/new.yaml", "x:\n"),
                    House.remove("configuration.yaml"));
            try {
                house.files().apply(actions, house.progress());
                break;
            } catch (House.Killed _) {
                kills++;
            }
            assertMended(moment);
        }
        assertTrue(kills > 15, "only " + kills + " moments");
    }

    private void assertMended(int moment) throws IOException {
        house.killedAt = 0;
        var files = house.files();
        assertEquals(
                new Attempt.Ran(), files.mend(List.of(house.sync("automations.yaml", House.BROKEN)), house.progress()));
        assertTrue(house.isSound(), "not sound after a kill at " + moment);
        assertEquals(before, house.content(), "after a kill at " + moment);
        assertFalse(house.isPending());
    }
}
