package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import dev.twinsync.os.JsonReader;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Home Assistant at its own address, by a token that a person made for twin in its profile. */
final class HttpCore implements CoreApi {

    private final Endpoint endpoint;
    private final Token token;
    private final Wire wire;

    HttpCore(Endpoint endpoint, Token token) {
        this.endpoint = endpoint;
        this.token = token;
        this.wire = new Wire(endpoint);
    }

    @Override
    public Facts get(String path, Duration patience) throws IOException {
        return ask("GET", path, BodyPublishers.noBody(), patience);
    }

    @Override
    public Facts post(String path, Tree body, Duration patience) throws IOException {
        return ask("POST", path, BodyPublishers.ofString(JsonTree.compact(body)), patience);
    }

    private Facts ask(String method, String path, BodyPublisher body, Duration patience) throws IOException {
        var request = HttpRequest.newBuilder(endpoint.at("api/" + Paths.check(path)))
                .header("Authorization", token.bearer())
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            var response = wire.send(request, patience, _ -> new LimitedBody(JsonReader.LONGEST));
            return new Envelope(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8)).coreData();
        } catch (NoAnswer none) {
            throw new IOException(sentence(none.fault()), none);
        }
    }

    /** The faults are those of a Supervisor, and there is none here. */
    private String sentence(Fault fault) {
        var home = "Home Assistant at " + endpoint;
        return switch (fault) {
            case Fault.Unauthorised _, Fault.Forbidden _ ->
                home
                        + " does not take the token; make a long-lived one in the profile of an administrator, and put it into "
                        + CoreAccess.TOKEN_FILE;
            case Fault.Unreachable _ -> home + " does not answer; where it listens elsewhere, set " + CoreAccess.SERVER;
            case Fault.Dropped _ -> "the connection to " + home + " broke";
            case Fault.TimedOut(var patience) -> home + " did not answer within " + patience.toSeconds() + " s";
            case Fault.NotFound _ -> home + " knows no such thing";
            case Fault.Refused _,
                    Fault.Busy _,
                    Fault.NotReady _,
                    Fault.Migrating _,
                    Fault.CoreDown _,
                    Fault.Garbled _,
                    Fault.NotOffered _ -> fault.sentence().replace("the Supervisor", home);
        };
    }
}
