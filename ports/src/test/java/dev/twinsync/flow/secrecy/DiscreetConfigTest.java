package dev.twinsync.flow.secrecy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.domain.homeassistant.DesiredConfigFile;
import dev.twinsync.domain.homeassistant.HomeAssistantConfig;
import dev.twinsync.domain.homeassistant.LiveConfigFile;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.SimulatedTwin;
import dev.twinsync.flow.content.FileContents;
import dev.twinsync.port.HomeAssistantFiles;
import dev.twinsync.port.ScanningGate;
import dev.twinsync.port.Scope;
import dev.twinsync.port.Sha256;
import dev.twinsync.port.Simulated;
import dev.twinsync.port.SimulatedRepo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A configuration of a harmless file and one in which somebody wrote a password instead of {@code !secret}. */
class DiscreetConfigTest {

    private static final ConfigPath HARMLESS = new ConfigPath("automations.yaml");
    private static final ConfigPath SECRETIVE = new ConfigPath("packages/mqtt.yaml");

    private static final class Folder extends Simulated<DesiredConfigFile, LiveConfigFile, ConfigFileAction>
            implements HomeAssistantFiles {

        private final Map<ConfigPath, byte[]> contents = new HashMap<>();

        Folder() {
            super(new HomeAssistantConfig(true), List.of());
        }

        void put(ConfigPath path, String text) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            contents.put(path, bytes);
            put(new LiveConfigFile(path, Sha256.of(bytes)));
        }

        @Override
        public InputStream open(ConfigPath path) {
            return new ByteArrayInputStream(contents.get(path));
        }
    }

    private final Folder folder = new Folder();
    private final DiscreetConfig files = new DiscreetConfig(folder, new ScanningGate(SimulatedTwin.REDACTION));

    @BeforeEach
    void two_files() {
        folder.put(HARMLESS, "- alias: light\n  password: !secret wifi\n");
        folder.put(SECRETIVE, "mqtt:\n  password: Hunter2x9Q\n");
    }

    @SuppressWarnings("unchecked") // the backend's own type of live things
    private Observation.Seen<LiveConfigFile> seen(Scope scope) {
        return assertInstanceOf(Observation.Seen.class, files.observe(scope));
    }

    @Test
    void a_file_with_a_secret_is_a_gap_with_its_fingerprint_and_a_reference_is_none() {
        var seen = seen(Scope.everything());
        assertEquals(
                List.of(HARMLESS),
                seen.live().stream().map(LiveConfigFile::path).toList());
        var gap = seen.gapOver(SECRETIVE.text()).orElseThrow();
        assertTrue(gap.reason().contains(SimulatedTwin.REDACTION.fingerprints().of("Hunter2x9Q")), gap::reason);
        assertFalse(gap.reason().contains("Hunter2x9Q"), gap::reason);
    }

    @Test
    void a_declared_file_is_its_owners_business() {
        assertEquals(
                2, seen(new Scope.Everything(Set.of(SECRETIVE.text()))).live().size());
        assertEquals(1, seen(new Scope.Only(Set.of(SECRETIVE.text()))).live().size());
    }

    @Test
    void what_holds_a_secret_is_not_copied_into_the_repository() throws IOException {
        var repo = new SimulatedRepo();
        var contents = FileContents.of(repo, files);
        contents.keep(wish(HARMLESS));
        assertEquals(
                Optional.of(Sha256.of(folder.contents.get(HARMLESS))),
                repo.digest(HARMLESS.twinPath().text()));

        assertThrows(IOException.class, () -> contents.keep(wish(SECRETIVE)));
        assertEquals(Optional.empty(), repo.digest(SECRETIVE.twinPath().text()));
    }

    @Test
    void a_wish_gets_the_digest_of_what_stands_in_the_repository() throws IOException {
        var repo = new SimulatedRepo();
        var contents = FileContents.of(repo, files);
        assertEquals(new Reading.Value<>(wish(HARMLESS)), contents.complete(wish(HARMLESS)));
        contents.keep(wish(HARMLESS));
        var digest = repo.digest("filesystem/home-assistant/automations.yaml").orElseThrow();
        assertEquals(new Reading.Value<>(wish(HARMLESS).withDigest(digest)), contents.complete(wish(HARMLESS)));
        var gone = new DesiredConfigFile.Absent(HARMLESS);
        assertEquals(new Reading.Value<>(gone), contents.complete(gone));
    }

    private static DesiredConfigFile.Present wish(ConfigPath path) {
        return new DesiredConfigFile.Present(path, path.twinPath(), true, Optional.empty());
    }
}
