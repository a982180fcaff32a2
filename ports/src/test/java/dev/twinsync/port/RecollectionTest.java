package dev.twinsync.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.Digest;
import dev.twinsync.port.KnownContent.Content;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecollectionTest {

    private static final FileStamp STAMP = new FileStamp(1, 2, 3, 4, 5);
    private static final Digest DIGEST = Sha256.of("text".getBytes(StandardCharsets.UTF_8));

    private final RememberedBytes memory = new RememberedBytes();

    @Test
    void everything_anew_is_all_of_the_machine_while_the_repository_is_known_as_git_knows_it() {
        var first = Recollection.of(memory, false);
        first.machine().learn(STAMP, Instant.now(), new Content(DIGEST, false));
        first.repository().learn(STAMP, Instant.now(), new Content(DIGEST, false));
        first.keep();
        var known = Optional.of(new Content(DIGEST, false));
        assertEquals(known, Recollection.of(memory, false).machine().of(STAMP));
        assertEquals(known, Recollection.of(memory, false).repository().of(STAMP));
        assertEquals(Optional.empty(), Recollection.of(memory, true).machine().of(STAMP));
        assertEquals(known, Recollection.of(memory, true).repository().of(STAMP));
    }
}
