package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsByNameTest {

    private static final CommandLine WHOLE = Commands.all();

    @Test
    void every_command_is_known_by_the_name_that_it_gives_itself() {
        WHOLE.getSubcommands().forEach((name, command) -> {
            var spec = command.getCommandSpec();
            assertTrue(spec.names().contains(name), name);
        });
    }

    @Test
    void a_command_alone_is_what_it_is_among_all() {
        WHOLE.getSubcommands().keySet().stream()
                .filter(name -> !name.equals("help"))
                .forEach(name -> {
                    var alone = Commands.of(List.of(name)).getSubcommands();
                    assertEquals(
                            WHOLE.getSubcommands().get(name).getUsageMessage(),
                            alone.get(name).getUsageMessage());
                });
        assertEquals(
                Set.of("status"),
                Commands.of(List.of("status")).getSubcommands().keySet());
    }

    @Test
    void what_is_no_command_is_told_which_there_are() {
        for (var first : List.of("statsu", "--repo", "help", "time-machine", "")) {
            assertEquals(
                    WHOLE.getSubcommands().keySet(),
                    Commands.of(List.of(first)).getSubcommands().keySet(),
                    first);
        }
        assertEquals(
                WHOLE.getSubcommands().keySet(),
                Commands.of(List.of()).getSubcommands().keySet());
    }

    @Test
    void the_version_needs_no_command() {
        assertEquals(
                Set.of(), Commands.of(List.of("--version")).getSubcommands().keySet());
    }

    @Test
    void every_command_has_help_and_says_so() {
        assertHelp(TwinMain.commandLine(List.of()));
    }

    private static void assertHelp(CommandLine command) {
        var help = command.getCommandSpec().findOption("--help");
        assertNotNull(help, command.getCommandName());
        assertTrue(help.usageHelp(), command.getCommandName());
        assertFalse(help.description().length == 0, command.getCommandName());
        command.getSubcommands().values().forEach(CommandsByNameTest::assertHelp);
    }
}
