package dev.twinsync.os.supervisor;

import dev.twinsync.os.Answer;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.os.SystemCommandRunner;
import dev.twinsync.os.SystemTicker;
import dev.twinsync.port.Ticker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The way to the Supervisor: a token from the environment, as every app has it; a token in a file of who runs twin; or else the command
 * {@code ha}. Nothing of it comes from the repository: a configuration that was pulled must not send a token elsewhere.
 *
 * @param environment of this process
 * @param home the folder of who runs twin
 * @param program where the command {@code ha} would be
 * @param owner the user id that the file of the token must belong to
 * @param top the folder whose own folders are not looked at when the file is judged: {@code /}
 * @param gate what is known of the token
 */
public record SupervisorAccess(
        Map<String, String> environment,
        Path home,
        Path program,
        int owner,
        Path top,
        CommandRunner runner,
        Ticker ticker,
        CoreGate gate) {

    public static final String TOKEN_FILE = "~/.config/twin/supervisor_token (chmod 600)";

    private static final String TOKEN = "SUPERVISOR_TOKEN";
    private static final String ENDPOINT = "SUPERVISOR_ENDPOINT";

    /** Whoever looks for the way looks for it anew, and the token is the same. */
    private static final CoreGate GATE = new CoreGate();

    public SupervisorAccess(
            Map<String, String> environment,
            Path home,
            Path program,
            int owner,
            Path top,
            CommandRunner runner,
            Ticker ticker) {
        this(environment, home, program, owner, top, runner, ticker, new CoreGate());
    }

    public static SupervisorAccess ofThisProcess() {
        return new SupervisorAccess(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                Path.of("/usr/bin/ha"),
                Self.ofThisProcess().uid(),
                Path.of("/"),
                new SystemCommandRunner(),
                new SystemTicker(),
                GATE);
    }

    /** Asks nobody: whether the Supervisor answers shows with the first question. */
    public Answer<SupervisorApi> find() {
        var places = new TokenPlaces(environment, home, owner, top);
        var address = places.variable(ENDPOINT);
        if (address.isPresent() && !Endpoint.isOne(address.get())) {
            return new Answer.None<>(ENDPOINT + " is no address of a Supervisor; it is like http://supervisor");
        }
        var endpoint = address.map(Endpoint::of);
        return places.inVariable(TOKEN)
                .map(found -> found.map(token -> byToken(endpoint.orElse(Endpoint.INSIDE), token)))
                .or(() -> places.inFile("supervisor_token")
                        .map(found -> found.map(token -> byToken(endpoint.orElse(Endpoint.ON_HOST), token))))
                .orElseGet(this::byCommand);
    }

    private Answer<SupervisorApi> byCommand() {
        return Files.isExecutable(program)
                ? new Answer.Given<>(new Persistent(new HaCommand(runner), ticker))
                : new Answer.None<>("there is no way to a Supervisor of Home Assistant: neither " + TOKEN
                        + " nor the command ha; where there is a Supervisor, put a token of it into " + TOKEN_FILE);
    }

    private SupervisorApi byToken(Endpoint endpoint, Token token) {
        return new Persistent(new HttpSupervisor(endpoint, token, gate), ticker);
    }
}
