package dev.twinsync.os.supervisor;

import com.sun.net.httpserver.HttpExchange;
import dev.twinsync.domain.shape.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** What goes wrong between the fake and who asks it. */
record FakeTrouble(HttpExchange exchange, CountDownLatch end) {

    private static final int A_LOT = 9 << 20;

    void make(FakeSwitches.Trouble trouble, Supplier<FakeReply> work) throws IOException {
        switch (trouble) {
            case DROP -> exchange.close();
            case DROP_AFTERWARDS -> {
                work.get();
                exchange.close();
            }
            case HALF -> half(work.get());
            case GARBAGE ->
                FakeSupervisor.send(
                        exchange,
                        new FakeReply(
                                200, "text/html", "<html>Please sign in</html>".getBytes(StandardCharsets.UTF_8)));
            case OVERSIZE -> FakeSupervisor.send(exchange, FakeReply.ok(Tree.text("x".repeat(A_LOT))));
            case NO_ENVELOPE -> FakeSupervisor.send(exchange, FakeReply.raw(200, FakeReply.tree("[1]")));
            case SILENCE -> silence();
            case UNKNOWN_ERROR ->
                throw FakeReply.error(
                        500,
                        "An unknown error occurred with app. Check supervisor logs for details",
                        "app_unknown_error",
                        Tree.map().put("app", "core_mosquitto").build());
        }
    }

    private void half(FakeReply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.sendResponseHeaders(reply.status(), reply.body().length);
        exchange.getResponseBody().write(reply.body(), 0, reply.body().length / 2);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private void silence() {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
