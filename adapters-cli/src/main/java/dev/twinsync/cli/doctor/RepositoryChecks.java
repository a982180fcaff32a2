package dev.twinsync.cli.doctor;

import dev.twinsync.cli.machine.TwinHome;
import dev.twinsync.cli.plugins.ProgramChecks;
import dev.twinsync.cli.remote.RemoteCheck;
import dev.twinsync.cli.terminal.Unreadable;
import dev.twinsync.cli.wiring.ForeignPrograms;
import dev.twinsync.cli.wiring.OpenRunText;
import dev.twinsync.cli.wiring.PolicyFile;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.ShellWord;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.os.doctor.Finding;
import dev.twinsync.os.doctor.RepositoryReaders;
import dev.twinsync.os.schedule.Timers;
import dev.twinsync.port.Narration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The repository, and what twin was told about it elsewhere. Each look stands alone: one that fails is a finding. */
record RepositoryChecks(Path repository, TwinHome home, CommandRunner commands) {

    private static final String WHAT = "repository";

    List<Finding> all(boolean online) {
        var findings = new ArrayList<Finding>();
        findings.addAll(ofRepository());
        findings.add(new PolicyCheck(repository, home.home(), PolicyFile.of(home)).finding());
        findings.add(schedule());
        if (online) {
            findings.add(new RemoteCheck(repository, home.home(), commands).finding());
        }
        return findings;
    }

    private List<Finding> ofRepository() {
        if (!Files.exists(repository.resolve(Layout.CONFIGURATION))) {
            return List.of(Finding.note(
                    WHAT, "there is none at " + repository, "make one: twin init; or say where it is: --repo DIR"));
        }
        try {
            var wiring = Wiring.of(repository, home.home(), Narration.SILENT);
            return Stream.concat(
                            Stream.of(history(wiring), readers(), index(), past(), documents(wiring), openRun(wiring)),
                            programs(wiring).stream())
                    .toList();
        } catch (IOException refused) {
            return List.of(Finding.fault(WHAT, refused.getMessage(), "see: ls -ld " + ShellWord.of(repository)));
        }
    }

    /** Reads the last commit and everything that differs from it. */
    private static Finding history(Wiring wiring) {
        try {
            var head = wiring.repo().head();
            var leaks = wiring.repo().leaks(Set.of(Layout.STATE, Layout.FILESYSTEM, Layout.CONFIGURATION));
            if (!leaks.isEmpty()) {
                return Finding.fault(
                        WHAT,
                        "nothing is committed as long as this looks like a secret: "
                                + leaks.getFirst().file() + ":"
                                + leaks.getFirst().line(),
                        "see: twin snapshot");
            }
            return head.isPresent()
                    ? Finding.ok(
                            WHAT, wiring.repo().root() + " at " + head.get().substring(0, 10))
                    : Finding.note(WHAT, "it has no commit yet", "twin init");
        } catch (IOException damaged) {
            return Finding.fault(
                    WHAT,
                    damaged.getMessage(),
                    "look with: git -C " + ShellWord.of(wiring.repo().root()) + " fsck --full");
        }
    }

    private Finding readers() {
        return new RepositoryReaders(Path.of("/"), repository).finding();
    }

    private Finding index() {
        var lock = repository.resolve(".git/index.lock");
        return Files.exists(lock)
                ? Finding.fault(
                        "index",
                        "a Git command is at work, or was cut off",
                        "if none is running: rm " + ShellWord.of(lock))
                : Finding.ok("index", "is not locked");
    }

    /** What was committed in the future says that the clock went back. */
    private Finding past() {
        try {
            var written =
                    Files.getLastModifiedTime(repository.resolve(".git/HEAD")).toInstant();
            return written.isAfter(Instant.now().plusSeconds(60))
                    ? Finding.fault(
                            "time",
                            "the repository is of " + written + ", which is to come: the clock went back",
                            "sudo timedatectl set-ntp true")
                    : Finding.ok("time", "the clock is not behind the repository");
        } catch (IOException noHead) {
            return Finding.fault("time", "there is no " + repository + "/.git/HEAD", "twin init");
        }
    }

    private static Finding documents(Wiring wiring) {
        try {
            var problems = wiring.problems();
            return problems.isEmpty()
                    ? Finding.ok("documents", "config.yaml, state/ and plugins/ can be read")
                    : Finding.fault("documents", words(problems), "edit it; to see all: twin config validate");
        } catch (IOException unreadable) {
            return Finding.fault("documents", unreadable.getMessage(), "twin config validate");
        }
    }

    /** Where the documents cannot be read, that is told already. */
    private List<Finding> programs(Wiring wiring) {
        try {
            return new ProgramChecks(ForeignPrograms.of(home.home())).of(wiring.plugins());
        } catch (Unreadable _) {
            return List.of();
        }
    }

    static String words(List<Problem> problems) {
        return problems.getFirst() + (problems.size() > 1 ? ", and " + (problems.size() - 1) + " more" : "");
    }

    private static Finding openRun(Wiring wiring) {
        try {
            return wiring.openRun()
                    .map(notice -> Finding.fault("last apply", notice.sentence(), OpenRunText.HOW_TO_END))
                    .orElseGet(() -> Finding.ok("last apply", "none was cut off"));
        } catch (IOException unreadable) {
            return Finding.fault("last apply", unreadable.getMessage(), OpenRunText.HOW_TO_END);
        }
    }

    private Finding schedule() {
        try {
            var timers = Timers.of(commands, Self.ofThisProcess(), home.home());
            return switch (timers.state()) {
                case NONE -> Finding.ok("schedule", "twin does not run by the clock");
                case FOREIGN ->
                    Finding.note("schedule", "its units are not as twin wrote them", "see: twin schedule show");
                case OWN -> running(timers);
            };
        } catch (IOException unreadable) {
            return Finding.note("schedule", unreadable.getMessage(), "see: twin schedule show");
        }
    }

    private static Finding running(Timers timers) throws IOException {
        if (!timers.shown().getOrDefault("ActiveState", "").equals("active")) {
            return Finding.fault("schedule", "there is a timer, and it does not run", "twin schedule install");
        }
        return timers.sleepsWithItsUser()
                ? Finding.note("schedule", "runs only while you are logged in", "loginctl enable-linger")
                : Finding.ok("schedule", "the timer runs");
    }
}
