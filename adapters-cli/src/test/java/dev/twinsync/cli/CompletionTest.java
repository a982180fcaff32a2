package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinsync.cli.manual.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** What the Tab key offers, asked of the shells themselves. */
class CompletionTest {

    private static final CommandLine TWIN = TwinMain.whole();

    @TempDir
    private Path folder;

    private Path script(Shell shell) throws IOException {
        return Files.writeString(folder.resolve("script"), shell.completion(TWIN));
    }

    private static List<String> run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.lines().toList();
    }

    private static boolean isInstalled(Shell shell) {
        return Stream.of("/bin", "/usr/bin").anyMatch(place -> Files.isExecutable(Path.of(place, shell.name())));
    }

    /** @param line as bash parts it into words; the last one is what stands before the cursor */
    private List<String> offeredByBash(String line) throws IOException, InterruptedException {
        var ask = """
                . "$1"
                shift
                COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
                _twin
                [[ ${#COMPREPLY[@]} -eq 0 ]] || printf '%s\\n' "${COMPREPLY[@]}"
                """;
        var command = Stream.concat(
                Stream.of("bash", "-c", ask, "bash", script(Shell.bash).toString()), Stream.of(line.split(" ", -1)));
        return run(command.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "twin appl, apply",
        "'twin config fs ', add remove list",
        "twin config f, fs",
        "twin apply --resu, --resume",
        "'twin plan --output ', text json markdown",
        "twin plan --output = js, json",
        "twin --output json stat, status",
        "twin plan --only config --offl, --offline",
        "twin time-machine --rep, --repo",
        "twin help migr, migrate",
        "'twin completion ', bash zsh fish",
        "twin migrate /etc/passw, /etc/passwd",
        "twin plan --repo /etc/passw, /etc/passwd",
        "twin plan --repo = /etc/passw, /etc/passwd",
        "'twin config set ', --repo --output -v",
    })
    void bash_offers(String line, String offered) throws IOException, InterruptedException {
        var all = offeredByBash(line);
        assertTrue(all.containsAll(List.of(offered.split(" "))), all::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "'twin plan --only ', ''",
        "twin work, ''",
        "twin manu, ''",
        "twin plan conf, ''",
        "twin nonsense config fs x, ''"
    })
    void bash_offers_nothing_where_nothing_is_known(String line, String nothing)
            throws IOException, InterruptedException {
        assertEquals(nothing, String.join(" ", offeredByBash(line)));
    }

    @Test
    void fish_offers() throws IOException, InterruptedException {
        assumeTrue(isInstalled(Shell.fish));
        var script = script(Shell.fish).toString();
        for (String line : List.of("twin appl", "twin --output json appl")) {
            var offered = run("fish", "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", script, line);
            assertTrue(
                    offered.stream()
                            .anyMatch(word -> word.startsWith("apply\tDo what the plan says")
                                    || word.startsWith("apply\tDo what plan/latest.yaml says")),
                    offered::toString);
        }
        var values = run(
                "fish", "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", script, "twin plan --output j");
        assertTrue(values.getFirst().startsWith("json"), values::toString);
    }

    @ParameterizedTest
    @EnumSource
    void the_shell_can_read_it_all(Shell shell) throws IOException, InterruptedException {
        assumeTrue(isInstalled(shell));
        assertEquals(List.of(), run(shell.name(), "-n", script(shell).toString()));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_hidden_is_not_offered(Shell shell) {
        var script = shell.completion(TWIN);
        assertFalse(script.contains("worker"), script);
        assertTrue(script.contains("allow-secret"), script);
    }
}
