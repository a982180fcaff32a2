package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import dev.twinsync.os.JsonReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The Supervisor by its own interface. */
final class HttpSupervisor implements SupervisorApi {

    private static final String CORE = "core/api/";
    private static final int OK = 200;
    private static final String FIRST_CURSOR = "X-First-Cursor";

    private final Endpoint endpoint;
    private final Token token;
    private final Wire wire;
    private final CoreGate gate;

    HttpSupervisor(Endpoint endpoint, Token token, CoreGate gate) {
        this.endpoint = endpoint;
        this.token = token;
        this.wire = new Wire(endpoint);
        this.gate = gate;
    }

    @Override
    public String way() {
        return "the Supervisor at " + endpoint;
    }

    @Override
    public Optional<String> whyNoCore() {
        return gate.whyShut(this);
    }

    @Override
    public Facts get(String path, Duration patience) throws NoAnswer {
        return ask("GET", Paths.check(path), BodyPublishers.noBody(), patience).data();
    }

    @Override
    public Facts post(String path, Tree body, Duration patience) throws NoAnswer {
        return ask("POST", Paths.check(path), json(body), patience).data();
    }

    @Override
    public Facts delete(String path, Duration patience) throws NoAnswer {
        return ask("DELETE", Paths.check(path), BodyPublishers.noBody(), patience)
                .data();
    }

    @Override
    public Facts coreGet(String path, Duration patience) throws NoAnswer {
        return ask("GET", CORE + Paths.check(path), BodyPublishers.noBody(), patience)
                .coreData();
    }

    @Override
    public Facts corePost(String path, Tree body, Duration patience) throws NoAnswer {
        return ask("POST", CORE + Paths.check(path), json(body), patience).coreData();
    }

    private static BodyPublisher json(Tree body) {
        return BodyPublishers.ofString(JsonTree.compact(body));
    }

    private Envelope ask(String method, String path, BodyPublisher body, Duration patience) throws NoAnswer {
        var request = request(path)
                .method(method, body)
                .header("Content-Type", "application/json")
                .build();
        var response = wire.send(request, patience, _ -> new LimitedBody(JsonReader.LONGEST));
        return new Envelope(response.statusCode(), text(response.body()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(endpoint.at(path)).header("Authorization", token.bearer());
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public Optional<String> log(LogRequest log, Duration patience, LogListener listener) throws NoAnswer {
        try {
            var response = wire.send(
                    logRequest(log),
                    patience,
                    info -> info.statusCode() == OK ? new LineBody(listener) : new LimitedBody(JsonReader.LONGEST));
            if (response.statusCode() != OK) {
                throw new Envelope(response.statusCode(), text(response.body())).noLog();
            }
            return response.headers().firstValue(FIRST_CURSOR);
        } catch (NoAnswer silent) {
            if (log.isFollowing() && silent.fault() instanceof Fault.TimedOut) {
                return Optional.empty();
            }
            throw silent;
        }
    }

    private HttpRequest logRequest(LogRequest log) {
        var query = log.amount() instanceof LogRequest.Lines(var count) ? "&lines=" + count : "";
        var request =
                request(log.path() + "?no_colors" + query).header("Accept", log.dated() ? "text/x-log" : "text/plain");
        if (log.amount() instanceof LogRequest.Entries entries) {
            request.header("Range", entries.range());
        }
        return request.build();
    }
}
