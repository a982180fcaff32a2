package dev.twinsync.domain.logs;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Recognises the attempts in the lines of one log, in their order, each once however many lines it left.
 *
 * <p>Every local user can write a line in the name of any program. Where a log tells which unit a line came from, one in the
 * name of the SSH server counts only if it came from a unit of that server, which nobody but root has; sudo and su run
 * within the session of whoever calls them, so of their lines that cannot be told.
 */
final class Refusals {

    private static final int MOST_PROCESSES = 256;

    /** Of syslog, in the place of lines that would be the same as the one before. */
    private static final Pattern REPEATED =
            Pattern.compile(" ?+message repeated ([0-9]{1,5}) times: \\[ ?+(.*)\\]", Pattern.DOTALL);

    private static final Pattern SSH_UNIT = Pattern.compile("sshd?(?:[@-].*)?\\.service", Pattern.DOTALL);

    /** The processes of whose try PAM told, and the server may be about to tell again. */
    private final SequencedSet<String> told = new LinkedHashSet<>();

    Optional<RefusedEntry> in(LogRecord record) {
        return in(record.tag(), record.unit(), record.pid(), record.message());
    }

    Optional<RefusedEntry> in(String tag, String unit, String pid, CharSequence message) {
        return switch (tag) {
            case "sshd", "sshd-session" ->
                unit.equals(tag) || SSH_UNIT.matcher(unit).matches()
                        ? read(message, line -> ssh(pid, line))
                        : Optional.empty();
            case "sudo" -> read(message, SudoRefusal::in);
            case "su" -> read(message, SuRefusal::in);
            default -> Optional.empty();
        };
    }

    private static Optional<RefusedEntry> read(
            CharSequence message, Function<CharSequence, Optional<RefusedEntry>> grammar) {
        var repeated = REPEATED.matcher(message);
        return repeated.matches()
                ? grammar.apply(repeated.group(2)).map(entry -> entry.times(Long.parseLong(repeated.group(1))))
                : grammar.apply(message);
    }

    private Optional<RefusedEntry> ssh(String pid, CharSequence line) {
        var byPam = SshRefusal.ofPam(line);
        byPam.ifPresent(_ -> expectAgain(pid));
        return byPam.or(() -> SshRefusal.ofKeyboard(line).filter(_ -> !told.remove(pid)))
                .or(() -> SshRefusal.ofPassword(line));
    }

    private void expectAgain(String pid) {
        told.add(pid);
        if (told.size() > MOST_PROCESSES) {
            told.removeFirst();
        }
    }
}
