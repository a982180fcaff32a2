package dev.twinsync.cli.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.CommandRun;
import dev.twinsync.cli.catalog.Catalog;
import dev.twinsync.cli.catalog.OwnDescriptors;
import dev.twinsync.cli.catalog.Templates;
import dev.twinsync.domain.plugin.PluginDescriptor;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.git.yaml.YamlTree;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code twin plugins}, and what every command makes of {@code plugins/}. */
class PluginsCommandTest {

    @TempDir
    private Path folder;

    private Path device;
    private GitTwinRepo repo;

    @BeforeEach
    void repository() throws IOException {
        device = folder.resolve("device");
        repo = new GitTwinRepo(device, folder, (_, _) -> List.of());
        var files = Templates.all();
        repo.create(files);
        repo.commit("made", files.keySet());
    }

    private CommandRun twin(String command) {
        return CommandRun.in(device, command);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(device.resolve(path).getParent());
        Files.writeString(device.resolve(path), text);
    }

    static Iterable<String> names() {
        return Catalog.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_descriptor_that_a_repository_gets_says_what_the_catalog_says(String name) {
        var own = new OwnDescriptors();
        assertEquals(
                new Reading.Value<>(own.descriptor(name)),
                YamlTree.read("plugin.yaml", own.text(name)).then(PluginDescriptor.SHAPE::read));
    }

    @Test
    void all_are_on_in_a_new_repository_and_all_is_in_order() {
        var list = twin("plugins list --output json");
        assertEquals(0, list.exit(), list::toString);
        Catalog.names()
                .forEach(name -> assertTrue(list.out().contains("\"plugin\": \"" + name + "\""), list::toString));
        assertFalse(list.out().contains("\"on\": false"), list::toString);
        var check = twin("plugins check");
        assertEquals("plugins/ is in order.\n", check.out(), check::toString);
        assertEquals(0, twin("config validate").exit());
    }

    @Test
    void one_whose_descriptor_was_taken_away_is_off_for_every_command() throws IOException {
        Files.delete(device.resolve("plugins/packages.debian/plugin.yaml"));
        var list = twin("plugins list");
        assertTrue(list.out().contains("off: plugins/packages.debian/plugin.yaml was taken away"), list::toString);
        var status = twin("status --offline");
        assertFalse(status.out().contains("packages.debian"), status::toString);
        assertTrue(status.out().contains("files.mirror"), status::toString);
        assertEquals(0, twin("plugins renew packages.debian").exit());
        assertTrue(twin("status --offline").out().contains("packages.debian"));
    }

    @Test
    void one_that_is_younger_than_the_repository_is_on_and_the_list_says_how_to_have_its_descriptor()
            throws IOException {
        var older = new GitTwinRepo(folder.resolve("older"), folder, SecretGate.SHUT);
        var files = Templates.all();
        files.keySet().removeIf(path -> path.startsWith("plugins/cron.user/"));
        older.create(files);
        device = older.root();
        var list = twin("plugins list");
        assertTrue(list.out().contains("on (this repository has no plugins/cron.user/plugin.yaml"), list::toString);
        assertTrue(list.out().contains("twin plugins renew --repo " + device + " cron.user"), list::toString);
        assertTrue(twin("status --offline").out().contains("cron.user"));
    }

    @Test
    void without_the_folder_all_of_twins_own_are_on() throws IOException {
        var bare = new GitTwinRepo(folder.resolve("bare"), folder, SecretGate.SHUT);
        var files = Templates.all();
        files.keySet().removeIf(path -> path.startsWith("plugins/"));
        bare.create(files);
        device = bare.root();
        assertFalse(twin("plugins list --output json").out().contains("\"on\": false"));
    }

    @Test
    void a_descriptor_of_the_predecessor_is_read_as_the_built_in_of_the_same_name() throws IOException {
        write("plugins/packages.debian/plugin.yaml", """
                name: "packages.debian"
                kind: "config" # or "logs"
                provides:
                  state_fragments:
                    - "packages"
                dependencies: []
                entrypoint: "twin_plugins.packages_debian:DebianPackagesPlugin"
                """);
        var run = twin("plugins describe packages.debian");
        assertEquals(0, run.exit(), run::toString);
        assertTrue(run.out().contains("its work is done by twin itself"), run::toString);
        assertTrue(twin("status --offline").out().contains("packages.debian"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name: cron.usr       | plugin.yaml:1:7  | the plugin is called "cron.usr", and its folder "cron.user"
                    kind: logs           | plugin.yaml:2:7  | cron.user is not of this kind
                    kind: konfig         | plugin.yaml:2:7  | did you mean "config"?
                    provides: {state_fragments: [packages]} | plugin.yaml:3:11 | cron.user does not provide this
                    provides: {}         | plugin.yaml:3:11 | a plugin provides something
                    dependencies: [packages.debain] | plugin.yaml:4:15 | did you mean "packages.debian"?
                    dependencies: [desktop.kde] | plugin.yaml:4:15 | cron.user depends on desktop.kde, which is off
                    dependencies: [cron.user] | plugin.yaml:1:1 | cron.user cannot depend on itself
                    entrypoint: builtin:cron.users | plugin.yaml:5:13 | did you mean "cron.user"?
                    entrypoint: builtin:files.mirror | plugin.yaml:5:13 | is the plugin files.mirror, not cron.user
                    entrypoint: exec:cron | plugin.yaml:5:13 | cron.user is a plugin of twin itself
                    entrypoint: exec:../cron | plugin.yaml:5:13 | is not the name of a program
                    entrypoint: /bin/sh  | plugin.yaml:5:13 | starts nothing
                    root: true           | plugin.yaml:1:1  | root: true is for plugins of other people
                    colour: red          | plugin.yaml:6:1  | unknown key "colour"
                    """)
    void what_is_wrong_is_told_with_its_place_and_stops_every_command(String line, String place, String words)
            throws IOException {
        write("config.yaml", "disabled_plugins: [desktop.kde]\n");
        var descriptor = """
                name: cron.user
                kind: config
                provides: {state_fragments: [cron]}
                dependencies: []
                entrypoint: builtin:cron.user
                """;
        var key = line.substring(0, line.indexOf(':') + 1);
        var changed = descriptor.contains("\n" + key) || descriptor.startsWith(key)
                ? descriptor.replaceAll("(?m)^" + key + ".*$", line.strip())
                : descriptor + line.strip() + "\n";
        write("plugins/cron.user/plugin.yaml", changed);
        for (String command : new String[] {"plugins check", "plugins list", "status --offline", "config validate"}) {
            var run = twin(command);
            assertEquals(1, run.exit(), run::toString);
            assertTrue(run.err().contains("plugins/cron.user/" + place), run::toString);
            assertTrue(run.err().contains(words), run::toString);
            assertTrue(run.showsEverything());
        }
    }

    @Test
    void a_plugin_that_there_is_not_is_told_with_its_place() throws IOException {
        write(
                "plugins/mine.own/plugin.yaml",
                "name: mine.own\nkind: config\nprovides: {state_fragments: [x]}\nentrypoint: twin_plugins.mine:Own\n");
        var run = twin("plugins list");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(
                run.err().contains("plugins/mine.own/plugin.yaml:4:13 twin has no built-in plugin \"mine.own\""),
                run::toString);
    }

    @Test
    void a_schema_that_says_something_else_is_told_with_its_place_and_renewed() throws IOException {
        var schema = device.resolve("plugins/cron.user/schema.yaml");
        Files.writeString(schema, Files.readString(schema).replaceFirst("type: string", "type: integer"));
        var run = twin("plugins check");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.err().contains("plugins/cron.user/schema.yaml:"), run::toString);
        assertTrue(run.err().contains("twin plugins renew --repo " + device + " cron.user"), run::toString);
        var renewed = twin("plugins renew");
        assertEquals(0, renewed.exit(), renewed::toString);
        assertEquals(0, twin("plugins check").exit());
        assertTrue(repo.uncommitted(Set.of("plugins")).isEmpty());
    }

    @Test
    void a_schema_that_is_missing_or_no_yaml_is_told() throws IOException {
        Files.delete(device.resolve("plugins/cron.user/schema.yaml"));
        write("plugins/files.mirror/schema.yaml", "a: [\n");
        var run = twin("plugins check");
        assertTrue(run.err().contains("plugins/cron.user/schema.yaml is missing"), run::toString);
        assertTrue(run.err().contains("plugins/files.mirror/schema.yaml:"), run::toString);
    }

    @Test
    void a_plugin_that_is_asked_for_by_no_name_of_one_is_told_with_what_was_meant() {
        var run = twin("plugins describe packages.debain");
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("did you mean \"packages.debian\"?"), run::toString);
    }
}
