package dev.twinsync.os.files;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.files.FileAction;
import dev.twinsync.domain.files.LiveFile;
import dev.twinsync.domain.files.SecretPlaces;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Backups;
import dev.twinsync.port.FileMirror;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.KnownContent;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import dev.twinsync.port.WishedContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of this machine. */
public final class MirroredFiles implements FileMirror {

    private static final String LOCALE =
            "names of files cannot be read in this locale; start twin with LC_ALL=C.UTF-8 in its environment";

    private final WishedContent wished;
    private final Backups backups;
    private final CaptureRules rules;
    private final Path repository;
    private final CommandRunner commands;
    private final KnownContent known;
    private final String nameEncoding;
    private final UnitReload units;

    /**
     * @param backups where goes what a file held before it is replaced or removed, and from where it comes back
     * @param repository the twin's own repository, of which nothing is recorded and in which nothing is written
     */
    public MirroredFiles(
            WishedContent wished, Backups backups, CaptureRules rules, Path repository, CommandRunner commands) {
        this(wished, backups, rules, repository, commands, KnownContent.NONE, UnitReload.NONE);
    }

    /**
     * @param known what an earlier look at everything has read; a look at single files reads them
     * @param units tells systemd of changed unit files
     */
    public MirroredFiles(
            WishedContent wished,
            Backups backups,
            CaptureRules rules,
            Path repository,
            CommandRunner commands,
            KnownContent known,
            UnitReload units) {
        this(wished, backups, rules, repository, commands, known, units, System.getProperty("sun.jnu.encoding", ""));
    }

    MirroredFiles(
            WishedContent wished,
            Backups backups,
            CaptureRules rules,
            Path repository,
            CommandRunner commands,
            KnownContent known,
            UnitReload units,
            String nameEncoding) {
        this.wished = wished;
        this.backups = backups;
        this.rules = rules;
        this.repository = repository.toAbsolutePath().normalize();
        this.commands = commands;
        this.known = known;
        this.units = units;
        this.nameEncoding = nameEncoding;
    }

    private boolean canName() {
        return nameEncoding.equals("UTF-8");
    }

    @Override
    public Observation<LiveFile> observe(Scope scope) {
        if (!canName()) {
            return new Observation.Unavailable<>(LOCALE);
        }
        return switch (scope) {
            case Scope.Only(var keys) -> FileSurvey.of(keys, new Look(repository, KnownContent.NONE));
            case Scope.Glance(var keys) -> FileSurvey.of(keys, new Look(repository, known));
            case Scope.Everything(var declared) ->
                new FileSurvey(rules, repository, commands, new Look(repository, known)).ofEverything(declared);
        };
    }

    @Override
    public Map<String, Forecast> forecast(List<FileAction> actions) {
        var self = Self.ofThisProcess();
        var foreseen = new TreeMap<>(Foresight.of(actions, self));
        foreseen.putAll(new Source(wished, backups).forecast(actions, self));
        var possible = actions.stream()
                .filter(action -> !foreseen.containsKey(action.key()))
                .toList();
        foreseen.putAll(FoldersOnTheWay.of(possible));
        return foreseen;
    }

    @Override
    public Optional<String> obstacle(FileAction action) {
        return Obstacle.of(action, Self.ofThisProcess());
    }

    @Override
    public List<List<FileAction>> transactions(List<FileAction> actions) {
        return units.transactions(actions);
    }

    @Override
    public Attempt apply(List<FileAction> transaction, Progress progress) {
        return canName()
                ? units.after(new InTurn(hand(), transaction).perform(progress), transaction, progress)
                : new Attempt.Refused(LOCALE);
    }

    private Hand hand() {
        var keepsake = new Keepsake(backups);
        var source = new Source(wished, backups);
        var replacement = new Replacement(source, keepsake, Proofreading.ofTheMachine(commands));
        return new Hand(repository, replacement, keepsake);
    }

    /** Each of them is tidied up after, also where that fails for another one; systemd may not have been told of them yet. */
    @Override
    public Attempt mend(List<FileAction> cutOff, Progress progress) {
        if (!canName()) {
            return new Attempt.Refused(LOCALE);
        }
        var leftovers = new Leftovers(repository);
        var reasons = Stream.concat(
                        cutOff.stream().flatMap(action -> leftovers.clear(action).stream()),
                        units.failure(cutOff, progress).stream())
                .toList();
        return reasons.isEmpty() ? new Attempt.Ran() : new Attempt.Refused(String.join("; ", reasons));
    }

    @Override
    public InputStream open(TargetPath path) throws IOException {
        var place = Path.of(path.text());
        if (!canName()) {
            throw new IOException(LOCALE);
        }
        if (SecretPlaces.cover(path)) {
            throw new IOException(path + ": " + SecretPlaces.reason());
        }
        if (!(new Parents().into(place.getParent()) instanceof Parents.Way.Clear)
                || Stat.of(place).filter(Stat::isRegular).isEmpty()) {
            throw new IOException(path + " is not a file");
        }
        return new GuardedContent(Files.newInputStream(place, LinkOption.NOFOLLOW_LINKS), path.text());
    }
}
