package dev.twinsync.flow.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Problem;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.plan.CheckPlan;
import dev.twinsync.flow.twin.RunResult;
import dev.twinsync.flow.twin.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document says that no plugin reads is wished in vain: nobody may say then that all is as wished. */
class UnreadDocumentsTest {

    private final SimulatedTwin machine = new SimulatedTwin();

    @BeforeEach
    void init() throws IOException {
        machine.init();
        machine.wish(SimulatedTwin.present("htop"));
        machine.plan();
    }

    private void write(String path) throws IOException {
        machine.repo.store(path, new ByteArrayInputStream("toys: []\n".getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> unread() throws IOException {
        return UnreadDocuments.of(machine.twin().view()).stream()
                .map(problem -> problem.place().source())
                .toList();
    }

    @Test
    void a_status_a_plan_and_a_difference_are_not_made_where_a_wish_is_read_by_nobody() throws IOException {
        write("state/toys.yaml");
        var view = machine.twin().view();
        var whole = view.wholeSurvey();
        for (var reading :
                List.of(whole.forStatus(Selection.EVERYTHING), whole.forPlan(), whole.ofMachine(), whole.ofRecords())) {
            var said = reading.problems().stream().map(Problem::toString).toList();
            assertEquals(1, said.size(), said::toString);
            assertTrue(said.getFirst().startsWith("state/toys.yaml is read by no plugin; those read "), said::toString);
            assertTrue(said.getFirst().contains("state/packages.yaml"), said::toString);
        }
    }

    @Test
    void nor_are_they_where_what_is_wished_of_logs_cannot_be_read() throws IOException {
        machine.repo.store(
                Layout.logsConfig().path(), new ByteArrayInputStream("no yaml".getBytes(StandardCharsets.UTF_8)));
        var problems = machine.twin()
                .view()
                .wholeSurvey()
                .forStatus(Selection.EVERYTHING)
                .problems();
        assertEquals(1, problems.size(), problems::toString);
        assertEquals("state/logs_config.yaml", problems.getFirst().place().source());
    }

    @Test
    void a_plan_that_was_made_before_is_not_carried_out_beside_a_wish_that_nobody_reads() throws IOException {
        write("state/package.yaml");
        var unfit = assertInstanceOf(RunResult.Unfit.class, machine.apply());
        var result = assertInstanceOf(CheckPlan.Verdict.Unreadable.class, unfit.verdict());
        assertTrue(
                result.problems().getFirst().toString().contains("state/package.yaml is read by no plugin"),
                result::toString);
        assertFalse(machine.isInstalled("htop"));
    }

    @Test
    void a_snapshot_keeps_what_is_there_whatever_stands_in_state() throws IOException {
        write("state/notes.yaml");
        assertInstanceOf(Snapshot.Result.Taken.class, machine.snapshot());
    }

    @Test
    void what_a_plugin_that_is_switched_off_would_read_is_no_fault() throws IOException {
        write("state/services.yaml");
        machine.switchedOff = Set.of("services.systemd");
        assertEquals(List.of(), unread());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state/README.md",
                "state/notes.txt",
                "state/packages.yaml~",
                "state/.packages.yaml.swp",
                "state/.hidden.yaml",
                "state/logs_config.yaml"
            })
    void what_is_no_document_or_is_read_is_no_fault(String path) throws IOException {
        write(path);
        assertEquals(List.of(), unread());
    }

    @ParameterizedTest
    @ValueSource(strings = {"state/toys.yml", "state/toys.json", "state/more/packages.yaml", "state/Packages.YAML"})
    void a_document_by_any_name_is_one(String path) throws IOException {
        write(path);
        assertEquals(List.of(path), unread());
    }
}
