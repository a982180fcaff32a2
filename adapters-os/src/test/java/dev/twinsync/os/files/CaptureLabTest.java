package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the default rules record of a real Debian. */
@Tag("lab")
class CaptureLabTest {

    private static final List<String> SECRETS =
            List.of("/etc/shadow", "/etc/gshadow", "/etc/shadow-", "/etc/ssh/ssh_host_ed25519_key");

    private static MirroredFiles files() {
        return new MirroredFiles(
                path -> {
                    throw new IOException("no content at " + path);
                },
                new KeptContent(Path.of("/var/tmp/twin-kept")),
                CaptureRules.DEFAULT,
                Path.of("/etc/device"),
                new SystemCommandRunner());
    }

    private static Observation.Seen<LiveFile> look(String... declared) {
        return (Observation.Seen<LiveFile>) files().observe(new Scope.Everything(Set.of(declared)));
    }

    private static boolean records(String path) {
        return look().find(path).isPresent();
    }

    @Test
    void two_looks_are_equal() {
        assertEquals(look(), look());
    }

    @Test
    void what_packages_brought_and_what_the_machine_made_is_not_recorded() {
        var seen = look();
        for (String path : List.of(
                "/etc/login.defs",
                "/etc/crontab",
                "/etc/debian_version",
                "/etc/sudoers",
                "/etc/ld.so.cache",
                "/etc/machine-id",
                "/etc/passwd",
                "/etc/mtab",
                "/etc/alternatives",
                "/etc/ssl/certs",
                "/etc/systemd/system/multi-user.target.wants",
                "/etc/fstab",
                "/etc/resolv.conf")) {
            assertFalse(seen.find(path).isPresent(), path);
            assertFalse(seen.gapOver(path).isPresent(), path);
        }
        System.out.println("recorded without being named: "
                + seen.live().stream().map(LiveFile::key).toList() + ", gaps: " + seen.gaps());
    }

    @Test
    void a_changed_conffile_and_a_file_of_the_owner_are_recorded_until_they_are_as_before() throws Exception {
        var conffile = Path.of("/etc/login.defs");
        var shipped = Files.readAllBytes(conffile);
        var own = Path.of("/usr/local/bin/mine");
        try {
            Files.writeString(conffile, "# changed\n", StandardOpenOption.APPEND);
            Files.writeString(own, "#!/bin/sh\n");
            assertTrue(records(conffile.toString()));
            assertTrue(records(own.toString()));
        } finally {
            Files.write(conffile, shipped);
            Files.delete(own);
        }
        assertFalse(records(conffile.toString()));
        assertFalse(records(own.toString()));
    }

    @Test
    void secrets_are_never_recorded_not_even_by_name() throws Exception {
        Files.createDirectories(Path.of("/etc/ssh"));
        var key = Path.of("/etc/ssh/ssh_host_ed25519_key");
        Files.writeString(key, "key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        var seen = look(SECRETS.toArray(String[]::new));
        for (String secret : SECRETS) {
            assertFalse(records(secret), secret);
            assertTrue(seen.find(secret).isEmpty(), secret);
            assertTrue(seen.gapOver(secret).isPresent(), secret);
        }
        Files.delete(key);
    }

    @Test
    void the_repository_below_a_root_is_not_recorded() throws Exception {
        Files.createDirectories(Path.of("/etc/device/state"));
        Files.writeString(Path.of("/etc/device/state/files.yaml"), "files: []\n");
        assertFalse(records("/etc/device"));
        assertFalse(records("/etc/device/state/files.yaml"));
    }
}
