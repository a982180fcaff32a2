package dev.twinsync.port;

import dev.twinsync.domain.Printable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a remote repository is: {@code https://HOST/PATH}, {@code ssh://[USER@]HOST[:PORT]/PATH}, {@code [USER@]HOST:PATH},
 * {@code file:///PATH} or {@code /PATH}. It can be no option, name no program, and hold no password or token.
 */
public record RemoteAddress(String text) {

    private static final String HOST = "(?<host>[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:]+])";
    private static final String USER = "(?:(?<user>[A-Za-z_][A-Za-z0-9_.-]*)@)?";
    private static final String PORT = "(?::(?<port>[0-9]{1,5}))?";
    private static final String PATH = "(?<path>/[A-Za-z0-9._~+@%/-]*)";

    private static final Pattern WEB = Pattern.compile("(?<scheme>https?)://" + HOST + PORT + PATH);
    private static final Pattern SECURE_SHELL = Pattern.compile("(?<scheme>ssh)://" + USER + HOST + PORT + PATH);
    private static final Pattern SHORT_SHELL =
            Pattern.compile(USER + HOST + ":(?<path>(?!//)[A-Za-z0-9._~+/][A-Za-z0-9._~+@%/-]*)");
    private static final Pattern FOLDER = Pattern.compile("(?:(?<scheme>file)://)?(?<path>/[^\\p{Cntrl}]*)");
    private static final Pattern WITH_CREDENTIALS = Pattern.compile("(?i)(https?)://[^/]*@.*|[a-z]+://[^/]*:[^/]*@.*");
    private static final Set<String> OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public RemoteAddress {
        if (WITH_CREDENTIALS.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "the address holds a name or password, which would stand in .git/config and in"
                            + " messages: leave it out, and let git ask a credential helper (gh auth setup-git), or put a token"
                            + " into TWIN_GIT_TOKEN or ~/.config/twin/git_token (chmod 600)");
        }
        var parts = match(text)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "\"" + Printable.of(text)
                                        + "\" is no address of a repository: write https://HOST/PATH, ssh://USER@HOST/PATH, USER@HOST:PATH or /PATH"));
        if ("http".equals(named(parts, "scheme")) && !OF_THIS_MACHINE.contains(parts.group("host"))) {
            throw new IllegalArgumentException(
                    "http:// is open to everybody on the way, who could change what is pulled: use https:// or ssh");
        }
        if (List.of(parts.group("path").split("/")).contains("..")) {
            throw new IllegalArgumentException("an address has no .. in it");
        }
    }

    /** How one gets there. */
    public enum Way {
        WEB,
        SECURE_SHELL,
        FOLDER
    }

    private static Optional<Matcher> match(String text) {
        return List.of(WEB, SECURE_SHELL, FOLDER, SHORT_SHELL).stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst();
    }

    private Matcher parts() {
        return match(text).orElseThrow();
    }

    private static String named(Matcher matcher, String group) {
        return matcher.namedGroups().containsKey(group) && matcher.group(group) != null ? matcher.group(group) : "";
    }

    public Way way() {
        var pattern = parts().pattern();
        return pattern == WEB ? Way.WEB : pattern == FOLDER ? Way.FOLDER : Way.SECURE_SHELL;
    }

    /** In lower case; empty for a folder. */
    public String host() {
        return named(parts(), "host").toLowerCase(Locale.ROOT);
    }

    /** Who one is there; empty: that is left open. */
    public String user() {
        return named(parts(), "user");
    }

    /** As it is written; empty: none is. */
    public String port() {
        return named(parts(), "port");
    }

    /** With a slash in front where the address has one there. */
    public String path() {
        return parts().group("path");
    }

    /**
     * What was said about it without the address itself, for whoever looks for words of a fault in it: a folder may be called
     * {@code timed out}, and a port be 4012.
     */
    public String without(String said) {
        var named = path().startsWith("/") ? path() : "'" + path() + "'";
        return said.replace(text, "").replace(named, "");
    }

    @Override
    public String toString() {
        return text;
    }
}
