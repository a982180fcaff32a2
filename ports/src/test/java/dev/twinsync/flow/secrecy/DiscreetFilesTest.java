package dev.twinsync.flow.secrecy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.flow.MirrorWithContents;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.port.FileMirror;
import dev.twinsync.port.ScanningGate;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine with a harmless file and one that holds a password. */
class DiscreetFilesTest {

    private static final TargetPath HARMLESS = new TargetPath("/etc/motd");
    private static final TargetPath SECRETIVE = new TargetPath("/etc/app.conf");
    private static final Redaction REDACTION = SimulatedTwin.REDACTION;

    private final MirrorWithContents mirror = new MirrorWithContents();
    private final DiscreetFiles files = new DiscreetFiles(mirror, new ScanningGate(REDACTION));

    @BeforeEach
    void two_files() {
        mirror.put(HARMLESS, "hello\n");
        mirror.put(SECRETIVE, "user = app\npassword = Hunter2x9Q\n");
    }

    private static Observation.Seen<LiveFile> seen(FileMirror files, String... declared) {
        return switch (files.observe(new Scope.Everything(Set.of(declared)))) {
            case Observation.Seen<LiveFile> seen -> seen;
            case Observation.Unavailable<LiveFile>(var reason) -> throw new AssertionError(reason);
        };
    }

    private static List<String> keys(Observation.Seen<LiveFile> seen) {
        return seen.live().stream().map(LiveFile::key).toList();
    }

    @Test
    void a_file_with_a_secret_is_a_gap_that_names_line_rule_and_fingerprint() {
        var seen = seen(files);
        assertEquals(List.of(HARMLESS.text()), keys(seen));
        var gap = seen.gapOver(SECRETIVE.text()).orElseThrow();
        assertTrue(gap.reason().startsWith("line 2 looks like a secret (value-by-name, fingerprint "), gap::reason);
        assertTrue(gap.reason().contains(REDACTION.fingerprints().of("Hunter2x9Q")), gap::reason);
        assertFalse(gap.reason().contains("Hunter2x9Q"), gap::reason);
    }

    @Test
    void another_secret_is_another_gap_and_the_same_one_the_same() {
        var before = seen(files).gaps();
        assertEquals(before, seen(files).gaps());
        mirror.put(SECRETIVE, "user = app\npassword = Hunter3x9Q\n");
        assertFalse(before.equals(seen(files).gaps()));
    }

    @Test
    void without_its_secret_the_file_is_seen() {
        mirror.put(SECRETIVE, "user = app\n");
        assertEquals(List.of(), seen(files).gaps());
        assertEquals(List.of(SECRETIVE.text(), HARMLESS.text()), keys(seen(files)));
    }

    @Test
    void a_file_that_somebody_declared_is_seen_as_it_is() {
        assertEquals(seen(mirror), seen(files, SECRETIVE.text()));
        var only = files.observe(new Scope.Only(Set.of(SECRETIVE.text())));
        assertEquals(mirror.observe(new Scope.Only(Set.of(SECRETIVE.text()))), only);
    }

    @Test
    void a_file_whose_secret_is_allowed_is_seen_and_opened() throws IOException {
        var allowed = Set.of(REDACTION.fingerprints().of("Hunter2x9Q"));
        var allowing = new DiscreetFiles(mirror, new ScanningGate(new Redaction(REDACTION.fingerprints(), allowed)));
        assertEquals(seen(mirror), seen(allowing));
        try (var content = allowing.open(SECRETIVE)) {
            assertTrue(new String(content.readAllBytes(), StandardCharsets.UTF_8).contains("Hunter2x9Q"));
        }
    }

    @Test
    void a_file_with_a_secret_is_not_opened() throws IOException {
        var refused = assertThrows(IOException.class, () -> files.open(SECRETIVE));
        assertTrue(refused.getMessage().startsWith("/etc/app.conf: line 2 looks like a secret"), refused::getMessage);
        try (var content = files.open(HARMLESS)) {
            assertEquals("hello\n", new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_file_that_cannot_be_looked_into_is_a_gap() {
        mirror.shut(HARMLESS);
        assertEquals(
                "may not be read",
                seen(files).gapOver(HARMLESS.text()).orElseThrow().reason());
    }

    @Test
    void what_is_no_file_is_seen_as_it_is() {
        mirror.put(new LiveFile.Directory(
                new TargetPath("/etc/app.d"), new FileMode("0755"), AccountName.ROOT, AccountName.ROOT));
        assertTrue(keys(seen(files)).contains("/etc/app.d"));
        assertInstanceOf(Observation.Seen.class, files.observe(Scope.everything()));
    }
}
