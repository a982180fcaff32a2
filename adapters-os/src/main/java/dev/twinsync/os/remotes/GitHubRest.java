package dev.twinsync.os.remotes;

import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import dev.twinsync.os.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Over the web, with a token. No redirect is followed, so that the token goes where it is to go. @param top without a slash at its end */
record GitHubRest(String top, String token) implements GitHubApi {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int LARGEST = 1 << 20;
    private static final Map<Integer, String> REASONS = Map.of(
            401, "it does not take the token",
            403, "the token does not allow this; it needs the right to make and see private repositories",
            422, "there is a repository of this name already, or the name cannot be used");

    @Override
    public Reply get(String path) throws IOException {
        return ask(request(path).GET().build());
    }

    @Override
    public Reply post(String path, Tree body) throws IOException {
        var json = HttpRequest.BodyPublishers.ofString(JsonTree.compact(body));
        return ask(request(path).POST(json).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(top + "/" + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/vnd.github+json")
                .header("User-Agent", "twin");
    }

    private Reply ask(HttpRequest request) throws IOException {
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(LIMIT)
                .build()) {
            var answer = client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
            return reply(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("twin was interrupted while it asked " + top, stopped);
        }
    }

    private Reply reply(int status, String body) throws IOException {
        if (status == 404) {
            return new Reply.Missing();
        }
        if (status / 100 != 2) {
            throw new IOException(top + " answers with " + status + ": "
                    + REASONS.getOrDefault(status, "twin does not know what it means"));
        }
        return switch (JsonReader.read(body)) {
            case Reading.Value<Tree>(var tree) -> new Reply.Found(new Facts(tree));
            case Reading.Wrong<Tree> _ -> throw new IOException(top + " answered with something that is no JSON");
        };
    }

    /** Without the token. */
    @Override
    public String toString() {
        return top;
    }
}
