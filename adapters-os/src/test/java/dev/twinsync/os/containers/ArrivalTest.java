package dev.twinsync.os.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.twinsync.domain.containers.ContainerAction.Create;
import dev.twinsync.domain.containers.ContainerName;
import dev.twinsync.os.secrets.SecretOnDisk;
import dev.twinsync.port.Progress;
import dev.twinsync.port.SimulatedTicker;
import dev.twinsync.port.Ticker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long twin waits for a container that was started, by a time that nobody can set as the clock can be set. */
class ArrivalTest {

    private static final Duration STEADY = Duration.ofMinutes(50);

    /** At every look a while later. */
    private static final class Passing implements Ticker {
        private final SimulatedTicker ticker = new SimulatedTicker();
        private int looks;

        @Override
        public Duration now() {
            looks++;
            ticker.pause(Duration.ofMinutes(20));
            return ticker.now();
        }

        @Override
        public void pause(Duration time) {
            ticker.pause(time);
        }
    }

    private final Passing ticker = new Passing();
    private final Patience patience = new Patience(STEADY, STEADY, Duration.ZERO, STEADY, ticker);
    private final FakeEngine machine = new FakeEngine();

    private void start(Wish wish) throws NoAnswer {
        var create = new Create(new ContainerName("web"), wish.spec(), true);
        new Work(new Engine(machine), patience, new SecretOnDisk(0, 0), Progress.SILENT).perform(create);
    }

    @Test
    void one_that_nobody_checks_is_there_once_it_has_run_for_as_long_as_is_asked_for() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> start(Wish.of("web", "toy:1")));
        assertEquals(1 + 3, ticker.looks);
    }

    @Test
    void the_journal_is_given_as_long_as_is_asked_for_to_have_what_a_failed_one_wrote() {
        machine.keepsLog("journald");
        machine.startsWell = false;
        var sick = Wish.of("web", "toy:1").variable("SICK", "1");
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(NoAnswer.class, () -> start(sick)));
        assertEquals(2 + 1 + 3, ticker.looks);
    }
}
