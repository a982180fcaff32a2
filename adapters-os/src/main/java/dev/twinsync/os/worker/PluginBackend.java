package dev.twinsync.os.worker;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.foreign.Foreign;
import dev.twinsync.domain.foreign.ForeignAction;
import dev.twinsync.domain.foreign.ForeignThing;
import dev.twinsync.os.Self;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backend;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The program of a plugin of other people as a backend. It is started when it is first needed, once for all; where it may not be
 * started, or does not answer as agreed, nothing is seen and nothing is done.
 */
public final class PluginBackend implements Backend<ForeignThing, ForeignAction> {

    private final String plugin;
    private final Foreign kind;
    private final Path repository;
    private final Search search;
    private final boolean needsRoot;
    private final Self self;
    private final Duration patience;
    private Optional<PluginSession> session = Optional.empty();
    private Optional<String> broken = Optional.empty();

    /** Where the program is. */
    @FunctionalInterface
    public interface Search {
        /** @throws IOException that says in a sentence why it must not be started, with the remedy */
        Path program() throws IOException;
    }

    /**
     * @param repository the twin's own repository, by absolute path
     * @param needsRoot whether only root may carry out what it does
     * @param self who this process is
     */
    public PluginBackend(String plugin, Foreign kind, Path repository, Search search, boolean needsRoot, Self self) {
        this(plugin, kind, repository, search, needsRoot, self, PluginSession.LOOKING);
    }

    PluginBackend(
            String plugin,
            Foreign kind,
            Path repository,
            Search search,
            boolean needsRoot,
            Self self,
            Duration patience) {
        this.plugin = plugin;
        this.kind = kind;
        this.repository = repository;
        this.search = search;
        this.needsRoot = needsRoot;
        this.self = self;
        this.patience = patience;
    }

    /** What needs no root is its user's alone. */
    @Override
    public boolean isPersonal() {
        return !needsRoot;
    }

    @Override
    public Optional<String> obstacle(ForeignAction action) {
        return needsRoot ? self.lacksRoot() : Optional.empty();
    }

    @Override
    public Observation<ForeignThing> observe(Scope scope) {
        return asked(
                running -> running.within(patience).observe(scope),
                reason -> new Observation.Unavailable<ForeignThing>(reason));
    }

    @Override
    public Map<String, Forecast> forecast(List<ForeignAction> actions) {
        return asked(
                running -> running.can("foresee")
                        ? running.within(patience).forecast(actions)
                        : Backend.super.forecast(actions),
                _ -> Backend.super.forecast(actions));
    }

    @Override
    public List<List<ForeignAction>> transactions(List<ForeignAction> actions) {
        return asked(
                running -> running.can("group")
                        ? running.within(patience).transactions(actions)
                        : Backend.super.transactions(actions),
                _ -> Backend.super.transactions(actions));
    }

    @Override
    public Attempt apply(List<ForeignAction> transaction, Progress progress) {
        return asked(
                running -> running.agreed(running.within(PluginSession.ACTING).apply(transaction, progress)),
                Attempt.Refused::new);
    }

    @Override
    public Attempt mend(List<ForeignAction> cutOff, Progress progress) {
        return asked(
                running -> running.can("mend")
                        ? running.agreed(running.within(PluginSession.ACTING).mend(cutOff, progress))
                        : new Attempt.Ran(),
                Attempt.Refused::new);
    }

    /** One question at a time. */
    private synchronized <T> T asked(Function<PluginSession, T> question, Function<String, T> otherwise) {
        try {
            var running = running();
            var answer = question.apply(running);
            broken = running.fault().map(reason -> reason + "; it is not asked again");
            return answer;
        } catch (IOException off) {
            return otherwise.apply(off.getMessage());
        }
    }

    private PluginSession running() throws IOException {
        if (broken.isPresent()) {
            throw new IOException(broken.get());
        }
        if (session.isEmpty()) {
            session = Optional.of(PluginSession.start(plugin, kind, search.program(), repository, patience));
        }
        return session.get();
    }
}
