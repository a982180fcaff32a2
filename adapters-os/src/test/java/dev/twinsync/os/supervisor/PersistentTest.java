package dev.twinsync.os.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.supervisor.FakeSwitches.Trouble;
import dev.twinsync.port.SimulatedTicker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is over by itself is waited for, and nothing is done twice. */
class PersistentTest {

    private final FakeSupervisor fake = new FakeSupervisor();
    private final SimulatedTicker ticker = new SimulatedTicker();
    private final Duration begun = ticker.now();
    private final SupervisorApi api = new Persistent(fake.api(), ticker);

    @AfterEach
    void end() {
        fake.close();
    }

    @Test
    void another_job_is_waited_for() throws NoAnswer {
        fake.switches().busy = 3;
        api.post("core/check", Patience.CONTAINER);
        assertEquals(List.of("core check"), fake.house().done);
        assertEquals(Duration.ofSeconds(1 + 2 + 4), ticker.now().minus(begun));
    }

    @Test
    void another_job_is_not_waited_for_for_ever() {
        fake.switches().busy = 100;
        var no = assertThrows(NoAnswer.class, () -> api.post("core/check", Patience.CONTAINER));
        assertInstanceOf(Fault.Busy.class, no.fault());
        assertEquals(8, fake.calls().size());
        assertEquals(List.of(), fake.house().done);
    }

    @Test
    void a_look_is_taken_again_after_a_restart_of_the_supervisor() throws NoAnswer {
        fake.switches().next(Trouble.DROP, "GET", "core/info");
        fake.switches().next(Trouble.HALF, "GET", "core/info");
        assertEquals(
                "2026.8.1", api.get("core/info", Patience.LOOK).at("version").text());
    }

    @Test
    void what_may_have_been_done_is_not_done_again() {
        fake.switches().next(Trouble.DROP_AFTERWARDS, "POST", "core/restart");
        var no = assertThrows(NoAnswer.class, () -> api.post("core/restart", Patience.RESTART));
        assertTrue(no.fault().isOpen());
        assertEquals(List.of("core restart"), fake.house().done);
    }

    @Test
    void a_refusal_is_one() {
        assertThrows(NoAnswer.class, () -> api.post("store/addons/core_armonly/install", Patience.DOWNLOAD));
        assertThrows(NoAnswer.class, () -> api.delete("store/repositories/core", Patience.LOOK));
        assertEquals(begun, ticker.now());
    }
}
