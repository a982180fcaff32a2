package dev.twinsync.os.supervisor;

import dev.twinsync.os.Answer;
import dev.twinsync.os.Self;
import dev.twinsync.os.secrets.SecretOnDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The way to a Home Assistant without a Supervisor: a token from the environment, or from a file of who runs twin. As with
 * {@link SupervisorAccess}, nothing of it comes from the repository.
 *
 * @param environment of this process
 * @param home the folder of who runs twin
 * @param owner the user id that the file of the token must belong to
 * @param top the folder whose own folders are not looked at when the file is judged: {@code /}
 */
public record CoreAccess(Map<String, String> environment, Path home, int owner, Path top) {

    static final String TOKEN_FILE = "~/.config/twin/home_assistant_token (chmod 600)";
    static final String SERVER = "HASS_SERVER";

    private static final String TOKEN = "HASS_TOKEN";
    private static final int LONGEST_TOKEN = 4096;
    private static final Endpoint USUAL = new Endpoint("http://localhost:8123");

    public static CoreAccess ofThisProcess() {
        return new CoreAccess(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                Self.ofThisProcess().uid(),
                Path.of("/"));
    }

    /** Asks nobody: whether Home Assistant answers shows with the first question. */
    public Answer<CoreApi> find() {
        var address = Optional.ofNullable(environment.get(SERVER)).filter(text -> !text.isEmpty());
        if (address.isPresent() && !Endpoint.isOne(address.get())) {
            return new Answer.None<>(SERVER + " is no address of Home Assistant; it is like http://localhost:8123");
        }
        var endpoint = address.map(Endpoint::of).orElse(USUAL);
        var token = Optional.ofNullable(environment.get(TOKEN)).filter(text -> !text.isEmpty());
        if (token.isPresent()) {
            return api(TOKEN, token.get(), endpoint);
        }
        var file = home.resolve(".config/twin/home_assistant_token");
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? ofFile(file, endpoint)
                : new Answer.None<>("twin has no token of Home Assistant; make a long-lived one in the profile of an"
                        + " administrator, and put it into " + TOKEN_FILE);
    }

    private Answer<CoreApi> ofFile(Path file, Endpoint endpoint) {
        try {
            return api(file.toString(), new SecretOnDisk(owner, LONGEST_TOKEN, top).line(file), endpoint);
        } catch (IOException noSecret) {
            return new Answer.None<>(noSecret.getMessage());
        }
    }

    private static Answer<CoreApi> api(String source, String token, Endpoint endpoint) {
        return Token.isOne(token)
                ? new Answer.Given<>(new HttpCore(endpoint, new Token(token)))
                : new Answer.None<>(source + " holds no token: a token is one word");
    }
}
