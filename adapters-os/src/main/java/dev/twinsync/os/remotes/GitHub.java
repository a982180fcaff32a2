package dev.twinsync.os.remotes;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Facts;
import dev.twinsync.os.remotes.GitHubApi.Reply;
import dev.twinsync.port.CodeHost;
import dev.twinsync.port.RemoteAddress;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * GitHub, or one of a company's own. A repository is taken for private only where GitHub itself says so.
 *
 * @param host {@code github.com}
 * @param top of its interface, without a slash at its end
 * @param withSsh whether a new repository is to be reached by ssh
 */
public record GitHub(String host, String top, CommandRunner commands, GitWorld world, GitToken token, boolean withSsh)
        implements CodeHost {

    private static final String VARIABLE = "TWIN_GITHUB_API";
    private static final Pattern REPOSITORY = Pattern.compile("/?([A-Za-z0-9_.-]+)/([A-Za-z0-9_.-]+?)(?:\\.git)?/?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");
    private static final Pattern TOP = Pattern.compile("https://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9./_-]*)?"
            + "|http://(127\\.0\\.0\\.1|localhost)(:[0-9]+)?(/[A-Za-z0-9./_-]*)?");

    /** @throws IOException where the environment names an interface that is none */
    public static GitHub of(CommandRunner commands, GitWorld world, GitToken token, boolean withSsh)
            throws IOException {
        return of(world.environment(), commands, world, token, withSsh);
    }

    private static GitHub of(
            Map<String, String> environment, CommandRunner commands, GitWorld world, GitToken token, boolean withSsh)
            throws IOException {
        var named = Optional.ofNullable(environment.get(VARIABLE)).filter(text -> !text.isBlank());
        if (named.isEmpty()) {
            return new GitHub("github.com", "https://api.github.com", commands, world, token, withSsh);
        }
        if (!TOP.matcher(named.get()).matches()) {
            throw new IOException(
                    VARIABLE + " is no address of GitHub's interface; it is like https://ghe.example/api/v3");
        }
        var top = named.get().replaceAll("/+$", "");
        return new GitHub(URI.create(top).getHost(), top, commands, world, token, withSsh);
    }

    @Override
    public Visibility visibility(RemoteAddress remote) {
        var repository = REPOSITORY.matcher(remote.path());
        if (!isHere(remote) || !repository.matches()) {
            return new Visibility.NotKept();
        }
        var name = repository.group(1) + "/" + repository.group(2);
        try {
            return api().map(api -> visibility(api, name))
                    .orElseGet(() ->
                            new Visibility.Unknown("who may see " + name + " is not known: neither gh is logged in nor"
                                    + " is there a token in " + GitToken.PLACES));
        } catch (IOException noToken) {
            return new Visibility.Unknown(noToken.getMessage());
        }
    }

    private boolean isHere(RemoteAddress remote) {
        return remote.host().equals(host)
                || remote.host().equals("ssh." + host)
                || remote.host().equals("www." + host);
    }

    private static Visibility visibility(GitHubApi api, String name) {
        try {
            return switch (api.get("repos/" + name)) {
                case Reply.Missing() -> new Visibility.Unknown("GitHub shows no repository " + name + " to you");
                case Reply.Found(var facts) -> isPrivate(facts) ? new Visibility.Private() : new Visibility.Public();
            };
        } catch (IOException noAnswer) {
            return new Visibility.Unknown("who may see " + name + " is not known: " + noAnswer.getMessage());
        }
    }

    private static boolean isPrivate(Facts facts) {
        return facts.at("private").truth();
    }

    /** By gh where it is logged in; empty where there is no way. */
    private Optional<GitHubApi> api() throws IOException {
        var gh = new GhProgram(commands, world, host);
        return gh.isReady() ? Optional.of(gh) : token.find().map(found -> new GitHubRest(top, found));
    }

    @Override
    public Created create(String name) {
        if (!NAME.matcher(name).matches()) {
            return new Created.Failed("a repository's name has letters, digits, - . and _, not \"" + name + "\"");
        }
        try {
            var api = api();
            return api.isPresent()
                    ? create(api.get(), name)
                    : new Created.Failed("twin cannot act for you at " + host
                            + ": log in with gh auth login, or put a token into " + GitToken.PLACES);
        } catch (IOException noAnswer) {
            return new Created.Failed("no repository was made: " + noAnswer.getMessage());
        }
    }

    private Created create(GitHubApi api, String name) throws IOException {
        var wish = Tree.map()
                .put("name", name)
                .put("private", Tree.literal(true))
                .put("auto_init", Tree.literal(false))
                .build();
        var made = facts(api.post("user/repos", wish));
        var found = facts(api.get("repos/" + checked(made.at("full_name").text())));
        if (!isPrivate(found)) {
            return new Created.Failed(
                    host + " made " + made.at("full_name").text()
                            + " and says that it is not private: nothing is sent there; delete it, or make it private in its settings");
        }
        return new Created.Made(
                address(found.at(withSsh ? "ssh_url" : "clone_url").text()));
    }

    private static Facts facts(Reply reply) throws IOException {
        return switch (reply) {
            case Reply.Found(var facts) -> facts;
            case Reply.Missing() -> throw new IOException("GitHub knows nothing of it");
        };
    }

    private static String checked(String fullName) throws IOException {
        if (!REPOSITORY.matcher(fullName).matches()) {
            throw new IOException("GitHub gives it a name that is none");
        }
        return fullName;
    }

    private static RemoteAddress address(String text) throws IOException {
        try {
            return new RemoteAddress(text);
        } catch (IllegalArgumentException odd) {
            throw new IOException("GitHub gives an address that is none: " + odd.getMessage(), odd);
        }
    }
}
