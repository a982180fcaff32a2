package dev.twinsync.cli.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.Progress;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.unattended.Brought;
import dev.twinsync.flow.unattended.Findings;
import dev.twinsync.flow.unattended.Unattended.Result;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run by the clock says of what it found, whoever else was told of it. */
class ScheduleRunTextTest {

    private static final String FAULT = "state/cron.yaml:4:2 is not YAML";
    private static final String DRIFT = "packages.debian/install/htop";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static Findings found(List<String> drift, List<String> faults) {
        return new Findings(drift, List.of(), faults, Optional.empty());
    }

    private Exit show(Result result, boolean asJson) {
        var errors = new PrintWriter(err);
        var console = new Console(new PrintWriter(out), errors, new Progress(errors, false, false));
        return new ScheduleRunText(console, asJson, "/device").show(result);
    }

    @Test
    void where_something_went_wrong_it_is_said_once_and_nothing_is_called_in_sync() {
        var result = new Result.Ran(found(List.of(), List.of(FAULT)), true, Optional.empty());
        assertEquals(Exit.ERROR, show(result, false));
        assertEquals("twin: " + FAULT + System.lineSeparator(), err.toString());
        assertEquals("1 thing went wrong, which was told." + System.lineSeparator(), out.toString());
    }

    @Test
    void only_what_nothing_speaks_against_is_in_sync() {
        assertEquals(Exit.OK, show(new Result.Ran(found(List.of(), List.of()), false, Optional.empty()), false));
        assertEquals("In sync." + System.lineSeparator(), out.toString());
    }

    @Test
    void what_was_found_is_said_though_word_of_it_did_not_get_through() {
        var result = new Result.Ran(found(List.of(DRIFT), List.of()), false, Optional.of("no mail was sent"));
        assertEquals(Exit.ERROR, show(result, false));
        assertTrue(out.toString().contains("  " + DRIFT), out::toString);
        assertTrue(out.toString().contains("1 not as wished; word of it did not get through."), out::toString);
        assertEquals("twin: no mail was sent" + System.lineSeparator(), err.toString());
    }

    @Test
    void programs_get_what_was_found_though_word_of_it_did_not_get_through() {
        var result = new Result.Ran(found(List.of(DRIFT), List.of(FAULT)), false, Optional.of("no mail was sent"));
        assertEquals(Exit.ERROR, show(result, true));
        for (var part : List.of(DRIFT, FAULT, "\"told\": false", "\"unheard\": \"no mail was sent\"")) {
            assertTrue(out.toString().contains(part), out::toString);
        }
    }

    @Test
    void programs_get_json_also_where_another_twin_is_at_work() {
        assertEquals(Exit.OK, show(new Result.Busy("root (process 7)", Brought.NOTHING), true));
        assertEquals(JsonTree.pretty(Tree.map().put("busy", "root (process 7)").build()), out.toString());
    }

    @Test
    void what_a_pull_brought_is_told_also_where_another_twin_is_at_work() {
        var brought = new Brought(List.of("Pulled 1 commit from origin"), List.of(FAULT));
        assertEquals(Exit.ERROR, show(new Result.Busy("root (process 7)", brought), false));
        assertTrue(out.toString().startsWith("Pulled 1 commit from origin" + System.lineSeparator()), out::toString);
        assertTrue(err.toString().contains(FAULT), err::toString);
    }

    @Test
    void what_was_told_before_is_counted_and_not_listed() {
        assertEquals(Exit.OK, show(new Result.Ran(found(List.of(DRIFT), List.of()), false, Optional.empty()), false));
        assertFalse(out.toString().contains(DRIFT), out::toString);
        assertTrue(out.toString().contains("1 not as wished; it was told before."), out::toString);
    }
}
