package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.policy.Policy;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.os.Self;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {

    @TempDir
    Path home;

    private PolicyFile file() {
        return new PolicyFile(home.resolve("policy.yaml"), Self.ofThisProcess().uid(), home);
    }

    private void says(String yaml, String rights) throws IOException {
        Files.writeString(home.resolve("policy.yaml"), yaml);
        Files.setPosixFilePermissions(home.resolve("policy.yaml"), PosixFilePermissions.fromString(rights));
    }

    @Test
    void without_a_file_the_careful_policy_counts() throws IOException {
        assertEquals(new Reading.Value<>(Policy.DEFAULT), file().read());
    }

    @Test
    void what_the_owner_says_counts() throws IOException {
        says("pulled: {held: [network]}\nunattended:\n  apply: [cron.user]\n", "rw-------");
        var policy = ((Reading.Value<Policy>) file().read()).value();
        assertEquals(List.of("network"), policy.pulled().held());
        assertEquals(List.of("cron.user"), policy.unattended().apply());
    }

    @Test
    void what_is_wrong_has_its_place() throws IOException {
        says("pulled:\n  removal: true\n", "rw-------");
        var problem = file().read().problems().getFirst().toString();
        assertTrue(problem.contains("policy.yaml:2:3") && problem.contains("removals"), problem);
    }

    @Test
    void what_others_can_write_or_lead_elsewhere_does_not_count() throws IOException {
        says("pulled: {removals: true}\n", "rw-rw----");
        var shared = assertThrows(IOException.class, () -> file().read()).getMessage();
        assertTrue(shared.startsWith("twin's policy, ") && shared.contains("chmod 600"), shared);
        Files.move(home.resolve("policy.yaml"), home.resolve("other"));
        Files.createSymbolicLink(home.resolve("policy.yaml"), home.resolve("other"));
        var link = assertThrows(IOException.class, () -> file().read()).getMessage();
        assertTrue(link.contains("no plain file"), link);
    }
}
