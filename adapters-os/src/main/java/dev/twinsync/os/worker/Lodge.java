package dev.twinsync.os.worker;

import dev.twinsync.os.JsonReader;
import dev.twinsync.os.plugins.FoundProgram;
import dev.twinsync.port.LogSource;
import dev.twinsync.port.MachineLock;
import dev.twinsync.port.WishedContent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the twin of another machine stays: what only such a one asks is answered here. */
final class Lodge implements Closeable {

    /** The longest that somebody may wait for another twin. */
    private static final long LONGEST_PATIENCE = Duration.ofDays(1).toMillis();

    /** Of which none takes more than six of the letters of a message. */
    private static final long MOST_LETTERS = JsonReader.LONGEST / 6 - 100_000;

    private static final int SHORTEST_TRIAL = 5;
    private static final int LONGEST_TRIAL = 600;

    private final Reception reception;
    private final OpenContents contents = new OpenContents();
    private final Map<String, Hosted<?, ?>> plugins = new LinkedHashMap<>();
    private Optional<Reception.House> house = Optional.empty();
    private Optional<Closeable> lock = Optional.empty();

    Lodge(Reception reception) {
        this.reception = reception;
    }

    /** @return the plugins, of which there are more once the guest has engaged some */
    Map<String, Hosted<?, ?>> letIn(Request.Visit visit, WishedContent content) throws IOException {
        if (visit.networkTimeout() < SHORTEST_TRIAL || visit.networkTimeout() > LONGEST_TRIAL) {
            throw new IOException("a network is on probation for " + SHORTEST_TRIAL + " to " + LONGEST_TRIAL
                    + " seconds, not for " + visit.networkTimeout());
        }
        var order = new Reception.Order(
                visit.rules(), Duration.ofSeconds(visit.networkTimeout()), visit.homeAssistant(), visit.keepDays());
        var opened = reception.open(order, content);
        house = Optional.of(opened);
        plugins.putAll(opened.plugins());
        return Collections.unmodifiableMap(plugins);
    }

    Reply answer(Request.OfGuest request) throws IOException {
        return switch (request) {
            case Request.Visit _ -> welcome(found());
            case Request.Lock(var patience) -> lock(Duration.ofMillis(Math.clamp(patience, 0, LONGEST_PATIENCE)));
            case Request.Unlock() -> {
                giveBack();
                yield new Reply.Taken();
            }
            case Request.Fetch fetch -> contents.part(fetch, named(fetch.plugin(), found().contents()));
            case Request.Find(var name) -> program(found().programs().find(name));
            case Request.Engage(var program, var root) -> engage(program, root);
            case Request.Capture(var plugin, var wanted, var marks) ->
                captured(named(plugin, found().logs()).capture(wanted, new LogSource.Since(Instant.now(), marks)));
        };
    }

    private static Reply program(FoundProgram found) {
        return new Reply.Program(found.path().toString(), found.digest(), found.isOfRoot());
    }

    private Reply engage(RootProgram program, boolean root) throws IOException {
        var name = program.plugin().text();
        if (plugins.containsKey(name)) {
            throw new IOException(name + " is a plugin of twin itself, or engaged already");
        }
        plugins.put(name, found().programs().hosted(program, root, Path.of(OtherHost.NO_REPOSITORY)));
        return new Reply.Taken();
    }

    private Reception.House found() {
        return house.orElseThrow();
    }

    private Reply welcome(Reception.House found) {
        return new Reply.Welcome(
                reception.user(),
                reception.machine().identity().found(),
                reception.facts(),
                found.here(),
                found.reloads());
    }

    /** More lines than fit into one message, whatever letters they are of, have to be asked for in smaller numbers. */
    private static Reply captured(LogSource.Capture capture) throws IOException {
        long letters = capture.texts().stream()
                .flatMap(text -> text.lines().stream())
                .mapToLong(String::length)
                .sum();
        if (letters > MOST_LETTERS) {
            throw new IOException("its last lines have " + letters + " letters, and " + MOST_LETTERS
                    + " go over at once; ask for fewer lines: tail_lines in state/logs_config.yaml");
        }
        return new Reply.Captured(capture);
    }

    private static <T> T named(String plugin, Map<String, T> those) throws IOException {
        return Optional.ofNullable(those.get(plugin))
                .orElseThrow(() -> new IOException("there is no plugin of this name that can be asked for that"));
    }

    private Reply lock(Duration patience) throws IOException {
        if (lock.isPresent()) {
            throw new IOException("it is locked for this guest already");
        }
        return switch (reception.lock().take(patience)) {
            case MachineLock.Answer.Busy(var holder) -> new Reply.Busy(holder);
            case MachineLock.Answer.Taken(var held) -> {
                lock = Optional.of(held);
                yield new Reply.Taken();
            }
        };
    }

    /** A guest must not change what others may be changing. */
    void checkLocked() throws IOException {
        if (lock.isEmpty()) {
            throw new IOException("nothing is changed for a guest that has not locked this machine");
        }
    }

    private void giveBack() throws IOException {
        if (lock.isPresent()) {
            var held = lock.get();
            lock = Optional.empty();
            held.close();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            contents.close();
        } finally {
            giveBack();
        }
    }
}
