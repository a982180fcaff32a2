package dev.twinsync.os.packages;

import dev.twinsync.domain.packages.LivePackage.Status;
import dev.twinsync.os.Answer;
import dev.twinsync.os.Command;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Brings dpkg back into order after apt or dpkg was cut off. What is half done afterwards tells whether it could. */
final class Mending {

    /** dpkg's own journal: a file with a number for each step that is not yet in its list of packages. */
    static final Path STEPS = Path.of("/var/lib/dpkg/updates");

    private final Tools tools;
    private final Dpkg dpkg;
    private final Path steps;
    private final Progress progress;
    private Optional<String> complaint = Optional.empty();

    Mending(Tools tools, Dpkg dpkg, Path steps, Progress progress) {
        this.tools = tools;
        this.dpkg = dpkg;
        this.steps = steps;
        this.progress = progress;
    }

    Attempt mend() {
        run(0, Repair.waitForOthers());
        if (wasInterrupted()) {
            run(10, Repair.configureAll());
        }
        if (!isEmpty(halfDone())) {
            run(40, Repair.fixBroken());
        }
        if (dpkg.halfUnpacked() instanceof Answer.Given<List<String>>(var names) && !names.isEmpty()) {
            run(70, Repair.reinstall(names));
        }
        return verdict(halfDone());
    }

    private static boolean isEmpty(Answer<List<String>> names) {
        return names.equals(new Answer.Given<>(List.of()));
    }

    /** What went wrong is only told where it left something half done: apt's and dpkg's own word is no evidence. */
    private void run(int percent, Command command) {
        progress.at(percent, command.program() + " " + String.join(" ", command.arguments()));
        complaint = tools.ask(command) instanceof Answer.None<String>(var reason) ? Optional.of(reason) : complaint;
    }

    private boolean wasInterrupted() {
        return hasSteps()
                || !(tools.ask("dpkg", "--audit") instanceof Answer.Given<String>(var report) && report.isBlank());
    }

    private boolean hasSteps() {
        try (var files = Files.newDirectoryStream(steps, "[0-9]*")) {
            return files.iterator().hasNext();
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException unreadable) {
            return true;
        }
    }

    private Answer<List<String>> halfDone() {
        return dpkg.read()
                .map(found -> found.rows().stream()
                        .filter(row -> row.status() == Status.BROKEN)
                        .map(DpkgRow::key)
                        .sorted()
                        .toList());
    }

    private Attempt verdict(Answer<List<String>> halfDone) {
        return switch (halfDone) {
            case Answer.None<List<String>>(var reason) -> new Attempt.Refused(reason);
            case Answer.Given<List<String>>(var names) when names.isEmpty() -> new Attempt.Ran();
            case Answer.Given<List<String>>(var names) ->
                new Attempt.Refused("half done packages are left: " + String.join(", ", names) + "; "
                        + complaint.orElse("see: sudo dpkg --audit"));
        };
    }
}
