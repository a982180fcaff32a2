package dev.twinsync.os.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.port.HostAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How ssh is called, and what is said where it does not get through; a real ssh is met on the lab machine. */
class SecureShellTest {

    private static final Connections NOBODY = new Connections(HostAddress.of("box"));

    @TempDir
    private Path folder;

    private static SecureShell shell(boolean atTerminal) {
        return new SecureShell(
                HostAddress.of("alice@box"), List.of("/usr/bin/ssh"), Optional.of("/run/agent"), atTerminal);
    }

    @Test
    void the_machine_stands_behind_the_end_of_options_and_the_user_is_no_part_of_it() throws IOException {
        var argv = shell(false).argv(List.of("twin", "worker", "--guest"));
        int end = argv.indexOf("--");
        assertEquals(List.of("--", "box", "twin", "worker", "--guest"), argv.subList(end, argv.size()));
        assertEquals(List.of("-l", "alice"), argv.subList(end - 2, end));
        assertEquals("-i", argv.getFirst());
        assertTrue(argv.contains("SSH_AUTH_SOCK=/run/agent"));
        assertTrue(argv.containsAll(List.of("BatchMode=yes", "ForwardAgent=no", "ClearAllForwardings=yes")));
        assertFalse(argv.toString().contains("StrictHostKeyChecking"), "keys are the business of ssh");
        assertTrue(shell(true).argv(List.of("twin")).contains("BatchMode=no"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "$(id)", "x;y", "~", "a'b", "x\ny", "*", "{a,b}"})
    void a_word_that_the_shell_there_could_take_for_something_else_is_not_said(String word) {
        assertThrows(IOException.class, () -> shell(false).argv(List.of("twin", word)));
    }

    @Test
    void root_needs_no_sudo_and_others_are_asked_for_no_password() {
        assertEquals(
                List.of("sudo", "-n", "--", "twin", "worker", "--network-timeout", "30", "--lock-timeout", "5"),
                new SudoThere(shell(false), "alice", List.of("--network-timeout", "30"), AskForRoot.SUPPLIES, NOBODY)
                        .words(Duration.ofSeconds(5)));
        assertEquals(
                List.of("twin", "worker"),
                new SudoThere(shell(false), "root", List.of(), AskForRoot.SUPPLIES, NOBODY).words(Duration.ZERO));
    }

    private String refused(String script) throws IOException {
        var program = folder.resolve("ssh");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        var shell = new SecureShell(HostAddress.of("alice@box"), List.of(program.toString()), Optional.empty(), false);
        return assertThrows(
                        IOException.class,
                        () -> OtherHost.visit(shell, Inn.ORDER, _ -> {
                            throw new IOException("nothing");
                        }))
                .getMessage();
    }

    @Test
    void what_stands_in_the_way_is_told_with_its_remedy() throws IOException {
        assertTrue(refused("echo Host key verification failed. >&2; exit 255").contains("ssh -T alice@box"));
        assertTrue(refused("echo 'sh: 1: twin: not found' >&2; exit 127").contains("install twin there"));
        assertTrue(refused("echo \"Unknown option: '--guest'\" >&2; exit 64").contains("same one on both machines"));
        assertTrue(refused("echo 'Last login: today'").contains("see what ssh -T alice@box true prints"));
        var newer = refused("echo '{\"say\":\"greeting\",\"protocol\":2,\"twin\":\"9.1\"}'; cat >/dev/null");
        assertTrue(newer.contains("twin 9.1 and speaks protocol 2"), newer);
        assertTrue(refused("exit 3").contains("ended"));
    }

    @Test
    void nothing_of_our_environment_reaches_ssh_but_the_agent() throws IOException {
        var told = refused("env | sort | tr '\\n' ' ' >&2");
        assertTrue(told.contains("LC_ALL=C.UTF-8"), told);
        assertFalse(told.contains("HOME="), told);
        assertFalse(told.contains("JAVA"), told);
    }
}
