package dev.twinsync.port;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Git's own program for repositories on the web, behind a server of this machine that lets in who has the token. */
public final class GitOverHttp implements AutoCloseable {

    private final HttpServer server;
    private final Path folder;
    private final String token;
    /** What who came said they were. */
    public final List<String> said = new CopyOnWriteArrayList<>();

    /** @param folder in which the repositories are */
    public GitOverHttp(Path folder, String token) throws IOException {
        this.folder = folder;
        this.token = token;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public RemoteAddress address(String repository) {
        return new RemoteAddress("http://127.0.0.1:" + server.getAddress().getPort() + "/" + repository);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var who = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                    .orElse("");
            said.add(who);
            if (isWelcome(who)) {
                serve(exchange);
            } else {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
            }
        }
    }

    private boolean isWelcome(String who) {
        var words = who.split(" ", 2);
        return words.length == 2
                && words[0].equals("Basic")
                && new String(Base64.getDecoder().decode(words[1]), StandardCharsets.UTF_8).endsWith(":" + token);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var builder = new ProcessBuilder("git", "http-backend");
        var request = exchange.getRequestURI();
        var headers = exchange.getRequestHeaders();
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", "/usr/bin:/bin",
                        "GIT_PROJECT_ROOT", folder.toString(),
                        "GIT_HTTP_EXPORT_ALL", "1",
                        "REMOTE_USER", "alice",
                        "REQUEST_METHOD", exchange.getRequestMethod(),
                        "PATH_INFO", request.getPath(),
                        "QUERY_STRING", Optional.ofNullable(request.getQuery()).orElse(""),
                        "CONTENT_TYPE",
                                Optional.ofNullable(headers.getFirst("Content-Type"))
                                        .orElse(""),
                        "HTTP_CONTENT_ENCODING",
                                Optional.ofNullable(headers.getFirst("Content-Encoding"))
                                        .orElse(""),
                        "GIT_PROTOCOL",
                                Optional.ofNullable(headers.getFirst("Git-Protocol"))
                                        .orElse("")));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        var process = builder.start();
        var body = exchange.getRequestBody().readAllBytes();
        try (var in = process.getOutputStream()) {
            in.write(body);
        }
        pass(process.getInputStream().readAllBytes(), exchange);
    }

    /** Lines of a header, an empty one, and the rest. */
    private static void pass(byte[] answer, HttpExchange exchange) throws IOException {
        var text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        int status = 200;
        for (String line : text.substring(0, end).split("\r\n")) {
            var parts = line.split(": ", 2);
            if (parts[0].equals("Status")) {
                status = Integer.parseInt(parts[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(parts[0], parts[1]);
            }
        }
        int length = answer.length - end - 4;
        exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
        exchange.getResponseBody().write(answer, end + 4, length);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
