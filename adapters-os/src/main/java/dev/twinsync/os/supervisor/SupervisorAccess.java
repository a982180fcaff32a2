package dev.twinsync.os.supervisor;

import dev.twinsync.os.Answer;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.SystemTicker;
import dev.twinsync.os.secrets.SecretOnDisk;
import dev.twinsync.port.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The way to the Supervisor: a token from the environment, as every app has it; a token in a file of who runs twin; or else the command
 * {@code ha}. Nothing of it comes from the repository: a configuration that was pulled must not send a token elsewhere.
 *
 * @param environment of this process
 * @param home the folder of who runs twin
 * @param program where the command {@code ha} would be
 * @param owner the user id that the file of the token must belong to
 * @param top the folder whose own folders are not looked at when the file is judged: {@code /}
 */
public record SupervisorAccess(
        Map<String, String> environment,
        Path home,
        Path program,
        int owner,
        Path top,
        CommandRunner runner,
        Ticker ticker) {

    static final String TOKEN_FILE = "~/.config/twin/supervisor_token (chmod 600)";

    private static final String TOKEN = "SUPERVISOR_TOKEN";
    private static final String ENDPOINT = "SUPERVISOR_ENDPOINT";
    private static final int LONGEST_TOKEN = 4096;

    public static SupervisorAccess ofThisProcess() {
        return new SupervisorAccess(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                Path.of("/usr/bin/ha"),
                Self.ofThisProcess().uid(),
                Path.of("/"),
                new SystemCommandRunner(),
                new SystemTicker());
    }

    /** Asks nobody: whether the Supervisor answers shows with the first question. */
    public Answer<SupervisorApi> find() {
        var address = Optional.ofNullable(environment.get(ENDPOINT)).filter(text -> !text.isEmpty());
        if (address.isPresent() && !Endpoint.isOne(address.get())) {
            return new Answer.None<>(ENDPOINT + " is no address of a Supervisor; it is like http://supervisor");
        }
        var token = Optional.ofNullable(environment.get(TOKEN)).filter(text -> !text.isEmpty());
        var endpoint = address.map(Endpoint::of);
        if (token.isPresent()) {
            return api(TOKEN, token.get(), endpoint.orElse(Endpoint.INSIDE));
        }
        if (Files.exists(tokenFile(), LinkOption.NOFOLLOW_LINKS)) {
            return ofFile(endpoint.orElse(Endpoint.ON_HOST));
        }
        return Files.isExecutable(program)
                ? found(new HaCommand(runner))
                : new Answer.None<>("there is no way to a Supervisor of Home Assistant: neither " + TOKEN
                        + " nor the command ha; where there is a Supervisor, put a token of it into " + TOKEN_FILE);
    }

    private Path tokenFile() {
        return home.resolve(".config/twin/supervisor_token");
    }

    private Answer<SupervisorApi> ofFile(Endpoint endpoint) {
        try {
            return api(tokenFile().toString(), new SecretOnDisk(owner, LONGEST_TOKEN, top).line(tokenFile()), endpoint);
        } catch (IOException noSecret) {
            return new Answer.None<>(noSecret.getMessage());
        }
    }

    private Answer<SupervisorApi> api(String source, String token, Endpoint endpoint) {
        return Token.isOne(token)
                ? found(new HttpSupervisor(endpoint, new Token(token)))
                : new Answer.None<>(source + " holds no token: a token is one word");
    }

    private Answer<SupervisorApi> found(SupervisorApi api) {
        return new Answer.Given<>(new Persistent(api, ticker));
    }
}
