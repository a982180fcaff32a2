package dev.twinsync.flow.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Outcome;
import dev.twinsync.domain.packages.DesiredPackage;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.content.KeptContents;
import dev.twinsync.flow.review.Adopt;
import dev.twinsync.flow.review.Decision;
import dev.twinsync.flow.review.Decision.Choice;
import dev.twinsync.flow.review.Differences;
import dev.twinsync.flow.review.Review;
import dev.twinsync.flow.view.Selection;
import dev.twinsync.port.Narration;
import dev.twinsync.port.Scope;
import dev.twinsync.port.Simulated;
import dev.twinsync.port.SimulatedRepo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What writes down what is there neither begins beside another twin nor lets one begin: it could be half of a change. */
class LookingAloneTest {

    private static final String HOLDER = "another (process 1)";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, byte[]> TEMPLATES = Map.of("config.yaml", "".getBytes(StandardCharsets.UTF_8));
    private static final String TROUBLE = "a fault of the test";

    private boolean isToFail;
    private final List<String> freeWhileLooking = new ArrayList<>();
    private final List<String> freeWhileCommitting = new ArrayList<>();
    private final List<String> waitedFor = new ArrayList<>();
    private final SimulatedTwin machine = new SimulatedTwin(new SimulatedRepo((path, _) -> {
        noteIfFree(freeWhileCommitting(), path);
        return List.of();
    }));
    private int looks;

    private final Simulated<DesiredPackage, LivePackage, PackageAction> packages =
            new Simulated<>(new Packages(), List.of()) {
                @Override
                public Observation<LivePackage> observe(Scope scope) {
                    looks++;
                    noteIfFree(freeWhileLooking, "packages");
                    if (isToFail) {
                        throw new IllegalStateException(TROUBLE);
                    }
                    return super.observe(scope);
                }
            };

    private List<String> freeWhileCommitting() {
        return freeWhileCommitting;
    }

    private void noteIfFree(List<String> notes, String where) {
        if (machine.lock.isFree()) {
            notes.add(where);
        }
    }

    /** What looks at the machine and writes it into the repository. */
    enum Writer {
        SNAPSHOT {
            @Override
            Object run(Twin twin, Duration patience) throws IOException {
                return new Snapshot(twin).take(new byte[0], patience);
            }

            @Override
            Object locked(String holder) {
                return new Snapshot.Result.Locked(holder);
            }
        },
        ADOPT {
            @Override
            Object run(Twin twin, Duration patience) throws IOException {
                return new Adopt(twin).adopt(Selection.EVERYTHING, patience);
            }

            @Override
            Object locked(String holder) {
                return new Adopt.Result.Locked(holder);
            }
        },
        INIT {
            @Override
            Object run(Twin twin, Duration patience) throws IOException {
                return new Init(twin).init(TEMPLATES, patience);
            }

            @Override
            Object locked(String holder) {
                return new Init.Result.Locked(holder);
            }
        };

        abstract Object run(Twin twin, Duration patience) throws IOException;

        abstract Object locked(String holder);
    }

    private Twin twin() {
        return machine.with(Equipped.of("packages.debian", new Packages(), packages, KeptContents.none()));
    }

    private Object run(Writer writer, Duration patience) throws IOException {
        return writer.run(twin(), patience);
    }

    @BeforeEach
    void there_is_something_to_write_down() {
        packages.put(SimulatedTwin.installed("htop"));
        machine.narration = new Narration() {
            @Override
            public void looking(String plugin) {}

            @Override
            public void acting(String actionId, int percent, String what) {}

            @Override
            public void ended(String actionId, Outcome outcome) {}

            @Override
            public void waiting(String holder) {
                waitedFor.add(holder);
            }
        };
    }

    /** Something differs from a repository that is there already; an init has none before it. */
    private void prepare(Writer writer) throws IOException {
        if (writer != Writer.INIT) {
            new Init(twin()).init(TEMPLATES, Duration.ZERO);
            packages.put(SimulatedTwin.installed("nano"));
            looks = 0;
        }
    }

    @ParameterizedTest
    @EnumSource
    void beside_another_twin_nothing_is_looked_at_or_written(Writer writer) throws IOException {
        prepare(writer);
        var head = machine.repo.head();
        var live = machine.repo.digest("live/packages.yaml");
        machine.lock.heldByAnother(true);
        assertEquals(writer.locked(HOLDER), run(writer, Duration.ZERO));
        assertEquals(List.of(), waitedFor);
        assertEquals(writer.locked(HOLDER), run(writer, PATIENCE));
        assertEquals(List.of(HOLDER), waitedFor);
        assertEquals(0, looks);
        assertEquals(head, machine.repo.head());
        assertEquals(live, machine.repo.digest("live/packages.yaml"));
        assertFalse(machine.lock.isFree(), "what the other one has is not given back");
    }

    @ParameterizedTest
    @EnumSource
    void one_that_ends_in_time_is_waited_for_and_told(Writer writer) throws IOException {
        prepare(writer);
        var head = machine.repo.head();
        machine.lock.heldForAMoment();
        run(writer, PATIENCE);
        assertEquals(List.of(HOLDER), waitedFor);
        assertFalse(machine.repo.head().equals(head), "something was committed");
        assertTrue(machine.lock.isFree());
    }

    @ParameterizedTest
    @EnumSource
    void nobody_can_begin_before_it_is_committed(Writer writer) throws IOException {
        prepare(writer);
        freeWhileCommitting.clear();
        var head = machine.repo.head();
        run(writer, Duration.ZERO);
        assertFalse(machine.repo.head().equals(head), "something was committed");
        assertTrue(looks > 0);
        assertEquals(List.of(), freeWhileLooking);
        assertEquals(List.of(), freeWhileCommitting);
        assertTrue(machine.lock.isFree());
    }

    @ParameterizedTest
    @EnumSource
    void a_failure_keeps_nobody_out(Writer writer) throws IOException {
        prepare(writer);
        machine.repo.refuseCommits();
        assertThrows(IOException.class, () -> run(writer, Duration.ZERO));
        assertTrue(machine.lock.isFree());
        isToFail = true;
        assertThrows(IllegalStateException.class, () -> run(writer, Duration.ZERO));
        assertTrue(machine.lock.isFree());
    }

    @Test
    void of_two_inits_at_once_the_second_finds_what_the_first_has_made() throws IOException {
        new Init(twin()).init(TEMPLATES, Duration.ZERO);
        machine.lock.heldByAnother(true);
        assertInstanceOf(Init.Result.Exists.class, new Init(twin()).init(TEMPLATES, Duration.ZERO));
    }

    @Test
    void who_only_looks_is_kept_out_by_nobody() throws IOException {
        new Init(twin()).init(TEMPLATES, Duration.ZERO);
        packages.put(SimulatedTwin.installed("nano"));
        machine.lock.heldByAnother(true);
        var foreseen = assertInstanceOf(Adopt.Result.Done.class, new Adopt(twin()).foresee(Selection.EVERYTHING));
        assertEquals(1, foreseen.things().size());
        assertEquals(
                List.of(),
                machine.plan().sections().stream()
                        .flatMap(section -> section.blocked().stream())
                        .toList());
    }

    @Test
    void a_review_in_which_something_is_adopted_leaves_all_as_it_was() throws IOException {
        new Init(twin()).init(TEMPLATES, Duration.ZERO);
        packages.put(SimulatedTwin.installed("nano"));
        var differences =
                new Differences(twin(), false).of(twin().view().survey().ofMachine(), Selection.EVERYTHING);
        var found = assertInstanceOf(Reading.Value.class, differences);
        var difference = ((Differences.Report) found.value()).all().getFirst();
        var head = machine.repo.head();
        machine.lock.heldByAnother(true);
        assertEquals(
                new Review.Result.Locked(HOLDER),
                new Review(twin()).keep(List.of(new Decision(difference, Choice.ADOPT)), Duration.ZERO));
        assertEquals(head, machine.repo.head());
        assertEquals(List.of(), machine.repo.uncommitted(Set.of("state", "config.yaml")));
    }
}
