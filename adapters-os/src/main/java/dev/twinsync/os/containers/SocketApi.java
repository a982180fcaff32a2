package dev.twinsync.os.containers;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.Shortened;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import dev.twinsync.os.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** An engine behind a socket of this machine. Loading what speaks to it takes time: made only where there is a socket. */
final class SocketApi implements Api {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;
    private static final int NOT_MODIFIED = 304;
    private static final int FIRST_FAULT = 400;
    private static final int LONGEST_REASON = 500;

    private final Path socket;
    private final String remedy;
    private final DockerHttpClient client;

    /**
     * @param remedy what may help where nobody answers, as a command
     * @param silence how long the engine may say nothing before it counts as not answering
     */
    SocketApi(Path socket, String remedy, Duration silence) {
        this.socket = socket;
        this.remedy = remedy;
        this.client = new ZerodepDockerHttpClient.Builder()
                .dockerHost(URI.create("unix://" + socket))
                .sslConfig(SocketApi::withoutCertificates)
                .connectionTimeout(CONNECT)
                .responseTimeout(silence)
                .build();
    }

    /** Nothing is encrypted on a socket of this machine. Told nothing, the transport would read all certificates that Java knows. */
    private static SSLContext withoutCertificates() throws NoSuchAlgorithmException {
        return SSLContext.getInstance("TLS");
    }

    /** What is to be made of an answer. */
    private interface Reader<T> {
        T read(Response response) throws IOException;
    }

    private <T> T send(Request.Method method, String path, Optional<Tree> body, Reader<T> reader) throws NoAnswer {
        var request = Request.builder().method(method).path("/" + path);
        body.map(tree -> JsonTree.compact(tree).getBytes(StandardCharsets.UTF_8))
                .ifPresent(bytes ->
                        request.putHeader("Content-Type", "application/json").bodyBytes(bytes));
        try (var response = client.execute(request.build())) {
            return reader.read(response);
        } catch (NoAnswer said) {
            throw said;
        } catch (IOException | RuntimeException broken) {
            throw new NoAnswer("nobody answers at " + socket + ": " + reason(broken) + "; run: " + remedy);
        }
    }

    /** The transport wraps what the socket said. */
    private static String reason(Throwable broken) {
        var cause = broken;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Optional.ofNullable(cause.getMessage())
                .map(message -> Shortened.to(LONGEST_REASON, Printable.of(message)))
                .orElse(cause.getClass().getSimpleName());
    }

    private static Response checked(Response response) throws IOException {
        if (response.getStatusCode() >= FIRST_FAULT) {
            throw new NoAnswer(said(response));
        }
        return response;
    }

    private static String said(Response response) throws IOException {
        var body = new String(response.getBody().readNBytes(JsonReader.LONGEST), StandardCharsets.UTF_8);
        var message = JsonReader.read(body) instanceof Reading.Value<Tree>(var tree)
                ? new Facts(tree).at("message").text()
                : body.strip();
        return Shortened.to(
                LONGEST_REASON, Printable.of(message.isEmpty() ? "fault " + response.getStatusCode() : message));
    }

    private static Facts json(Response response) throws IOException {
        var body = new String(response.getBody().readNBytes(JsonReader.LONGEST + 1), StandardCharsets.UTF_8);
        if (body.isBlank()) {
            return new Facts(Tree.map().build());
        }
        return switch (JsonReader.read(body)) {
            case Reading.Value<Tree>(var tree) -> new Facts(tree);
            case Reading.Wrong<Tree>(var problems) ->
                throw new NoAnswer("the engine answered in a form that twin does not know: "
                        + problems.getFirst().message());
        };
    }

    @Override
    public Optional<Facts> get(String path) throws NoAnswer {
        return send(
                Request.Method.GET,
                path,
                Optional.empty(),
                response -> response.getStatusCode() == NOT_FOUND
                        ? Optional.empty()
                        : Optional.of(json(checked(response))));
    }

    @Override
    public Facts post(String path, Tree body) throws NoAnswer {
        return send(Request.Method.POST, path, Optional.of(body), response -> json(checked(response)));
    }

    @Override
    public void post(String path) throws NoAnswer {
        send(
                Request.Method.POST,
                path,
                Optional.empty(),
                response -> response.getStatusCode() == NOT_MODIFIED ? response : checked(response));
    }

    @Override
    public void delete(String path) throws NoAnswer {
        send(Request.Method.DELETE, path, Optional.empty(), SocketApi::checked);
    }

    @Override
    public void follow(String path, Consumer<Facts> line) throws NoAnswer {
        send(Request.Method.POST, path, Optional.empty(), response -> {
            var lines =
                    new BufferedReader(new InputStreamReader(checked(response).getBody(), StandardCharsets.UTF_8));
            for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                if (JsonReader.read(text) instanceof Reading.Value<Tree>(var tree)) {
                    line.accept(new Facts(tree));
                }
            }
            return response;
        });
    }

    @Override
    public byte[] read(String path, int most) throws NoAnswer {
        return send(
                Request.Method.GET,
                path,
                Optional.empty(),
                response -> checked(response).getBody().readNBytes(most));
    }
}
