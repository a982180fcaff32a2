package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Elevation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For how many days the root side is to keep what it replaces, as who asks it says. */
class KeepDaysOfClientTest {

    @TempDir
    private Path folder;

    private final List<Long> told = new ArrayList<>();

    private final RootPlugins plugins = client -> {
        told.add(client.keepDays());
        return Map.of();
    };

    private static String hello(String days) {
        return Stranger.HELLO.replace("}", ",\"keep_days\":" + days + "}");
    }

    private Reply answer(String hello) {
        return new Stranger(plugins, new Kept(), folder).hearsAll(hello + "\n").getFirst();
    }

    @Test
    void it_is_told_by_whoever_asks_for_the_rights_of_root() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var server = new WorkerServer("test", plugins, new Kept(), new Handover(folder.resolve("handover"), 1));
        try (var nearby = new Nearby(server)) {
            var supplies = new Supplies(null, List::of, 365);
            var admission = new Admission("/home/alice/device", supplies, Elevation.Answer.Denied::new);
            assertInstanceOf(Elevation.Answer.Granted.class, admission.of(nearby.conversation()));
        }
        assertEquals(List.of(365L), told);
    }

    @Test
    void who_says_nothing_of_it_means_what_is_usual() {
        assertEquals(new Reply.Taken(), answer(Stranger.HELLO));
        assertEquals(List.of(Backups.USUAL_DAYS), told);
    }

    @Test
    void what_is_usual_is_not_said_so_that_an_older_twin_understands() {
        var hello = JsonTree.compact(Request.SHAPE.write(new Request.Hello(Wire.PROTOCOL, "/home/alice/device")));
        assertFalse(hello.contains("keep_days"), hello);
        var visit = JsonTree.compact(Request.SHAPE.write(
                new Request.Visit(Wire.PROTOCOL, CaptureRules.DEFAULT, 60, Optional.empty(), Backups.USUAL_DAYS)));
        assertFalse(visit.contains("keep_days"), visit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "36500"})
    void the_least_and_the_most_are_taken(String days) {
        assertEquals(new Reply.Taken(), answer(hello(days)));
        assertEquals(List.of(Long.parseLong(days)), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "36501", "9223372036854775807", "99999999999999999999", "1.5", "\"7\"", "null"})
    void what_is_no_number_of_days_lets_nobody_in(String days) {
        var fault = assertInstanceOf(Reply.Fault.class, answer(hello(days)));
        assertTrue(!fault.reason().isBlank());
        assertEquals(List.of(), told);
    }
}
