package dev.twinsync.os.supervisor;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The logs of the fake, by what they are of: {@code core}, {@code supervisor}, {@code addons/core_mosquitto}, {@code host}. */
public final class FakeLogs {

    private static final Pattern PATH =
            Pattern.compile("(?<of>.+)/logs(?:/boots/(?<boot>[^/]+))?(?<rest>/follow|/latest)?");
    private static final Pattern RANGE = Pattern.compile("entries=(?<cursor>[^:]*):(?<skip>-?[0-9]+):(?<count>[0-9]*)");
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}) .*");
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final int USUAL = 100;
    private static final int ALL = Integer.MAX_VALUE;
    private static final Map<String, String> BOOTS = Map.of("0", "b0".repeat(16), "-1", "b1".repeat(16));

    /** @param time in UTC, with milliseconds */
    record Entry(String time, String text) {}

    /** From where on, and how many. */
    private record Slice(int from, int count) {}

    private final FakeSwitches switches;
    private final Map<String, List<Entry>> entries = new ConcurrentHashMap<>();
    private final Map<String, List<Entry>> bootBefore = new ConcurrentHashMap<>();
    private final Map<String, Integer> latestStart = new ConcurrentHashMap<>();
    private final Map<String, Path> files = new ConcurrentHashMap<>();
    private volatile boolean ended;

    FakeLogs(FakeSwitches switches) {
        this.switches = switches;
        for (String of : List.of("core", "supervisor", "host", "dns", "audio", "multicast", "addons/core_mosquitto")) {
            entries.put(of, new CopyOnWriteArrayList<>());
        }
    }

    /** The lines come from there from now on, at each question anew. */
    public void serve(String of, Path file) {
        files.put(of, file);
    }

    public void add(String of, String time, String text) {
        entries.get(of).add(new Entry(time, text));
    }

    /** What comes from now on is of a new start of that container. */
    public void startAnew(String of) {
        latestStart.put(of, entries.get(of).size());
    }

    /** What is there is of the start of the machine before. */
    public void reboot(String of) {
        bootBefore.put(of, List.copyOf(entries.get(of)));
        entries.get(of).clear();
        latestStart.remove(of);
    }

    void end() {
        ended = true;
    }

    static boolean isOne(FakeCall call) {
        return call.method().equals("GET") && PATH.matcher(call.path()).matches();
    }

    Optional<FakeReply> lists(FakeCall call) {
        return switch (call.path()) {
            case "host/logs/boots" ->
                Optional.of(FakeReply.ok(
                        "{\"boots\":{\"0\":\"" + BOOTS.get("0") + "\",\"-1\":\"" + BOOTS.get("-1") + "\"}}"));
            case "host/logs/identifiers" ->
                Optional.of(FakeReply.ok("{\"identifiers\":[\"homeassistant\",\"hassio_supervisor\"]}"));
            case String _ -> Optional.empty();
        };
    }

    /** Writes the whole answer. */
    void answer(FakeCall call, HttpExchange exchange) throws IOException {
        var path = PATH.matcher(call.path());
        if (!path.matches()) {
            throw FakeReply.plain(404);
        }
        var of = path.group("of");
        boolean latest = "/latest".equals(path.group("rest"));
        var log = log(path);
        if (switches.noJournal && !of.equals("supervisor")) {
            throw FakeReply.textual(400, "No systemd-journal-gatewayd Unix socket available");
        }
        var accept = call.header("Accept").orElse("*/*");
        if (!List.of("text/plain", "text/x-log", "*/*").contains(accept)) {
            throw FakeReply.textual(
                    400, "Invalid content type requested. Only text/plain and text/x-log supported for now.");
        }
        boolean dated = call.parameter("verbose").isPresent() || accept.equals("text/x-log");
        boolean plain = latest || call.parameter("no_colors").isPresent();
        boolean follows = "/follow".equals(path.group("rest"));
        var from = latest ? log.subList(Math.min(latestStart.getOrDefault(of, 0), log.size()), log.size()) : log;
        write(exchange, from, slice(call, from, latest, follows), new Form(of, dated, plain), follows ? of : "");
    }

    private List<Entry> log(Matcher path) {
        var of = path.group("of");
        if (!entries.containsKey(of) || of.equals("host") && "/latest".equals(path.group("rest"))) {
            throw FakeReply.plain(404);
        }
        var boot = Optional.ofNullable(path.group("boot")).orElse("0");
        if (boot.equals("-1") || boot.equals(BOOTS.get("-1"))) {
            return bootBefore.getOrDefault(of, List.of());
        }
        if (!boot.equals("0") && !boot.equals(BOOTS.get("0"))) {
            throw FakeReply.textual(404, "Boot " + boot + " does not exist");
        }
        return files.containsKey(of) ? read(files.get(of)) : entries.get(of);
    }

    private static List<Entry> read(Path file) {
        try {
            return Files.readAllLines(file).stream().map(FakeLogs::entry).toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static Entry entry(String line) {
        var date = DATE.matcher(line);
        return new Entry(date.matches() ? date.group(1) : "2026-08-21 09:14:03.512", line);
    }

    private static Slice slice(FakeCall call, List<Entry> log, boolean latest, boolean follows) {
        var lines = call.parameter("lines");
        if (lines.isPresent()) {
            int count = Math.max(2, lines.get().matches("-?[0-9]{1,9}") ? Integer.parseInt(lines.get()) : USUAL);
            return new Slice(log.size() - count, follows ? ALL : count);
        } else if (latest) {
            return new Slice(0, ALL);
        }
        var range = RANGE.matcher(call.header("Range").orElse("entries=:-99:" + (follows ? "" : USUAL)));
        if (!range.matches()) {
            throw FakeReply.textual(400, "Failed to parse range");
        }
        int skip = Integer.parseInt(range.group("skip"));
        int start = range.group("cursor").isEmpty()
                ? (skip < 0 ? log.size() - 1 : 0)
                : Integer.parseInt(range.group("cursor").replace("s=fake;i=", ""));
        return new Slice(start + skip, range.group("count").isEmpty() ? ALL : Integer.parseInt(range.group("count")));
    }

    /** How a line is to look. */
    private record Form(String of, boolean dated, boolean plain) {
        String text(Entry entry) {
            var text = plain ? COLOURS.matcher(entry.text()).replaceAll("") : entry.text();
            var identifier = of.equals("core") ? "homeassistant" : of.replace("addons/", "addon_");
            return dated ? entry.time() + " homeassistant " + identifier + "[1234]: " + text : text;
        }
    }

    /** The head goes out with the first line: a log without lines is an empty answer. @param follows whose further lines; empty: none */
    private void write(HttpExchange exchange, List<Entry> log, Slice slice, Form form, String follows)
            throws IOException {
        int at = Math.max(0, slice.from());
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("X-Accel-Buffering", "no");
        if (at < log.size()) {
            exchange.getResponseHeaders().set("X-First-Cursor", "s=fake;i=" + at);
        }
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            long left = slice.count();
            while (left > 0 && (at < log.size() || !follows.isEmpty() && !ended)) {
                if (at < log.size()) {
                    out.write((form.text(log.get(at)) + "\n").getBytes(StandardCharsets.UTF_8));
                    at++;
                    left--;
                } else {
                    out.flush();
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
