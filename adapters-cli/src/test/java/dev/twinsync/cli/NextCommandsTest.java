package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.port.HostAddress;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextCommandsTest {

    private static final NextCommands THERE = new NextCommands(Optional.of(HostAddress.of("alice@box")));

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
}
