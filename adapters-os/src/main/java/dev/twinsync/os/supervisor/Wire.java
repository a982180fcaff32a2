package dev.twinsync.os.supervisor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One question and one answer over HTTP. Each has a connection of its own: one that was kept may have died with a Supervisor that was
 * started anew, and then nobody knows whether something was done. No proxy, no redirect: the token goes where it is to go.
 */
record Wire(Endpoint endpoint) {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT)
                .build();
    }

    <T> HttpResponse<T> send(HttpRequest request, Duration patience, BodyHandler<T> handler) throws NoAnswer {
        var client = client();
        try {
            return await(client.sendAsync(request, handler), patience);
        } finally {
            client.shutdownNow();
        }
    }

    private <T> T await(CompletableFuture<T> answer, Duration patience) throws NoAnswer {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw new NoAnswer(new Fault.TimedOut(patience));
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswer(new Fault.Dropped(endpoint.base(), "twin was interrupted"));
        } catch (ExecutionException broken) {
            throw new NoAnswer(fault(broken.getCause()));
        }
    }

    private Fault fault(Throwable cause) {
        return switch (cause) {
            case RuntimeException fault -> throw fault;
            case Error fault -> throw fault;
            case LimitedBody.TooLong tooLong -> new Fault.Garbled(tooLong.getMessage());
            case ConnectException refused -> new Fault.Unreachable(endpoint.base(), reason(refused));
            case HttpConnectTimeoutException slow -> new Fault.Unreachable(endpoint.base(), reason(slow));
            case IOException broken -> new Fault.Dropped(endpoint.base(), reason(broken));
            case Throwable other -> throw new IllegalStateException(other);
        };
    }

    /** Those of the client have often no message, and a cause that has none either. */
    private static String reason(Throwable fault) {
        return Optional.ofNullable(fault.getMessage())
                .or(() -> Optional.ofNullable(fault.getCause()).map(Throwable::getMessage))
                .orElse(fault.getClass().getSimpleName());
    }
}
