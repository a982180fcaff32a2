package dev.twinsync.git.shared;

import dev.twinsync.domain.Shortened;
import dev.twinsync.port.Remote.Trouble;
import dev.twinsync.port.RemoteAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.TooLargeObjectInPackException;

/** What a failure of JGit's transports means. */
final class TransportFault {

    private static final int LONGEST = 300;
    private static final int DEEPEST = 20;

    private static final List<String> UNKNOWN_HOST = List.of("did not validate", "server key", "host key");
    private static final List<String> UNAUTHORISED = List.of(
            "not authorized",
            "authentication is required",
            "no keys to try",
            "cannot log in",
            "auth fail",
            "no more authentication methods",
            ": 401",
            ": 403",
            "not permitted");
    private static final List<String> NO_REPOSITORY =
            List.of("repository not found", "not found", "does not appear to be a git repository");
    private static final List<String> UNREACHABLE = List.of(
            "connection refused", "timeout", "timed out", "could not be resolved", "unresolved", "connection reset");

    private TransportFault() {}

    static Trouble trouble(RemoteAddress remote, Throwable fault) {
        var causes = causes(fault);
        if (causes.stream().anyMatch(TransportFault::isAboutReaching)) {
            return Trouble.UNREACHABLE;
        }
        var said = causes.stream().map(cause -> said(remote, cause)).toList();
        if (causes.stream().anyMatch(SSLException.class::isInstance) || says(said, UNKNOWN_HOST)) {
            return Trouble.UNKNOWN_HOST;
        }
        if (says(said, UNAUTHORISED)) {
            return Trouble.UNAUTHORISED;
        }
        if (causes.stream().anyMatch(NoRemoteRepositoryException.class::isInstance) || says(said, NO_REPOSITORY)) {
            return Trouble.NO_REPOSITORY;
        }
        if (causes.stream().anyMatch(TransportFault::isAboutContent)) {
            return Trouble.UNSOUND;
        }
        return says(said, UNREACHABLE) ? Trouble.UNREACHABLE : Trouble.OTHER;
    }

    private static boolean isAboutReaching(Throwable cause) {
        return cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SocketException
                || cause instanceof SocketTimeoutException
                || cause instanceof UnresolvedAddressException;
    }

    private static boolean isAboutContent(Throwable cause) {
        return cause instanceof CorruptObjectException
                || cause instanceof MissingObjectException
                || cause instanceof TooLargeObjectInPackException;
    }

    private static String said(RemoteAddress remote, Throwable cause) {
        return remote.without(String.valueOf(cause.getMessage())).toLowerCase(Locale.ROOT);
    }

    private static boolean says(List<String> said, List<String> words) {
        return said.stream().anyMatch(message -> words.stream().anyMatch(message::contains));
    }

    private static List<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
    }

    static String sentence(Trouble trouble, RemoteAddress remote, Throwable fault) {
        var said = Shortened.to(LONGEST, String.valueOf(fault.getMessage()).replaceFirst("\\.$", ""));
        return (said.contains(remote.text()) ? said : remote + ": " + said) + trouble.advice(remote);
    }
}
