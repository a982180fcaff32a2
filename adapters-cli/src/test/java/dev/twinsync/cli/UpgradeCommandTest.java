package dev.twinsync.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.installation.Installed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpgradeCommandTest {

    @TempDir
    private Path folder;

    static Stream<Installed> ways() {
        return Stream.of(
                new Installed.Deb(),
                new Installed.Archive(Path.of("/opt/twin-0.1.0")),
                new Installed.Checkout(Path.of("/srv/twin")));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void every_way_has_its_steps(Installed installed) {
        var advice = UpgradeAdvice.on(installed);
        assertFalse(advice.steps().isEmpty());
        assertTrue(advice.steps().stream().allMatch(step -> step.contains(": ")), advice::toString);
    }

    @Test
    void the_steps_name_the_place() {
        assertTrue(UpgradeAdvice.on(new Installed.Checkout(Path.of("/srv/twin")))
                .steps()
                .getFirst()
                .endsWith("git -C /srv/twin pull --ff-only"));
        var ofArchive = UpgradeAdvice.on(new Installed.Archive(Path.of("/opt/twin-0.1.0")))
                .steps();
        assertTrue(ofArchive.getFirst().endsWith("-C /opt"), ofArchive::toString);
        assertTrue(ofArchive.getLast().endsWith("rm -r /opt/twin-0.1.0"), ofArchive::toString);
    }

    @Test
    void a_place_with_blanks_is_one_word_of_a_command() {
        var steps = UpgradeAdvice.on(new Installed.Archive(Path.of("/home/alice/it's mine/twin")))
                .steps();
        assertTrue(steps.getFirst().endsWith("-C '/home/alice/it'\\''s mine'"), steps::toString);
        assertTrue(steps.getLast().endsWith("rm -r '/home/alice/it'\\''s mine/twin'"), steps::toString);
        var commits = UpgradeAdvice.on(new Installed.Checkout(Path.of("/srv/my twin")))
                .steps();
        assertTrue(commits.getFirst().contains("git -C '/srv/my twin' pull"), commits::toString);
        assertTrue(commits.getLast().contains(": '/srv/my twin/twin' --version"), commits::toString);
    }

    @Test
    void a_twin_that_runs_from_classes_is_known_to_be_none_of_them_and_nothing_is_made() {
        var run = CommandRun.in(folder.resolve("device"), "upgrade --output json");
        assertEquals(1, run.exit(), run::toString);
        assertTrue(run.out().contains("\"installed_as\": \"unknown\""), run::toString);
        assertTrue(run.out().contains("\"steps\": []"), run::toString);
        assertFalse(Files.exists(folder.resolve("device")));
    }
}
