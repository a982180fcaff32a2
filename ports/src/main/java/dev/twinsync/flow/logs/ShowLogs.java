package dev.twinsync.flow.logs;

import dev.twinsync.domain.logs.ErrorSignature;
import dev.twinsync.domain.logs.LogIndex;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.flow.twin.Times;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.RepoView;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the repository knows of the machine's logs. The machine is not looked at: what it wrote since is not known here. */
public final class ShowLogs {

    private static final String TEXT = ".txt";

    private final RepoView repo;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param zone of the times in log files that do not name theirs, where the capture does not say it */
    public ShowLogs(RepoView repo, InstantSource clock, ZoneId zone) {
        this.repo = repo;
        this.clock = clock;
        this.zone = zone;
    }

    /** What was captured last; empty where no log was captured yet. */
    public Reading<Optional<LogIndex>> index() throws IOException {
        return repo.read(Layout.logIndex())
                .map(found -> found.filter(index -> index.capturedAt().isPresent()));
    }

    public LogOverview overview(LogIndex index) {
        return LogOverview.of(index, clock.instant());
    }

    /** @param units as in {@link LogFilter} */
    public LogFilter filter(Optional<SinceWhen> since, List<String> units, Optional<Search> search) {
        return new LogFilter(since.map(when -> when.from(clock.instant())), units, search);
    }

    /** The errors that are known and asked for, those that were seen last first. */
    public List<ErrorSignature> errors(LogIndex index, LogFilter filter) throws IOException {
        var errors = new ArrayList<ErrorSignature>();
        for (ErrorSignature error : index.signatures()) {
            if (filter.isNewEnough(Times.of(error.lastSeen()))
                    && filter.isAbout(error.unit())
                    && filter.isFoundIn(error.text())) {
                errors.add(error);
            }
        }
        errors.sort(Comparator.comparing(ErrorSignature::lastSeen).reversed());
        return List.copyOf(errors);
    }

    /** As {@link #errors}, of those only that were not known before. */
    public List<ErrorSignature> newErrors(LogIndex index, LogFilter filter) throws IOException {
        return errors(index, filter).stream()
                .filter(error -> error.isNewSinceSnapshot() || error.isNewSinceApply())
                .toList();
    }

    public RefusedLogins refusedLogins(LogIndex index, LogFilter filter) throws IOException {
        return RefusedLogins.of(index, filter);
    }

    public UnitTroubles units(LogIndex index, LogFilter filter) {
        return UnitTroubles.of(index, filter);
    }

    /** @param name as {@code twin logs} names it: {@code syslog} */
    public NamedSource source(LogIndex index, String name) throws IOException {
        return new SourceNames(index, texts(false)).find(name);
    }

    /**
     * The texts of the last capture.
     *
     * @param all those of the captures before it too, as far as they are kept
     */
    public List<String> texts(boolean all) throws IOException {
        return repo.list(all ? Layout.LOGS : Layout.CURRENT_LOGS).stream()
                .filter(path -> path.endsWith(TEXT))
                .toList();
    }

    /** @param path of a text, relative to the repository */
    public FoundLines lines(String path, LogFilter filter, LineWindow window) throws IOException {
        var index = indexBeside(path);
        try (var in = repo.open(path)) {
            return new LineSelection(filter, window, capturedAt(index), zone(index, path)).of(path, KeptText.read(in));
        }
    }

    private Optional<LogIndex> indexBeside(String path) throws IOException {
        return repo.read(Layout.logIndexBeside(path)) instanceof Reading.Value<Optional<LogIndex>>(var found)
                ? found
                : Optional.empty();
    }

    /** An index that says nothing leaves only the present. */
    private Instant capturedAt(Optional<LogIndex> beside) {
        return beside.flatMap(LogIndex::capturedAt).flatMap(Times::of).orElseGet(clock::instant);
    }

    /** Of the machine that was read, which may be another one; who asks may be elsewhere too. */
    private ZoneId zone(Optional<LogIndex> beside, String path) {
        return beside.flatMap(index -> index.reportOf(Layout.logText(path)))
                .flatMap(LogReport::zone)
                .flatMap(ShowLogs::zone)
                .orElse(zone);
    }

    private static Optional<ZoneId> zone(String named) {
        try {
            return Optional.of(ZoneId.of(named));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
