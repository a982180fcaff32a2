package dev.twinsync.os.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.Self;
import dev.twinsync.port.Notice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schedule is told becomes a line of a unit, a header of a mail, or a program: and nothing else. */
class ScheduleInjectionTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-oQ/tmp",
                "a\nBcc: b",
                "a,b",
                "a b",
                "<a>",
                "a@-x",
                "",
                "a@b@c",
                "a@b\r",
                "\"|sh\"@x",
                "a@b.",
                "é"
            })
    void an_address_is_one_address(String text) {
        assertThrows(IllegalArgumentException.class, () -> new MailAddress(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily\nExecStart=x", "-x", "", "a;b", "a%b", "\"x\"", "a=b"})
    void a_time_is_one_line_without_signs_of_units(String text) {
        assertThrows(IllegalArgumentException.class, () -> new When.At(text));
        assertThrows(IllegalArgumentException.class, () -> new When.Every(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"53w", "367d", "999999h", "0s"})
    void a_span_that_nobody_lives_to_see_end_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new When.Every(text));
        assertEquals(List.of("OnActiveSec=52w", "OnUnitActiveSec=52w"), new When.Every("52w").lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hook", "/a/../b", "/a=b", "./x"})
    void a_hook_is_an_absolute_path_that_env_takes_for_a_program(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Hook(new ScriptedCommands(), Path.of(text), 0));
    }

    @Test
    void words_of_the_command_stay_words() {
        assertEquals("\"/a b/%%h\\\"$$x\\\\\"", UnitFiles.quoted("/a b/%h\"$x\\"));
        assertThrows(IllegalArgumentException.class, () -> UnitFiles.quoted("a\nExecStartPost=b"));
    }

    @Test
    void a_unit_that_somebody_changed_is_not_twins_own() {
        var unit = UnitFiles.service(List.of("/bin/true", "x"));
        assertTrue(UnitFiles.isOwn(unit));
        assertFalse(UnitFiles.isOwn(unit + "\n"));
        assertFalse(UnitFiles.isOwn(unit.replace("Nice=10", "Nice=11")));
        assertFalse(UnitFiles.isOwn(unit.substring(unit.indexOf('\n') + 1)));
        assertFalse(UnitFiles.isOwn(""));
        assertTrue(UnitFiles.isOwn(UnitFiles.timer(new When.Every("6h"), 5)));
    }

    @Test
    void units_of_somebody_else_are_left_alone_and_nothing_is_asked_of_systemd() throws IOException {
        var commands = new ScriptedCommands();
        var timers = new Timers(commands, Self.ofThisProcess(), folder, List.of(), Map.of(), folder);
        Files.writeString(folder.resolve(UnitFiles.SERVICE), "[Service]\nExecStart=/bin/mine\n");
        assertEquals(Timers.State.FOREIGN, timers.state());
        assertThrows(IOException.class, timers::remove);
        assertThrows(IOException.class, () -> timers.install(List.of("/bin/true"), new When.Every("6h"), 0));
        assertEquals("[Service]\nExecStart=/bin/mine\n", Files.readString(folder.resolve(UnitFiles.SERVICE)));
        assertEquals(List.of(), commands.lines());
    }

    @Test
    void what_a_mail_says_cannot_become_a_header_or_its_end() {
        var notice = new Notice(
                "drift\nBcc: evil",
                List.of(".", "Bcc: evil", "\r\nX: y"),
                Tree.map().build());
        var mail = new String(
                new Sendmail(new ScriptedCommands(), new MailAddress("root")).mail(notice), StandardCharsets.US_ASCII);
        var head = mail.substring(0, mail.indexOf("\n\n"));
        assertEquals(
                List.of("To", "Subject", "Auto-Submitted", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"),
                head.lines().map(line -> line.split(":")[0]).toList());
        assertTrue(mail.substring(head.length()).lines().allMatch(line -> line.matches("[A-Za-z0-9+/=]*")), mail);
    }

    @Test
    void a_hook_that_others_may_exchange_is_not_run() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        var program = folder.resolve("hook");
        Files.writeString(program, "#!/bin/sh\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xrwx"));
        var commands = new ScriptedCommands();
        var hook = new Hook(commands, program, Self.ofThisProcess().uid());
        assertTrue(hook.objection().isPresent());
        assertThrows(
                IOException.class,
                () -> hook.tell(new Notice("x", List.of(), Tree.map().build())));
        assertEquals(List.of(), commands.lines());
    }

    @Test
    void the_last_word_is_remembered_and_forgotten() throws IOException {
        var told = new ToldFile(folder.resolve("told/word"));
        var word = new Digest("sha256:" + "a".repeat(64));
        assertEquals(Optional.empty(), told.read());
        told.write(Optional.of(word));
        assertEquals(Optional.of(word), told.read());
        Files.writeString(folder.resolve("told/word"), "nonsense");
        assertEquals(Optional.empty(), told.read());
        told.write(Optional.empty());
        assertFalse(Files.exists(folder.resolve("told/word")));
    }
}
