package dev.twinsync.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.cli.Commands;
import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.port.HostAddress;
import dev.twinsync.port.RemoteName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class NextCommandsTest {

    private static final HostAddress BOX = HostAddress.of("alice@box");
    private static final NextCommands THERE = new NextCommands(Optional.of(BOX), Optional.empty());
    private static final NextCommands BESIDE = new NextCommands(Optional.empty(), Optional.of(Path.of("/srv/my box")));

    private static final NextCommands BACKUP =
            new NextCommands(Optional.empty(), Optional.empty(), Optional.of(new RemoteName("backup")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "To do this, run: twin apply | To do this, run: twin apply --host alice@box",
                "it is stale; run: twin plan | it is stale; run: twin plan --host alice@box",
                "Look at it with: twin plan; do it with: twin apply"
                        + " | Look at it with: twin plan --host alice@box; do it with: twin apply --host alice@box",
                "run: twin apply --resume (to finish it) or: twin apply --rollback (to take it back)"
                        + " | run: twin apply --host alice@box --resume (to finish it)"
                        + " or: twin apply --host alice@box --rollback (to take it back)"
            })
    void a_command_to_run_next_is_about_the_same_machine(String here, String there) {
        assertEquals(there, THERE.in(here));
        assertEquals(here, NextCommands.HERE.in(here));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run: twin apply --confirm --host alice@box",
                "see: twin doctor",
                "a commit is called: twin plan: 3 actions",
                "nobody runs twin plan here"
            })
    void what_says_it_already_or_is_about_no_machine_stays_as_it_is(String sentence) {
        assertEquals(sentence, THERE.in(sentence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "To do this, run: twin apply | To do this, run: twin apply --repo '/srv/my box'",
                "run: twin config validate --output json | run: twin config validate --repo '/srv/my box' --output json",
                "why is in the log: twin logs | why is in the log: twin logs --repo '/srv/my box'",
                "Next: twin logs new or twin logs show x"
                        + " | Next: twin logs new --repo '/srv/my box' or twin logs show --repo '/srv/my box' x",
                "see: twin doctor | see: twin doctor --repo '/srv/my box'",
                "Next: twin plan --repo /srv/other | Next: twin plan --repo /srv/other",
                "to make one of it: twin migrate /old | to make one of it: twin migrate --repo '/srv/my box' /old"
            })
    void a_command_to_run_next_is_about_the_same_repository(String here, String there) {
        assertEquals(there, BESIDE.in(here));
        assertEquals(here, NextCommands.HERE.in(here));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Next: twin push | Next: twin push --remote backup",
                "it has what is not here; run: twin pull | it has what is not here; run: twin pull --remote backup",
                "for all of them: twin push --output json | for all of them: twin push --remote backup --output json",
                "git -C /srv update-ref -d x && twin pull | git -C /srv update-ref -d x && twin pull --remote backup",
                "git rebase --continue, then twin pull | git rebase --continue, then twin pull --remote backup",
                "run: twin push --remote other | run: twin push --remote other",
                "a twin pull elsewhere will refuse this: x | a twin pull elsewhere will refuse this: x",
                "for all of them, run: twin plan | for all of them, run: twin plan"
            })
    void a_command_to_run_next_is_about_the_same_remote(String here, String there) {
        assertEquals(there, BACKUP.in(here));
        assertEquals(here, NextCommands.HERE.in(here));
        assertEquals(
                here,
                new NextCommands(Optional.empty(), Optional.empty(), Optional.of(RemoteName.USUAL)).in(here),
                "the usual one is meant by itself");
    }

    @Test
    void a_command_behind_another_is_about_the_same_repository() {
        assertEquals("git add x; then twin pull --repo '/srv/my box'", BESIDE.in("git add x; then twin pull"));
    }

    @Test
    void both_are_named_where_both_were() {
        assertEquals(
                "run: twin apply --host alice@box --repo box --confirm",
                new NextCommands(Optional.of(BOX), Optional.of(Path.of("box"))).in("run: twin apply --confirm"));
    }

    /** Each command is asked what it understands, so that a new one cannot be forgotten. */
    @TestFactory
    Stream<DynamicTest> what_a_command_does_not_understand_is_not_put_behind_it() {
        return commands(Commands.all(), "twin")
                .map(command -> DynamicTest.dynamicTest(command.words(), () -> {
                    var sentence = "run: " + command.words();
                    assertEquals(command.takesRepository(), !BESIDE.in(sentence).equals(sentence), sentence);
                    assertEquals(command.reachesHosts(), !THERE.in(sentence).equals(sentence), sentence);
                    assertEquals(command.takesRemote(), !BACKUP.in(sentence).equals(sentence), sentence);
                }));
    }

    private record Leaf(String words, CommandLine line) {

        boolean takesRepository() {
            return line.getCommandSpec().findOption("--repo") != null;
        }

        boolean takesRemote() {
            return line.getCommandSpec().findOption("--remote") != null;
        }

        boolean reachesHosts() {
            return line.getCommandSpec().userObject() instanceof RepoCommand command && command.reachesHosts();
        }
    }

    private static Stream<Leaf> commands(CommandLine line, String words) {
        var below = line.getSubcommands();
        return below.isEmpty()
                ? Stream.of(new Leaf(words, line))
                : below.entrySet().stream().flatMap(each -> commands(each.getValue(), words + " " + each.getKey()));
    }
}
