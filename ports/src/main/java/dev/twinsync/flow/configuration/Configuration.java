package dev.twinsync.flow.configuration;

import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.secrets.Fingerprints;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.plugins.SwitchedOff;
import dev.twinsync.flow.view.Ignored;
import dev.twinsync.flow.view.Layout;
import dev.twinsync.port.Backups;
import dev.twinsync.port.Document;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * How twin works on this machine: {@code config.yaml}.
 *
 * @param disabled names of plugins that are off
 * @param planHours how long a plan may be applied, in hours
 * @param backupDays for how many days the content of files that are replaced or removed is kept for undo
 * @param files which files are recorded without being named
 * @param git what goes into commits
 * @param logs how long captured logs are kept
 * @param containers what is shown of containers
 * @param homeAssistant which Home Assistant is meant
 * @param ignored what is in no plan and no difference
 * @param allowedSecrets the fingerprints of what looks like a secret and is none, or may be seen
 */
public record Configuration(
        List<String> disabled,
        long planHours,
        long backupDays,
        CaptureRules files,
        GitSettings git,
        LogSettings logs,
        ContainerSettings containers,
        HomeAssistantSettings homeAssistant,
        List<String> allowedSecrets,
        Ignored ignored) {

    public static final String ALLOWED_SECRETS = "allowed_secrets";

    public static final String IGNORED = "ignored";

    private static final long A_DAY = 24;

    /** Of anything that is kept. */
    static final long MOST_DAYS = Backups.MOST_DAYS;

    private static final long MOST_HOURS = MOST_DAYS * A_DAY;

    public static final Configuration DEFAULT = new Configuration(
            List.of(),
            A_DAY,
            Backups.USUAL_DAYS,
            CaptureRules.DEFAULT,
            GitSettings.DEFAULT,
            LogSettings.DEFAULT,
            ContainerSettings.DEFAULT,
            HomeAssistantSettings.DEFAULT,
            List.of(),
            Ignored.NOTHING);

    public static final RecordShape<Configuration> SHAPE = shape();

    public static Document<Configuration> document() {
        return new Document<>(
                Layout.CONFIGURATION,
                SHAPE,
                Layout.schema("schema/config.schema.json", "How twin works on this machine; see docs/formats.md."));
    }

    /** The same as it is written, whatever it says. */
    public static Document<Tree> writtenDocument() {
        return new Document<>(Layout.CONFIGURATION, Shape.tree(), "");
    }

    public Configuration {
        disabled = List.copyOf(disabled);
        allowedSecrets = List.copyOf(allowedSecrets);
        if (backupDays < 1 || backupDays > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "what undo needs is kept for 1 to " + MOST_DAYS + " days, not " + backupDays);
        }
        if (planHours < 1 || planHours > MOST_HOURS) {
            throw new IllegalArgumentException("a plan is valid for 1 to " + MOST_HOURS + " hours, not " + planHours);
        }
    }

    private static RecordShape<Configuration> shape() {
        var disabled = withDefault(SwitchedOff.KEY, Shape.list(Shape.text()), List.of(), Configuration::disabled);
        var planHours = withDefault("plan_valid_hours", Shape.number(1, MOST_HOURS), A_DAY, Configuration::planHours);
        var backupDays =
                withDefault("backup_days", Shape.number(1, MOST_DAYS), Backups.USUAL_DAYS, Configuration::backupDays);
        var files = withDefault("files", CaptureRules.SHAPE, CaptureRules.DEFAULT, Configuration::files);
        var git = withDefault("git", GitSettings.SHAPE, GitSettings.DEFAULT, Configuration::git);
        var logs = withDefault("logs", LogSettings.SHAPE, LogSettings.DEFAULT, Configuration::logs);
        var containers = withDefault(
                "containers", ContainerSettings.SHAPE, ContainerSettings.DEFAULT, Configuration::containers);
        var homeAssistant = withDefault(
                "home_assistant",
                HomeAssistantSettings.SHAPE,
                HomeAssistantSettings.DEFAULT,
                Configuration::homeAssistant);
        var allowed = withDefault(ALLOWED_SECRETS, Shape.list(fingerprint()), List.of(), Configuration::allowedSecrets);
        var ignored = withDefault(
                IGNORED,
                Shape.list(Shape.text().as(Ignored::checked, text -> text)).as(Ignored::new, Ignored::patterns),
                Ignored.NOTHING,
                Configuration::ignored);
        return new RecordShape<>(
                List.of(disabled, planHours, backupDays, files, git, logs, containers, homeAssistant, allowed, ignored),
                line -> new Configuration(
                        line.get(disabled),
                        line.get(planHours),
                        line.get(backupDays),
                        line.get(files),
                        line.get(git),
                        line.get(logs),
                        line.get(containers),
                        line.get(homeAssistant),
                        line.get(allowed),
                        line.get(ignored)));
    }

    /** The same, where these plugins are off too. */
    public Configuration without(Collection<String> plugins) {
        var off = Stream.concat(disabled.stream(), plugins.stream()).distinct().toList();
        return new Configuration(
                off, planHours, backupDays, files, git, logs, containers, homeAssistant, allowedSecrets, ignored);
    }

    private static Shape<String> fingerprint() {
        return Shape.text("^" + Fingerprints.GRAMMAR + "$", Configuration::checked, text -> text);
    }

    private static String checked(String fingerprint) {
        if (!fingerprint.matches(Fingerprints.GRAMMAR)) {
            throw new IllegalArgumentException("\"" + Printable.of(fingerprint)
                    + "\" is no fingerprint of a secret: it has sixteen digits of 0-9 and a-f");
        }
        return fingerprint;
    }
}
