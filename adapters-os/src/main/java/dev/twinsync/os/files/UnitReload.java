package dev.twinsync.os.files;

import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.files.UnitSources;
import dev.twinsync.os.Answer;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Overheard;
import dev.twinsync.os.services.Systemctl;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Stretches;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Has systemd read its unit files again once some of them were changed. Of what systemd does with them until then a look at the
 * files tells nothing.
 *
 * @param run {@code /run}, which tells whether systemd is at work
 * @param readAhead whether systemd has read what stands there
 */
public record UnitReload(CommandRunner commands, Path run, Predicate<TargetPath> readAhead) {

    /** For who changes no such files, or tells systemd of it by itself. */
    static final UnitReload NONE = new UnitReload(
            command -> new CommandRunner.Result.NoSuchProgram(command.program()), Path.of("/run"), path -> false);

    public static UnitReload ofTheMachine(CommandRunner commands) {
        return new UnitReload(commands, Path.of("/run"), UnitSources::isReadAhead);
    }

    /** Those that stand one after the other are one transaction, for one reload; the order stays. */
    List<List<FileAction>> transactions(List<FileAction> actions) {
        return Stretches.of(actions, (one, next) -> concerns(one) && concerns(next));
    }

    /** Also after a change that failed: some of the files may have been changed before. */
    Attempt after(Attempt changed, List<FileAction> actions, Progress progress) {
        return failure(actions, progress)
                .<Attempt>map(failure -> new Attempt.Unfinished(
                        changed instanceof Attempt.Refused(var reason) ? reason + "; and " + failure : failure))
                .orElse(changed);
    }

    /** Why systemd goes on with what it read before; empty: it does not, or there is none. */
    Optional<String> failure(List<FileAction> actions, Progress progress) {
        if (actions.stream().noneMatch(this::concerns) || !Systemctl.isAtWork(run)) {
            return Optional.empty();
        }
        return switch (Systemctl.ofTheMachine(new Overheard(commands, progress)).reload()) {
            case Answer.Given<String> _ -> Optional.empty();
            case Answer.None<String>(var reason) ->
                Optional.of("systemd goes on with the unit files that it read before: " + reason
                        + "; run: systemctl daemon-reload");
        };
    }

    private boolean concerns(FileAction action) {
        return readAhead.test(action.path());
    }
}
