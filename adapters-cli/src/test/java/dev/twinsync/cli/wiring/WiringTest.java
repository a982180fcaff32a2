package dev.twinsync.cli.wiring;

import static org.junit.jupiter.api.Assertions.assertSame;

import dev.twinsync.cli.FilesOnly;
import dev.twinsync.port.Narration;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WiringTest extends FilesOnly {

    /** What heeds a wish to end keeps the process from it until it is closed, and a command closes the one that it knows. */
    @Test
    void what_is_wired_anew_heeds_a_wish_to_end_in_the_same_place() throws IOException {
        try (var wiring = Wiring.of(repo, folder(), Narration.SILENT);
                var afresh = wiring.afresh()) {
            assertSame(wiring.interruption(), afresh.interruption());
            assertSame(
                    wiring.interruption(),
                    wiring.withNetworkTimeout(Duration.ofSeconds(60)).interruption());
        }
    }
}
