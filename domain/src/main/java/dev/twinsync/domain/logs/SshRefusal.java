package dev.twinsync.domain.logs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the SSH server writes of a refused password.
 *
 * <p>Who knocks chooses the name, so a line is read from both its ends: what the server says stands at the very
 * beginning, where it came from at the very end, and all between is the name, {@code root from 192.0.2.1 port 22 ssh2}
 * too. Only what stands once for one try is read: {@code Invalid user}, {@code Connection closed} and the lines of
 * {@code pam_unix} tell of the same try again, and a refused key is none, since a client offers every key it has before it
 * asks for a password.
 */
final class SshRefusal {

    static final String SERVICE = "sshd";

    private static final String FROM =
            " for (?:invalid user )?+(.*) from ([^ ]{2,64}) port [0-9]{1,5} ssh2(?: \\[preauth\\])?+";
    private static final Pattern PASSWORD = Pattern.compile("Failed password" + FROM, Pattern.DOTALL);
    private static final Pattern KEYBOARD =
            Pattern.compile("Failed keyboard-interactive(?:/[a-z]{1,16}+)?+" + FROM, Pattern.DOTALL);
    private static final Pattern PAM = Pattern.compile(
            "error: PAM: (?:Authentication failure|User not known to the underlying authentication module"
                    + "|Permission denied|Have exhausted maximum number of retries for service)"
                    + " for (?:illegal user )?+(.*) from ([^ ]{1,255})",
            Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}");
    private static final String NO_SOCKET = "UNKNOWN";

    private SshRefusal() {}

    /** A password of the method {@code password}: one line for every try. */
    static Optional<RefusedEntry> ofPassword(CharSequence message) {
        return entry(PASSWORD.matcher(message));
    }

    /** A dialogue with the user that failed; of an account that exists, only every later try leaves this line. */
    static Optional<RefusedEntry> ofKeyboard(CharSequence message) {
        return entry(KEYBOARD.matcher(message));
    }

    /** The same dialogue, in the words of PAM, which has them before {@link #ofKeyboard}; a host may have its name here. */
    static Optional<RefusedEntry> ofPam(CharSequence message) {
        return entry(PAM.matcher(message));
    }

    private static Optional<RefusedEntry> entry(Matcher line) {
        return line.matches()
                ? origin(line).map(from -> new RefusedEntry(SERVICE, line.group(1), from, 1))
                : Optional.empty();
    }

    private static Optional<String> origin(Matcher line) {
        var from = line.group(2);
        if (from.equals(NO_SOCKET)) {
            return Optional.of(RefusedEntry.UNKNOWN);
        }
        boolean mayBeName = line.pattern() == PAM;
        return Address.isOne(from) || mayBeName && HOST.matcher(from).matches() ? Optional.of(from) : Optional.empty();
    }
}
