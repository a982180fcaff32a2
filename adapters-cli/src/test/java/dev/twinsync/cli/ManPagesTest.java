package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.manual.ManPages;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The manual pages, made of the model of the commands. */
class ManPagesTest {

    private static final CommandLine TWIN = TwinMain.whole();
    private static final Map<String, String> PAGES = new ManPages(TWIN, "1.2").all();

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(ManPagesTest::all));
    }

    private static String page(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-") + ".1";
    }

    @Test
    void every_command_has_one_and_nothing_else_has() {
        var visible = all(TWIN)
                .filter(command -> !command.getCommandSpec().usageMessage().hidden())
                .map(ManPagesTest::page)
                .collect(Collectors.toSet());
        visible.add("twin-time-machine.1");
        assertEquals(visible, PAGES.keySet());
        assertFalse(PAGES.containsKey("twin-worker.1"));
        assertEquals(".so man1/twin-restore.1\n", PAGES.get("twin-time-machine.1"));
    }

    @Test
    void every_option_and_argument_is_explained() {
        all(TWIN).filter(command -> PAGES.containsKey(page(command))).forEach(command -> {
            var page = PAGES.get(page(command));
            for (var option : command.getCommandSpec().options()) {
                var explained = "\\fB" + option.longestName().replace("-", "\\-") + "\\fR";
                assertTrue(option.hidden() || page.contains(explained), () -> page(command) + ": " + option);
            }
            for (var parameter : command.getCommandSpec().positionalParameters()) {
                assertTrue(page.contains("\\fI" + parameter.paramLabel()), () -> page(command) + ": " + parameter);
            }
        });
    }

    /** A line of text that begins with a dot would be taken for a request, and a bare minus becomes a hyphen. */
    @Test
    void text_is_never_taken_for_the_language_of_the_page() {
        var requests = Set.of("TH", "SH", "PP", "TP", "nh", "hy", "ad", "so");
        PAGES.forEach((name, page) -> page.lines().forEach(line -> {
            assertTrue(line.chars().allMatch(sign -> sign >= ' ' && sign < 127), () -> name + ": " + line);
            assertFalse(line.startsWith("'"), () -> name + ": " + line);
            if (line.startsWith(".")) {
                assertTrue(requests.contains(line.substring(1).split(" ")[0]), () -> name + ": " + line);
            } else {
                assertFalse(line.matches(".*(?<!\\\\)-.*"), () -> name + ": " + line);
            }
        }));
    }

    @Test
    void a_page_says_what_the_help_says() {
        var page = PAGES.get("twin-remote-create.1");
        assertTrue(page.startsWith(".TH \"TWIN\\-REMOTE\\-CREATE\" 1 "), page);
        assertTrue(page.contains("twin\\-remote\\-create \\- Make a private repository at GitHub"), page);
        assertTrue(page.contains(".SH \"EXIT STATUS\"\n0 made and read back as private"), page);
        assertTrue(page.contains("\\fBtwin\\-remote\\fR(1)"), page);
        assertTrue(PAGES.get("twin.1").contains("\\fBTWIN_REPO\\fR"), PAGES.get("twin.1"));
    }
}
