package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.catalog.Templates;
import dev.twinsync.git.GitTwinRepo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code disabled_plugins} of config.yaml may name: what is wrong there is told with its line, as all else in that file. */
class DisabledPluginsTest {

    @TempDir
    private Path folder;

    private Path device;

    @BeforeEach
    void a_device() throws IOException {
        var repo = new GitTwinRepo(folder.resolve("device"), folder, (_, _) -> List.of());
        var files = Templates.all();
        repo.create(files);
        repo.commit("made", files.keySet());
        device = repo.root();
    }

    private CommandRun twin(String command) {
        return CommandRun.in(device, command);
    }

    private void says(String yaml) throws IOException {
        Files.writeString(device.resolve("config.yaml"), yaml);
    }

    private static String told(CommandRun run) {
        return run.out() + run.err();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'disabled_plugins: [cron.user, pakages.debian]\n'          | 1:31 | there is no plugin \"pakages.debian\"; did you mean \"packages.debian\"?",
                "'plan_valid_hours: 3\ndisabled_plugins:\n  - cron\n'       | 3:5  | there is no plugin \"cron\"; there are packages.debian, ",
                "'disabled_plugins:\n- \"logs.file\"\n'                     | 2:3  | did you mean \"logs.files\"?"
            })
    void a_plugin_that_there_is_not_is_told_with_its_line_and_with_what_was_meant(
            String yaml, String place, String remedy) throws IOException {
        says(yaml);
        for (String command : new String[] {"config validate", "status --offline", "plan"}) {
            var run = twin(command);
            assertEquals(1, run.exit(), run::toString);
            assertTrue(told(run).contains("config.yaml:" + place + " "), run::toString);
            assertTrue(told(run).contains(remedy), run::toString);
        }
    }

    private void cronNeedsKde() throws IOException {
        Files.writeString(device.resolve("plugins/cron.user/plugin.yaml"), """
                name: cron.user
                kind: config
                provides: {state_fragments: [cron]}
                dependencies: [desktop.kde]
                entrypoint: builtin:cron.user
                """);
    }

    @Test
    void a_plugin_that_others_need_is_told_at_both_places_with_the_ways_out() throws IOException {
        cronNeedsKde();
        says("disabled_plugins:\n  - desktop.kde\n");
        for (String command : new String[] {"config validate", "status --offline", "plugins list"}) {
            var run = twin(command);
            assertEquals(1, run.exit(), run::toString);
            assertTrue(
                    told(run)
                            .contains("config.yaml:2:5 desktop.kde cannot be off as long as cron.user, which depends on"
                                    + " it, is on: take it out of disabled_plugins, or put cron.user in, too"),
                    run::toString);
            assertTrue(told(run).contains("plugins/cron.user/plugin.yaml:4:15 "), run::toString);
        }
        says("disabled_plugins: [desktop.kde, cron.user]\n");
        assertEquals(0, twin("config validate").exit());
    }

    @Test
    void what_is_off_since_its_descriptor_was_taken_away_is_no_fault_of_the_configuration() throws IOException {
        cronNeedsKde();
        Files.delete(device.resolve("plugins/desktop.kde/plugin.yaml"));
        var run = twin("config validate");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(told(run).contains("plugins/cron.user/plugin.yaml:4:15 "), run::toString);
        assertFalse(told(run).contains("config.yaml"), run::toString);
    }

    @Test
    void for_programs_the_line_is_a_field_of_its_own() throws IOException {
        says("plan_valid_hours: 3\ndisabled_plugins: [cron]\n");
        var run = twin("config validate --output json");
        assertTrue(run.out().contains("\"line\": 2"), run::toString);
    }

    @Test
    void config_set_refuses_it_and_says_which_of_the_values_it_is() throws IOException {
        var before = Files.readString(device.resolve("config.yaml"));
        var run = twin("config set disabled_plugins [cron.user,cron.usr]");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(told(run).contains("disabled_plugins:1:12 "), run::toString);
        assertTrue(told(run).contains("did you mean \"cron.user\"?"), run::toString);
        assertEquals(before, Files.readString(device.resolve("config.yaml")));
        assertEquals(0, twin("config set disabled_plugins [cron.user]").exit());
    }
}
