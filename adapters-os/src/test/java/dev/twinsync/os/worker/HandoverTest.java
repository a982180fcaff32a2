package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Digest;
import dev.twinsync.port.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoverTest {

    private static final String TEXT = "whole content";
    private static final Digest DIGEST = Sha256.of(TEXT.getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void keepOthersOut() throws IOException {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        folder = parent.resolve("worker");
    }

    private Handover handover() throws IOException {
        return new Handover(folder, 100);
    }

    private static Request.Hand part(Digest digest, long from, String text, boolean last) {
        var base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return new Request.Hand(digest, from, base64, last);
    }

    private static String refused(Handover handover, Request.Hand part) {
        return assertThrows(IOException.class, () -> handover.take(part)).getMessage();
    }

    @Test
    void content_is_there_once_it_is_whole() throws IOException {
        try (var handover = handover()) {
            handover.take(part(DIGEST, 0, "whole ", false));
            assertFalse(handover.has(DIGEST));
            handover.take(part(DIGEST, 6, "content", true));
            assertTrue(handover.has(DIGEST));
            try (var stream = handover.open(DIGEST)) {
                assertEquals(TEXT, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void only_its_owner_can_look_into_it_and_nothing_is_left_of_it() throws IOException {
        var handover = handover();
        handover.take(part(DIGEST, 0, TEXT, true));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        handover.close();
        assertFalse(Files.exists(folder));
    }

    @Test
    void what_a_killed_one_left_is_taken_away() throws IOException {
        handover().take(part(DIGEST, 0, TEXT, true));
        try (var handover = handover()) {
            assertFalse(handover.has(DIGEST));
            try (var left = Files.list(folder)) {
                assertEquals(0, left.count());
            }
        }
    }

    @Test
    void content_that_is_not_its_digests_is_refused() throws IOException {
        try (var handover = handover()) {
            assertTrue(refused(handover, part(DIGEST, 0, "other content", true)).contains("not the one"));
            assertFalse(handover.has(DIGEST));
        }
    }

    @Test
    void content_that_is_there_does_not_become_other_content() throws IOException {
        try (var handover = handover()) {
            handover.take(part(DIGEST, 0, TEXT, true));
            handover.take(part(DIGEST, 0, "evil", false));
            assertFalse(handover.has(DIGEST));
            assertTrue(refused(handover, part(DIGEST, 4, "", true)).contains("not the one"));
            assertFalse(handover.has(DIGEST));
        }
    }

    @Test
    void parts_follow_each_other() throws IOException {
        try (var handover = handover()) {
            assertTrue(refused(handover, part(DIGEST, 6, "content", true)).contains("without its beginning"));
            handover.take(part(DIGEST, 0, "whole ", false));
            assertTrue(refused(handover, part(DIGEST, 5, "content", true)).contains("missing"));
            handover.take(part(DIGEST, 0, TEXT, true));
            assertTrue(handover.has(DIGEST));
        }
    }

    @Test
    void there_is_an_end_to_how_much_it_holds() throws IOException {
        try (var handover = handover()) {
            handover.take(part(DIGEST, 0, "x".repeat(100), false));
            assertTrue(refused(handover, part(DIGEST, 100, "x", false)).contains("100 bytes"));
            assertTrue(refused(handover, new Request.Hand(DIGEST, 0, "?", true)).contains("base64"));
            handover.take(part(DIGEST, 0, TEXT, true));
        }
    }

    @Test
    void a_place_that_others_may_write_to_is_none() throws IOException {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertTrue(assertThrows(IOException.class, this::handover).getMessage().contains("nobody else may write"));
    }

    @Test
    void a_link_in_its_place_is_taken_away_and_not_followed() throws IOException {
        var elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve("file"));
        Files.createSymbolicLink(folder, elsewhere);
        handover().close();
        assertTrue(Files.exists(elsewhere.resolve("file")));
    }
}
