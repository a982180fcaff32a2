package dev.twinsync.cli.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.catalog.OwnDescriptors;
import dev.twinsync.cli.wiring.ForeignPrograms;
import dev.twinsync.cli.wiring.TrustFile;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.plugins.ListedPlugin;
import dev.twinsync.flow.plugins.PluginFolder;
import dev.twinsync.flow.plugins.PluginList;
import dev.twinsync.flow.plugins.SwitchedOff;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.os.Self;
import dev.twinsync.os.doctor.Finding;
import dev.twinsync.os.doctor.Finding.Verdict;
import dev.twinsync.os.plugins.PluginFolders;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which programs of other people may be started. */
class TrustTest {

    private static final Path EXAMPLE = Path.of("").toAbsolutePath().getParent().resolve("examples/flatpak");

    @TempDir
    private Path temporary;

    private Path top;
    private Path program;
    private GitTwinRepo repo;
    private ForeignPrograms programs;

    @BeforeEach
    void furnish() throws IOException {
        top = temporary.toRealPath();
        permit(top, "rwxr-xr-x");
        program = Files.writeString(folder("plugins").resolve("twin-flatpak"), "#!/bin/sh\n");
        permit(program, "rwxr-xr-x");
        int self = Self.ofThisProcess().uid();
        programs = new ForeignPrograms(
                new PluginFolders(List.of(folder("of-root")), Optional.of(folder("plugins")), self, self, top),
                new TrustFile(folder("config"), self, top));
        repo = new GitTwinRepo(top.resolve("device"), top, SecretGate.SHUT);
        repo.create(Map.of("config.yaml", "disabled_plugins: []\n".getBytes(StandardCharsets.UTF_8)));
        for (String plugin : List.of("packages.flatpak", "packages.flatpak_system")) {
            describe(plugin, "schema.yaml");
            describe(plugin, "plugin.yaml");
        }
    }

    private Path folder(String name) throws IOException {
        var folder = Files.createDirectories(top.resolve(name));
        permit(folder, "rwxr-xr-x");
        return folder;
    }

    private static void permit(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private void describe(String plugin, String file) throws IOException {
        var path = "plugins/" + plugin + "/" + file;
        try (var text = Files.newInputStream(EXAMPLE.resolve(path))) {
            repo.store(path, text);
        }
    }

    private ListedPlugin plugin(String name) throws IOException {
        return plugins().find(name).orElseThrow();
    }

    private PluginList plugins() throws IOException {
        return switch (new PluginFolder(repo, new OwnDescriptors()).read(SwitchedOff.NONE)) {
            case Reading.Value<PluginList>(var list) -> list;
            case Reading.Wrong<PluginList>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private ListedPlugin flatpak() throws IOException {
        return plugin("packages.flatpak");
    }

    private String refusal(ListedPlugin plugin) {
        return assertThrows(IOException.class, () -> programs.trusted(plugin)).getMessage();
    }

    private void trust() throws IOException {
        programs.trust(flatpak(), programs.find(flatpak()));
    }

    @Test
    void nothing_is_started_before_it_is_trusted_and_then_it_is() throws IOException {
        assertTrue(refusal(flatpak()).contains("was never trusted; if you do: twin plugins trust packages.flatpak"));
        trust();
        assertEquals(program, programs.trusted(flatpak()).path());
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(top.resolve("config/plugins.yaml")));
    }

    @Test
    void doctor_tells_of_each_whether_it_is_started() throws IOException {
        var list = plugins();
        var before = new ProgramChecks(programs).of(list);
        assertEquals(
                List.of("plugin packages.flatpak", "plugin packages.flatpak_system"),
                before.stream().map(Finding::what).toList());
        assertTrue(before.getFirst().says().contains("was never trusted"), before::toString);
        assertEquals(Verdict.NOTE, before.getFirst().verdict());
        trust();
        assertEquals(
                Finding.ok("plugin packages.flatpak", "is started from " + program),
                new ProgramChecks(programs).of(list).getFirst());
    }

    @Test
    void each_machine_has_programs_of_its_own_to_be_trusted() throws IOException {
        trust();
        var other = new ForeignPrograms(
                programs.search(),
                programs.ofRoot(),
                programs.trust(),
                new ForeignPrograms.Site("@sha256:7", " --host alice@box"));
        assertTrue(assertThrows(IOException.class, () -> other.trusted(flatpak()))
                .getMessage()
                .endsWith("was never trusted; if you do: twin plugins trust packages.flatpak --host alice@box"));
        other.trust(flatpak(), other.find(flatpak()));
        assertEquals(program, other.trusted(flatpak()).path());
        Files.delete(top.resolve("config/plugins.yaml"));
        other.trust(flatpak(), other.find(flatpak()));
        assertTrue(refusal(flatpak()).contains("was never trusted"));
    }

    @Test
    void another_program_of_the_same_name_has_to_be_trusted_anew() throws IOException {
        trust();
        Files.writeString(program, "#!/bin/sh\necho\n");
        assertTrue(refusal(flatpak()).contains("is not the program that you trusted"));
        trust();
        assertEquals(program, programs.trusted(flatpak()).path());
    }

    @Test
    void another_schema_or_descriptor_has_to_be_trusted_anew() throws IOException {
        trust();
        for (String file : List.of("schema.yaml", "plugin.yaml")) {
            var path = top.resolve("device/plugins/packages.flatpak/" + file);
            Files.writeString(path, Files.readString(path) + "# more\n");
            assertTrue(refusal(flatpak()).contains("does not say what it said when you trusted"), file);
            describe("packages.flatpak", file);
            assertEquals(program, programs.trusted(flatpak()).path());
        }
    }

    @Test
    void what_needs_root_counts_in_roots_folders_only() throws IOException {
        var system = plugin("packages.flatpak_system");
        assertTrue(refusal(system).contains("is not in a folder of root's"));
        Files.copy(program, top.resolve("of-root/twin-flatpak"));
        permit(top.resolve("of-root/twin-flatpak"), "rwxr-xr-x");
        assertTrue(refusal(system).contains("was never trusted"));
        programs.trust(system, programs.find(system));
        assertTrue(programs.trusted(system).isOfRoot());
    }

    @Test
    void a_list_that_somebody_broke_is_told_with_its_line_and_what_to_do() throws IOException {
        trust();
        var list = top.resolve("config/plugins.yaml");
        Files.writeString(list, "trusted: {}\nmore: 1\n");
        assertTrue(refusal(flatpak()).contains(list + ":2:1 unknown key"), refusal(flatpak()));
        assertTrue(refusal(flatpak())
                .endsWith("take the file away and trust again what you trust: twin plugins trust NAME"));
        Files.delete(list);
        trust();
        assertEquals(program, programs.trusted(flatpak()).path());
    }

    @Test
    void a_list_that_others_can_read_or_write_does_not_count() throws IOException {
        trust();
        permit(top.resolve("config/plugins.yaml"), "rw-rw-rw-");
        assertTrue(refusal(flatpak()).contains("'s alone; run: "), refusal(flatpak()));
    }
}
