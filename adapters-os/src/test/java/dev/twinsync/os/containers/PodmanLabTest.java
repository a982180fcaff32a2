package dev.twinsync.os.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.os.Heard;
import dev.twinsync.port.Attempt;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lab")
class PodmanLabTest extends EngineContainersContract {

    PodmanLabTest() {
        super(new EngineLab(ContainerEngine.PODMAN));
    }

    /** Here Podman leaves to the journal what containers write. */
    @Test
    void last_words_that_the_journal_gets_late_are_waited_for() {
        var wish = Wish.of("web", "toy:1").command("sh", "-c", "echo last words; false");
        var ear = new Heard();
        toJournal("STOP");
        var later = CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS);
        var goesOn = CompletableFuture.runAsync(() -> toJournal("CONT"), later);
        try {
            assertInstanceOf(Attempt.Refused.class, carryOut(wish, ear));
        } finally {
            goesOn.join();
        }
        assertEquals(
                List.of("last words"), ear.said().stream().map(String::strip).toList());
    }

    private static void toJournal(String signal) {
        EngineLab.must("systemctl", "kill", "--signal=" + signal, "systemd-journald.service");
    }
}
