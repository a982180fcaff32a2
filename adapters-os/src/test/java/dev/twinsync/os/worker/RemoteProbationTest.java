package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.Observation.Seen;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Relay;
import dev.twinsync.port.Scope;
import dev.twinsync.port.SelfReverting;
import dev.twinsync.port.Simulated;
import dev.twinsync.port.SimulatedTicker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on probation behind a root side. */
class RemoteProbationTest {

    private static final List<PackageAction> HTOP =
            List.of(new PackageAction.Install(new PackageName("htop"), Optional.empty()));

    @TempDir
    private Path folder;

    private final SimulatedTicker ticker = new SimulatedTicker();
    private final Simulated<?, LivePackage, PackageAction> packages = new Simulated<>(new Packages(), List.of());
    private final SelfReverting<LivePackage, PackageAction> machine = new SelfReverting<>(packages, ticker, () -> {});
    private Nearby root;

    @BeforeEach
    void start() throws IOException {
        root = serving(machine);
    }

    private Nearby serving(Backend<LivePackage, PackageAction> backend) throws IOException {
        return Nearby.hosting(new Hosted<>(new Packages(), backend), new Kept(), folder);
    }

    @AfterEach
    void end() {
        root.close();
    }

    private Backend<LivePackage, PackageAction> remote() {
        return root.backend(new Packages(), path -> {
            throw new IOException("there is no content at " + path);
        });
    }

    private void apply() {
        assertEquals(
                new Attempt.OnProbation(SelfReverting.TIME, SelfReverting.SIGN), remote().apply(HTOP, Progress.SILENT));
        assertEquals(1, seen());
    }

    private int seen() {
        return assertInstanceOf(Seen.class, remote().observe(Scope.everything()))
                .live()
                .size();
    }

    @Test
    void kept_it_stays() {
        apply();
        assertEquals(new Attempt.Ran(), remote().keep(HTOP));
        ticker.pause(SelfReverting.TIME);
        assertEquals(1, seen());
    }

    @Test
    void taken_back_it_is_gone_and_cannot_be_kept_any_more() {
        apply();
        assertEquals(new Attempt.Ran(), remote().takeBack(HTOP));
        assertEquals(0, seen());
        assertInstanceOf(Attempt.Refused.class, remote().keep(HTOP));
    }

    @Test
    void too_late_it_is_refused_in_words() {
        apply();
        ticker.pause(SelfReverting.TIME);
        assertEquals(new Attempt.Refused("it was taken back already"), remote().keep(HTOP));
        assertEquals(0, seen());
    }

    @Test
    void a_root_side_that_ends_leaves_it_to_the_component() {
        apply();
        root.close();
        assertFalse(packages.things().isEmpty());
        ticker.pause(SelfReverting.TIME);
        assertEquals(List.of(), packages.things());
    }

    @Test
    void what_the_component_took_back_by_its_own_judgement_is_told() throws IOException {
        var why = new Attempt.TakenBack("10.77.0.1 does not answer any more");
        assertEquals(why, answerOfOneThatSays(why));
    }

    @Test
    void what_is_done_and_not_finished_is_told() throws IOException {
        var why = new Attempt.Unfinished("systemd was not told of it");
        assertEquals(why, answerOfOneThatSays(why));
    }

    private Attempt answerOfOneThatSays(Attempt why) throws IOException {
        root.close();
        root = serving(new Relay<>() {
            @Override
            public Backend<LivePackage, PackageAction> backend() {
                return machine;
            }

            @Override
            public Attempt apply(List<PackageAction> transaction, Progress progress) {
                return why;
            }
        });
        return remote().apply(HTOP, Progress.SILENT);
    }
}
