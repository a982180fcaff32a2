package dev.twinsync.os.files;

import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Of files in which one wrong line locks their owner out, and out of the way back: what reads them is asked before they take their
 * place. A program that is not there, or does not answer, has no objection.
 *
 * @param root the folder that stands for {@code /}
 */
record Proofreading(CommandRunner commands, Path root) {

    /** In a folder that sudo includes it passes over names with a dot, and over those that editors leave behind. */
    private static final Pattern SUDOERS = Pattern.compile("/etc/sudoers|/etc/sudoers\\.d/[^./]*[^./~]");

    /** What Debian's own configuration of sshd includes. */
    private static final Pattern PART_OF_SSHD = Pattern.compile("/etc/ssh/sshd_config\\.d/[^./][^/]*\\.conf");

    static Proofreading ofTheMachine(CommandRunner commands) {
        return new Proofreading(commands, Path.of("/"));
    }

    /**
     * @param candidate what is to take the place of the target
     * @throws Refusal where it is not taken, unless what stands there now is not either: whoever mends something is not kept from it
     */
    void read(Path target, Path candidate) throws Refusal {
        var objection = objection(target, candidate);
        if (objection.isPresent()
                && !(isThere(target.toString()) && objection(target, target).isPresent())) {
            throw new Refusal("nothing was changed, for it would lock somebody out: "
                    + objection.get().replace(candidate.toString(), target.toString()) + "; mend it and plan again");
        }
    }

    private Optional<String> objection(Path target, Path file) {
        var path = target.toString();
        if (SUDOERS.matcher(path).matches()) {
            return says(Command.of("visudo", "-c", "-f", file.toString()), _ -> true);
        }
        if (path.equals("/etc/doas.conf")) {
            return says(Command.of("doas", "-C", file.toString()), _ -> true);
        }
        if (!isThere("/run/sshd")) {
            return Optional.empty();
        }
        var sshd = Command.of("sshd", "-t", "-f", file.toString());
        if (path.equals("/etc/ssh/sshd_config")) {
            return says(sshd, _ -> true);
        }
        return PART_OF_SSHD.matcher(path).matches() ? says(sshd, line -> isFault(line, file)) : Optional.empty();
    }

    /** A part by itself has no keys of the host: only what is said of its own lines counts, and that an option is old is no fault. */
    private static boolean isFault(String line, Path file) {
        return (line.startsWith(file + ": line ") || line.startsWith(file + " line "))
                && !line.contains(": Deprecated option")
                && !line.contains(": Unsupported option");
    }

    private boolean isThere(String path) {
        return Files.exists(root.resolve(path.substring(1)));
    }

    /** @param counts which of its lines are an objection */
    private Optional<String> says(Command command, Predicate<String> counts) {
        return commands.run(command) instanceof Result.Ended ended
                        && ended.exit() != 0
                        && ended.signal().isEmpty()
                ? firstLine(ended, counts).map(line -> command.program() + " says " + withoutName(command, line))
                : Optional.empty();
    }

    private static String withoutName(Command command, String line) {
        var name = command.program() + ": ";
        return line.startsWith(name) ? line.substring(name.length()) : line;
    }

    private static Optional<String> firstLine(Result.Ended ended, Predicate<String> counts) {
        var lines = Stream.of(ended.message(), ended.text())
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return (lines.isEmpty() ? List.of("no") : lines).stream().filter(counts).findFirst();
    }
}
