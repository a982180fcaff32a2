package dev.twinsync.os.supervisor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.twinsync.domain.shape.Tree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * A Supervisor for tests, on a port of this machine: its calls, its faults, and its way to answer well where it failed.
 * {@code POST /_control/NAME} sets a switch, {@code POST /_control/log/core} adds a line to a log, {@code GET /_control/done} tells what
 * was done.
 */
public final class FakeSupervisor implements AutoCloseable {

    public static final String TOKEN = "fake-token-0123456789abcdef";

    private static final String CONTROL = "_control/";

    private final HttpServer server;
    private final String token;
    private final FakeSwitches switches = new FakeSwitches();
    private final FakeHouse house = new FakeHouse();
    private final FakeLogs logs = new FakeLogs(switches);
    private final FakeJobs jobs = new FakeJobs(switches);
    private final FakeGate gate;
    private final FakeCoreProxy core;
    private final FakeCoreRoutes coreRoutes;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    public FakeSupervisor() {
        this(0, TOKEN, Optional.empty());
    }

    /** @param port 0: any that is free @param folder the configuration that its check reads */
    public FakeSupervisor(int port, String token, Optional<Path> folder) {
        this.token = token;
        this.gate = new FakeGate(token, house, switches);
        this.core = new FakeCoreProxy(house, switches, new FakeConfig(folder));
        this.coreRoutes = new FakeCoreRoutes(house, switches, jobs, new FakeConfig(folder));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new AssertionError(taken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public FakeSwitches switches() {
        return switches;
    }

    public FakeHouse house() {
        return house;
    }

    public FakeLogs logs() {
        return logs;
    }

    /** What it was asked, in order: {@code POST core/check}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** The api that twin has of it. */
    public SupervisorApi api() {
        return new HttpSupervisor(Endpoint.of(address()), new Token(token), new CoreGate());
    }

    @Override
    public void close() {
        ended.countDown();
        logs.end();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var call = new FakeCall(
                exchange.getRequestMethod(),
                uri.getRawPath().replaceFirst("^/", "").replaceFirst("^homeassistant(?=/)", "core"),
                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        try {
            if (call.path().startsWith(CONTROL)) {
                send(exchange, control(call));
            } else {
                serve(call, exchange);
            }
        } catch (FakeReply.Refusal refused) {
            send(exchange, refused.reply());
        } finally {
            exchange.close();
        }
    }

    private void serve(FakeCall call, HttpExchange exchange) throws IOException {
        calls.add(call.method() + " " + call.path());
        pause(switches.slow);
        gate.check(call);
        if (switches.noBackground && call.text().contains("\"background\"")) {
            throw FakeReply.error(400, "extra keys not allowed @ data['background']. Got True");
        }
        var trouble = switches.take(call);
        jobs.tick();
        if (trouble.isPresent()) {
            new FakeTrouble(exchange, ended).make(trouble.get(), () -> route(call));
        } else if (FakeLogs.isOne(call)) {
            logs.answer(call, exchange);
        } else {
            send(exchange, route(call));
        }
    }

    private FakeReply route(FakeCall call) {
        synchronized (house) {
            if (FakeCoreProxy.isOne(call)) {
                return core.answer(call, gate.bears(call));
            }
            return switches.system
                    .answer(call)
                    .or(() -> coreRoutes.answer(call))
                    .or(() -> logs.lists(call))
                    .or(() -> jobs.answer(call))
                    .or(() -> new FakeStoreRoutes(house, switches, jobs).answer(call))
                    .or(() -> new FakeBackupRoutes(house, switches, jobs).answer(call))
                    .or(() -> new FakeAddonRoutes(house, switches, jobs).answer(call))
                    .orElseThrow(() -> FakeReply.plain(404));
        }
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    static void send(HttpExchange exchange, FakeReply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }

    private FakeReply control(FakeCall call) {
        var name = call.path().substring(CONTROL.length());
        if (call.is("GET", CONTROL + "done")) {
            return FakeReply.ok(FakeReply.texts(new ArrayList<>(house.done)));
        } else if (name.startsWith("log/")) {
            logs.add(name.substring("log/".length()), "2026-08-21 09:14:03.512", call.text());
        } else if (name.equals("supervisorLatest")) {
            house.supervisorLatest = call.text();
        } else {
            switches.set(name, call.text());
        }
        return FakeReply.ok(Tree.map().build());
    }

    /** As a process of its own: {@code --port N --token-file F [--config DIR] [--supervised] [--log core=FILE]…}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var options = FakeOptions.of(List.of(arguments));
        var token = Files.readString(options.tokenFile()).strip();
        try (var fake = new FakeSupervisor(options.port(), token, options.config())) {
            options.logs().forEach(fake.logs::serve);
            if (options.isSupervised()) {
                fake.house.os = "";
            }
            System.out.println("listening on " + fake.address());
            fake.ended.await();
        }
    }
}
