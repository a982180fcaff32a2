package dev.twinsync.os.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Heard;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is run after a cut, and what is told of it. That it helps is shown on the lab machine. */
class MendingTest {

    private static final String ROW = "install\t%s\tok\ttwin-toy\tall\t1.0\tno\tno\t\t\t\t\n";
    private static final String CHECK = "apt-get -q -o DPkg::Lock::Timeout=60 check";
    private static final String CONFIGURE = "dpkg --force-confdef --force-confold --configure -a";
    private static final String APT = "apt-get -y -q --no-auto-remove --no-remove -o APT::Status-Fd=1"
            + " -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=60 -o Dpkg::Options::=--force-confdef"
            + " -o Dpkg::Options::=--force-confold ";
    private static final String FIX = APT + "--fix-broken install --";
    private static final String REINSTALL = APT + "--reinstall install -- twin-toy";

    @TempDir
    Path steps;

    private final ScriptedCommands machine = new ScriptedCommands()
            .answer("dpkg --print-architecture", "amd64\n")
            .answer("dpkg --audit", "")
            .answer(CONFIGURE, "")
            .answer("apt-mark showauto", "")
            .answer("apt-get", "");

    private void state(String state) {
        machine.answer("dpkg-query --show --showformat=" + DpkgRows.FORMAT, ROW.formatted(state))
                .answer("dpkg-query --show", state + "\tok\ttwin-toy\n");
    }

    private Attempt mend(CommandRunner runner, Progress progress) {
        var running = new RunningSystem(Optional.empty(), Optional.empty());
        return new DebianPackages(runner, running, steps, Disks.ofThisMachine()).mend(List.of(), progress);
    }

    private Attempt mend() {
        return mend(machine, Progress.SILENT);
    }

    /** The machine, on which a command line brings the package in order. */
    private CommandRunner healedBy(String line) {
        return command -> {
            var result = machine.run(command);
            if (machine.lines().getLast().equals(line)) {
                state("installed");
            }
            return result;
        };
    }

    private List<String> repairs() {
        return machine.lines().stream()
                .filter(line -> line.startsWith("apt-get") || line.equals(CONFIGURE))
                .toList();
    }

    @Test
    void where_nothing_is_half_done_nothing_is_changed() {
        state("installed");
        assertEquals(new Attempt.Ran(), mend());
        assertEquals(List.of(CHECK), repairs());
    }

    @Test
    void what_was_unpacked_is_configured() {
        state("unpacked");
        machine.answer(
                "dpkg --audit", "The following packages have been unpacked but not yet configured.\n twin-toy\n");
        assertEquals(new Attempt.Ran(), mend(healedBy(CONFIGURE), Progress.SILENT));
        assertEquals(List.of(CHECK, CONFIGURE), repairs());
    }

    @Test
    void steps_that_dpkg_has_not_put_into_its_list_are_finished() throws IOException {
        state("installed");
        Files.createFile(steps.resolve("tmp.i"));
        mend();
        assertEquals(List.of(CHECK), repairs());
        Files.createFile(steps.resolve("0001"));
        mend();
        assertEquals(List.of(CHECK, CHECK, CONFIGURE), repairs());
    }

    @Test
    void what_lacks_others_gets_them() {
        state("unpacked");
        machine.answer("dpkg --audit", "unpacked\n twin-toy\n").answer(CONFIGURE, 1, "", "dependency problems");
        assertEquals(new Attempt.Ran(), mend(healedBy(FIX), Progress.SILENT));
        assertEquals(List.of(CHECK, CONFIGURE, FIX), repairs());
    }

    @Test
    void what_is_half_installed_is_installed_again() {
        state("half-installed");
        machine.answer("dpkg --audit", "in a mess\n twin-toy\n");
        assertEquals(new Attempt.Ran(), mend(healedBy(REINSTALL), Progress.SILENT));
        assertEquals(List.of(CHECK, CONFIGURE, FIX, REINSTALL), repairs());
        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.empty()),
                machine.asked().stream()
                        .filter(command -> command.environment().containsKey("DEBIAN_FRONTEND"))
                        .map(Command::limit)
                        .toList(),
                "dpkg is never ended by a time limit");
    }

    @Test
    void what_stays_half_done_is_told_with_the_last_complaint() {
        state("half-configured");
        machine.answer("dpkg --audit", "only half configured\n twin-toy\n")
                .answer(CONFIGURE, 1, "", "dpkg: error processing package twin-toy (--configure)")
                .answer(FIX, 100, "", "E: Unable to fetch some archives");
        assertEquals(
                new Attempt.Refused("half done packages are left: twin-toy; some packages could not be downloaded;"
                        + " check the network, or the lists are old: sudo apt-get update"),
                mend());
    }

    @Test
    void another_package_manager_is_told_and_what_tools_say_is_handed_on() {
        state("unpacked");
        var held = "dpkg: error: dpkg frontend lock was locked by another process with pid 4711";
        machine.answer("dpkg --audit", "unpacked\n").answer(CONFIGURE, 2, "", held);
        var heard = new Heard();
        assertEquals(
                new Attempt.Refused("half done packages are left: twin-toy; another package manager is at work:"
                        + " process 4711; try again when it has finished"),
                mend(machine, heard));
        assertEquals(List.of(held), heard.said());
    }

    @Test
    void without_dpkg_it_is_said_so() {
        assertEquals(new Attempt.Refused("dpkg-query is not installed"), mend(new ScriptedCommands(), Progress.SILENT));
    }
}
