package dev.twinsync.os.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.system.SystemFacts;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.HostFacts.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lab")
class LinuxHostLabTest {

    private final LinuxHost host = new LinuxHost(new SystemCommandRunner());

    @Test
    void the_lab_machine_is_a_debian_and_stays_the_same() throws IOException {
        var facts =
                (SystemFacts) assertInstanceOf(Answer.Known.class, host.facts()).value();
        assertEquals("debian", facts.os().id());
        assertTrue(Files.readAllLines(Path.of("/etc/os-release"))
                .contains("VERSION_CODENAME=" + facts.os().codename().orElseThrow()));
        assertEquals(Files.readString(Path.of("/etc/hostname")).strip(), facts.hostname());
        assertEquals(System.getProperty("os.version"), facts.kernel());
        assertEquals(System.getProperty("os.arch"), facts.architecture());
        assertEquals(host.facts(), host.facts());
    }

    @Test
    void its_identity_does_not_show_its_id() throws IOException {
        var identity =
                (Digest) assertInstanceOf(Answer.Known.class, host.identity()).value();
        assertFalse(identity.text()
                .contains(Files.readString(Path.of("/etc/machine-id")).strip()));
        assertEquals(host.identity(), host.identity());
    }
}
