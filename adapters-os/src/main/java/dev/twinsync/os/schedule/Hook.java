package dev.twinsync.os.schedule;

import dev.twinsync.domain.ShellWord;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.files.Stat;
import dev.twinsync.os.files.Writers;
import dev.twinsync.port.Messenger;
import dev.twinsync.port.Notice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A program of the user that is given the facts as JSON on its standard input, and no arguments. Nobody but the user and root
 * may be able to put another one in its place.
 *
 * @param owner the user id that it, and the folders above it, must belong to, or root
 */
public record Hook(CommandRunner commands, Path program, int owner) implements Messenger {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int ROOT = 0;
    private static final int RUNNABLE = 0111;

    /** An {@code =} would make env take it for a variable. */
    public Hook {
        if (!program.isAbsolute()
                || !program.normalize().equals(program)
                || program.toString().contains("=")) {
            throw new IllegalArgumentException(
                    "a hook is named by its absolute path, without . or .. or =, as /usr/local/bin/on-drift");
        }
    }

    /** Why it is not run; empty: it is. */
    public Optional<String> objection() throws IOException {
        for (Path folder = program.getParent(); folder != null; folder = folder.getParent()) {
            var stat = Stat.of(folder);
            if (stat.filter(Stat::isDirectory).isEmpty()) {
                return Optional.of(folder + detour(stat));
            }
            if (!isTrusted(folder, stat.get())) {
                return Optional.of("others than its owner may put files into " + folder);
            }
        }
        var stat = Stat.of(program);
        if (stat.isEmpty() || !stat.get().isRegular() || (stat.get().mode() & RUNNABLE) == 0) {
            return Optional.of(program + " is no program");
        }
        return isTrusted(program, stat.get())
                ? Optional.empty()
                : Optional.of("others than you and root may write to " + program + "; run: chmod go-w "
                        + ShellWord.of(program));
    }

    /** Whoever may change a link could lead to another program. */
    private String detour(Optional<Stat> there) throws IOException {
        if (there.isEmpty()) {
            return " is not there";
        }
        return there.get().type() == Stat.Type.LINK && Files.exists(program)
                ? " is a symbolic link, which twin does not follow; name it " + program.toRealPath()
                : " is no folder";
    }

    private boolean isTrusted(Path path, Stat stat) throws IOException {
        return Writers.OF_THIS_MACHINE.isHeldBy(owner, ROOT, path, stat);
    }

    @Override
    public void tell(Notice notice) throws IOException {
        var objection = objection();
        if (objection.isPresent()) {
            throw new IOException("the hook was not run: " + objection.get());
        }
        var command = Command.of("env", "--", program.toString())
                .withInput((JsonTree.compact(notice.facts()) + "\n").getBytes(StandardCharsets.UTF_8))
                .withLimit(LIMIT);
        switch (commands.run(command)) {
            case Result.Ended ended when ended.exit() == 0 -> {
                // it has the facts
            }
            case Result failed -> throw new IOException("the hook failed: " + failed.inWords(program.toString()));
        }
    }
}
