package dev.twinsync.os.homeassistant;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.homeassistant.ConfigFileAction;
import dev.twinsync.domain.homeassistant.ConfigFileAction.Reload;
import dev.twinsync.domain.homeassistant.ConfigFileAction.RemoveConfigFile;
import dev.twinsync.domain.homeassistant.ConfigFileAction.Restart;
import dev.twinsync.domain.homeassistant.ConfigFileAction.SyncConfigFile;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.domain.homeassistant.LiveConfigFile;
import dev.twinsync.os.Answer;
import dev.twinsync.os.files.PrivateFolder;
import dev.twinsync.os.files.PrivateKeyWatch;
import dev.twinsync.os.files.Refusal;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.HomeAssistantFiles;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import dev.twinsync.port.WishedContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The folder of the configuration of this machine's Home Assistant, wherever it is. */
public final class HomeAssistantFolder implements HomeAssistantFiles {

    private static final Duration UNTIL_IT_RUNS = Duration.ofMinutes(15);

    private final Reach reach;
    private final Lately lately;
    private final WishedContent wished;
    private final Backups backups;
    private final Path repository;
    private final Pending.Store pending;
    private final ConfigurationCheck check;
    private final Rerun rerun;

    /**
     * @param which the one that is meant, looked for each time
     * @param backups where goes what a file held before it is replaced or removed, and from where it comes back
     * @param repository the twin's own, into which nobody looks or writes
     * @param state a folder of twin's own, for what is under way; made when it is needed
     */
    public HomeAssistantFolder(
            Reach reach,
            Supplier<Answer<Installation>> which,
            WishedContent wished,
            Backups backups,
            Path repository,
            Path state) {
        this.reach = reach;
        this.lately = new Lately(which, reach.ticker());
        this.wished = wished;
        this.backups = backups;
        this.repository = repository.toAbsolutePath().normalize();
        this.pending = new Pending.Store(new PrivateFolder(state));
        this.check = new ConfigurationCheck(reach);
        this.rerun = new Rerun(reach, UNTIL_IT_RUNS);
    }

    @Override
    public Observation<LiveConfigFile> observe(Scope scope) {
        return switch (lately.found()) {
            case Answer.None<Installation>(var reason) -> new Observation.Unavailable<>(reason);
            case Answer.Given<Installation>(var installation) -> look(folder(installation), scope);
        };
    }

    private Observation<LiveConfigFile> look(ConfigFolder folder, Scope scope) {
        try (var top = folder.open()) {
            top.ownAttributes();
        } catch (IOException | Refusal closed) {
            return new Observation.Unavailable<>(
                    "the configuration of Home Assistant cannot be seen: " + Footing.inWords(closed));
        }
        var look = new ConfigLook(folder, repository);
        return switch (scope) {
            case Scope.Some some -> look.named(some.keys()).seen();
            case Scope.Everything(var declared) ->
                look.captured().named(declared).seen();
        };
    }

    private ConfigFolder folder(Installation installation) {
        return new ConfigFolder(installation.folder(), reach);
    }

    @Override
    public InputStream open(ConfigPath path) throws IOException {
        try {
            var content = folder(found())
                    .read(path)
                    .orElseThrow(() -> new IOException(path + " is not there"))
                    .content();
            if (PrivateKeyWatch.finds(content)) {
                throw new IOException(path + ": " + PrivateKeyWatch.REASON);
            }
            return new ByteArrayInputStream(content);
        } catch (Refusal refusal) {
            throw new IOException(refusal.getMessage(), refusal);
        }
    }

    private Installation found() throws IOException {
        return switch (lately.found()) {
            case Answer.Given<Installation>(var installation) -> installation;
            case Answer.None<Installation>(var reason) -> throw new IOException(reason);
        };
    }

    @Override
    public Optional<String> obstacle(ConfigFileAction action) {
        return foresight().flatMap(foresight -> foresight.obstacle(action));
    }

    @Override
    public Map<String, Forecast> forecast(List<ConfigFileAction> actions) {
        return foresight().map(foresight -> foresight.of(actions)).orElseGet(Map::of);
    }

    private Optional<ConfigForesight> foresight() {
        return lately.found() instanceof Answer.Given<Installation>(var installation)
                ? Optional.of(new ConfigForesight(reach, installation, check, rerun, new WishedFiles(wished, backups)))
                : Optional.empty();
    }

    /** The files are one, for they are checked together; what makes Home Assistant read them comes after. */
    @Override
    public List<List<ConfigFileAction>> transactions(List<ConfigFileAction> actions) {
        var files = actions.stream().filter(HomeAssistantFolder::isOfFile).toList();
        var transactions = new ArrayList<List<ConfigFileAction>>();
        if (!files.isEmpty()) {
            transactions.add(files);
        }
        actions.stream().filter(action -> !isOfFile(action)).map(List::of).forEach(transactions::add);
        return transactions;
    }

    private static boolean isOfFile(ConfigFileAction action) {
        return switch (action) {
            case SyncConfigFile _, RemoveConfigFile _ -> true;
            case Reload _, Restart _ -> false;
        };
    }

    @Override
    public Attempt apply(List<ConfigFileAction> transaction, Progress progress) {
        return switch (lately.foundAnew()) {
            case Answer.None<Installation>(var reason) -> new Attempt.Refused(reason);
            case Answer.Given<Installation>(var installation) ->
                mend(transaction, progress).then(() -> apply(transaction, installation, progress));
        };
    }

    private Attempt apply(List<ConfigFileAction> transaction, Installation installation, Progress progress) {
        return switch (transaction.getFirst()) {
            case Reload(var service) -> rerun.reload(installation, service);
            case Restart _ -> rerun.restart(installation, progress);
            case SyncConfigFile _, RemoveConfigFile _ -> write(transaction, installation, progress);
        };
    }

    private Attempt write(List<ConfigFileAction> transaction, Installation installation, Progress progress) {
        try {
            var folder = folder(installation);
            var danger = new Footing(reach).danger(folder, transaction);
            if (danger.isPresent()) {
                return new Attempt.Refused(danger.get());
            }
            for (ConfigFileAction action : transaction) {
                if (folder.path().resolve(action.key()).startsWith(repository)) {
                    return new Attempt.Refused(action.key() + " is in the twin's own repository");
                }
            }
            return new FileTransaction(
                            folder, installation, check, new WishedFiles(wished, backups), backups, pending, progress)
                    .run(transaction);
        } catch (IOException | Refusal failed) {
            return new Attempt.Refused(Footing.inWords(failed));
        }
    }

    @Override
    public Attempt mend(List<ConfigFileAction> cutOff, Progress progress) {
        return new CutOff(reach, backups, pending).putBack(progress);
    }
}
