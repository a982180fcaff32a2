package dev.twinsync.os.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.ScriptedCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are read by whom before they take their place, and what keeps them from it. */
class ProofreadingTest {

    private static final Path NEW = Path.of("/etc/sudoers.d/twin-has-no-such-file");
    private static final Path CANDIDATE = Path.of("/etc/sudoers.d/.twin-0");
    private static final String SAYS = "/etc/sudoers.d/.twin-0:3:9: syntax error\nalice ALL=(ALL\n        ^\n";

    @TempDir
    Path root;

    private final ScriptedCommands commands = new ScriptedCommands();

    private void read(Path target, Path candidate) throws Refusal {
        new Proofreading(commands, root).read(target, candidate);
    }

    @Test
    void what_visudo_does_not_take_is_refused_with_its_line_and_the_name_that_it_would_have() {
        commands.answer("visudo -c -f " + CANDIDATE, 1, "", SAYS);
        var refusal = assertThrows(Refusal.class, () -> read(NEW, CANDIDATE));
        assertEquals(
                "nothing was changed, for it would lock somebody out: visudo says " + NEW
                        + ":3:9: syntax error; mend it and plan again",
                refusal.getMessage());
    }

    @Test
    void what_it_takes_is_written() throws Refusal {
        commands.answer("visudo -c -f " + CANDIDATE, CANDIDATE + ": parsed OK\n");
        read(NEW, CANDIDATE);
    }

    @Test
    void where_what_stands_there_is_broken_as_well_nobody_is_kept_from_mending_a_part() throws IOException, Refusal {
        commands.answer("visudo -c -f " + CANDIDATE, 1, "", SAYS).answer("visudo -c -f /etc/sudoers", 1, "", SAYS);
        assertThrows(Refusal.class, () -> read(Path.of("/etc/sudoers"), CANDIDATE));
        put("etc/sudoers");
        read(Path.of("/etc/sudoers"), CANDIDATE);
    }

    private void put(String path) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.createFile(root.resolve(path));
    }

    @Test
    void a_reader_that_does_not_answer_has_no_objection() throws Refusal {
        read(NEW, CANDIDATE);
        commands.answer("visudo", new Result.TimedOut(Duration.ofSeconds(1)));
        read(NEW, CANDIDATE);
        commands.answer("visudo", 137, "", "");
        read(NEW, CANDIDATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/sudoers.d/a.bak",
                "/etc/sudoers.d/a~",
                "/etc/sudoers.d/a/b",
                "/etc/motd",
                "/srv/etc/sudoers"
            })
    void what_sudo_does_not_read_is_shown_to_nobody(String path) throws Refusal {
        commands.answer("visudo", 1, "", SAYS);
        read(Path.of(path), CANDIDATE);
        assertEquals(List.of(), commands.lines());
    }

    /** It takes no file whose last line does not end. */
    @Test
    void what_doas_does_not_take_is_refused_with_its_line() throws Refusal {
        var target = Path.of("/etc/doas.conf");
        var candidate = Path.of("/etc/.twin-0");
        commands.answer("doas -C " + candidate, 1, "", "doas: syntax error at line 1\n");
        assertEquals(
                "nothing was changed, for it would lock somebody out: doas says syntax error at line 1; mend it and plan again",
                assertThrows(Refusal.class, () -> read(target, candidate)).getMessage());
        commands.answer("doas -C " + candidate, "");
        read(target, candidate);
    }

    @Test
    void sshd_is_asked_where_it_can_be() throws IOException, Refusal {
        var candidate = Path.of("/etc/ssh/.twin-0");
        var target = Path.of("/etc/ssh/sshd_config");
        commands.answer("sshd -t -f " + candidate, 255, "", "").answer("sshd -t -f " + target, "");
        read(target, candidate);
        assertEquals(List.of(), commands.lines());
        put("run/sshd/there");
        assertThrows(Refusal.class, () -> read(target, candidate));
        commands.answer("sshd -t -f " + candidate, "");
        read(target, candidate);
    }

    @Test
    void of_a_part_of_sshds_configuration_only_its_own_lines_count() throws IOException, Refusal {
        var target = Path.of("/etc/ssh/sshd_config.d/twin.conf");
        var candidate = Path.of("/etc/ssh/sshd_config.d/.twin-0");
        put("run/sshd/there");
        var noKeys = "sshd: no hostkeys available -- exiting.\n";
        commands.answer(
                "sshd -t -f " + candidate, 1, "", candidate + " line 1: Deprecated option KeyRegeneration\n" + noKeys);
        read(target, candidate);
        commands.answer("sshd -t -f " + candidate, 255, "", candidate + " line 1: Badly formatted port number.\n");
        assertThrows(Refusal.class, () -> read(target, candidate));
        commands.answer(
                "sshd -t -f " + candidate,
                255,
                "",
                candidate + ": line 3: Bad configuration option: PermitRotLogin\n" + candidate
                        + ": terminating, 1 bad configuration options\n");
        assertEquals(
                "nothing was changed, for it would lock somebody out: sshd says " + target
                        + ": line 3: Bad configuration option: PermitRotLogin; mend it and plan again",
                assertThrows(Refusal.class, () -> read(target, candidate)).getMessage());
        read(Path.of("/etc/ssh/sshd_config.d/notes.txt"), candidate);
    }
}
