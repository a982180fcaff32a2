package dev.twinsync.os.remotes;

import dev.twinsync.domain.Shortened;
import dev.twinsync.port.RefusedPush;
import dev.twinsync.port.Remote.Trouble;
import dev.twinsync.port.RemoteAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What git, ssh and curl say when something does not work, in one language whatever the user's is. */
final class GitSpeech {

    private static final int LONGEST = 300;

    /** Words that tell what is wrong; the first that is met counts. */
    private record Sign(Trouble trouble, List<String> words) {
        boolean isIn(String text) {
            var lower = text.toLowerCase(Locale.ROOT);
            return words.stream().anyMatch(lower::contains);
        }
    }

    private static final List<Sign> SIGNS = List.of(
            new Sign(
                    Trouble.UNKNOWN_HOST,
                    List.of(
                            "host key verification failed",
                            "remote host identification has changed",
                            "no matching host key",
                            "ssl certificate problem",
                            "certificate verification failed",
                            "server certificate verification failed")),
            new Sign(Trouble.NOT_FAST_FORWARD, List.of("(fetch first)", "(non-fast-forward)", "(stale info)")),
            new Sign(Trouble.REJECTED, List.of("[remote rejected]", "pre-receive hook declined", "hook declined")),
            new Sign(
                    Trouble.UNSOUND,
                    List.of(
                            "fsck error",
                            "index-pack failed",
                            "unpack-objects failed",
                            "invalid index-pack output",
                            "did not send all necessary objects",
                            "unpacker error",
                            "bad object",
                            "early eof",
                            "file size limit")),
            new Sign(
                    Trouble.UNREACHABLE,
                    List.of(
                            "could not resolve host",
                            "connection refused",
                            "connection timed out",
                            "connection reset",
                            "network is unreachable",
                            "no route to host",
                            "failed to connect",
                            "couldn't connect",
                            "name or service not known",
                            "temporary failure in name resolution",
                            "operation too slow",
                            "operation timed out",
                            "timed out",
                            "kex_exchange_identification")),
            new Sign(
                    Trouble.UNAUTHORISED,
                    List.of(
                            "authentication failed",
                            "could not read username",
                            "could not read password",
                            "terminal prompts disabled",
                            "permission denied",
                            "returned error: 401",
                            "returned error: 403",
                            "too many authentication failures")),
            new Sign(
                    Trouble.NO_REPOSITORY,
                    List.of(
                            "repository not found",
                            "does not appear to be a git repository",
                            "not a git repository",
                            "does not exist",
                            "not found")));

    /** Another figure each time, so that the same fault would be told as a new one. */
    private static final Pattern WAITED = Pattern.compile(" after [0-9]+ (?:ms|milliseconds)");

    private GitSpeech() {}

    static Trouble trouble(String message) {
        return sign(message).map(Sign::trouble).orElse(Trouble.OTHER);
    }

    private static Optional<Sign> sign(String message) {
        return SIGNS.stream().filter(sign -> sign.isIn(message)).findFirst();
    }

    /** The line of it that says most, without its full stop: one that says what is wrong, else one that is a fault of git's. */
    static String essence(String message) {
        var lines = message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        var telling =
                sign(message).flatMap(sign -> lines.stream().filter(sign::isIn).findFirst());
        var line = telling.or(() -> lines.stream().filter(GitSpeech::isFault).findFirst())
                .orElse(lines.isEmpty() ? "nothing" : lines.getLast());
        return Shortened.to(LONGEST, WAITED.matcher(line).replaceFirst("").replaceFirst("\\.$", ""));
    }

    private static boolean isFault(String line) {
        return line.startsWith("fatal:") || line.startsWith("error:") || line.startsWith("ssh:");
    }

    /** What is wrong, and what to do about it. */
    static String sentence(Trouble trouble, RemoteAddress remote, String message) {
        var refusal = trouble == Trouble.REJECTED ? RefusedPush.reason(message) : Optional.<String>empty();
        return remote + ": " + refusal.map(said -> "it refused: " + said).orElseGet(() -> essence(message))
                + trouble.advice(remote);
    }
}
