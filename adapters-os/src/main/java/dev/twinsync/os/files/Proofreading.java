package dev.twinsync.os.files;

import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
        return reader(target, file.toString()).flatMap(command -> objection(command.program(), commands.run(command)));
    }

    private Optional<Command> reader(Path target, String file) {
        var path = target.toString();
        if (SUDOERS.matcher(path).matches()) {
            return Optional.of(Command.of("visudo", "-c", "-f", file));
        }
        return path.equals("/etc/ssh/sshd_config") && isThere("/run/sshd")
                ? Optional.of(Command.of("sshd", "-t", "-f", file))
                : Optional.empty();
    }

    private boolean isThere(String path) {
        return Files.exists(root.resolve(path.substring(1)));
    }

    private static Optional<String> objection(String program, Result result) {
        return result instanceof Result.Ended ended
                        && ended.exit() != 0
                        && ended.signal().isEmpty()
                ? Optional.of(program + " says " + firstLine(ended))
                : Optional.empty();
    }

    private static String firstLine(Result.Ended ended) {
        return Stream.of(ended.message(), ended.text())
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("no");
    }
}
