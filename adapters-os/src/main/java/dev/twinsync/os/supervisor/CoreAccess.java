package dev.twinsync.os.supervisor;

import dev.twinsync.os.Answer;
import dev.twinsync.os.Self;
import java.nio.file.Path;
import java.util.Map;

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
        var places = new TokenPlaces(environment, home, owner, top);
        var address = places.variable(SERVER);
        if (address.isPresent() && !Endpoint.isOne(address.get())) {
            return new Answer.None<>(SERVER + " is no address of Home Assistant; it is like http://localhost:8123");
        }
        var endpoint = address.map(Endpoint::of).orElse(USUAL);
        return places.inVariable(TOKEN)
                .or(() -> places.inFile("home_assistant_token"))
                .orElseGet(() -> new Answer.None<>("twin has no token of Home Assistant; make a long-lived one in the"
                        + " profile of an administrator, and put it into " + TOKEN_FILE))
                .map(token -> new HttpCore(endpoint, token));
    }
}
