package dev.twinsync.os.logs;

import dev.twinsync.domain.logs.HomeAssistantWish;
import dev.twinsync.domain.logs.HomeAssistantWish.Source;
import dev.twinsync.domain.logs.LogReport;
import dev.twinsync.domain.logs.LogsConfig;
import dev.twinsync.domain.logs.Sighting;
import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.os.Answer;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.Self;
import dev.twinsync.os.homeassistant.Installation;
import dev.twinsync.os.homeassistant.Installations;
import dev.twinsync.os.logs.SourceCapture.Captured;
import dev.twinsync.os.supervisor.SupervisorAccess;
import dev.twinsync.port.LogSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The logs of Home Assistant and of its Supervisor, from whoever has them. */
public final class HomeAssistantLogs implements LogSource {

    static final String CORE = "ha_core";
    static final String SUPERVISOR = "ha_supervisor";

    private static final String FOLDER = "home_assistant/";

    /** Relative to {@code logs/current/}. */
    public static final String SUMMARY = FOLDER + "summary.yaml";

    /** With what the names of its marks begin. */
    public static final String MARKS = "home_assistant:";

    private static final String NONE = "there is no Home Assistant on this machine";

    private final CommandRunner commands;
    private final Self self;
    private final Redaction redaction;
    private final Installations installations;
    private final SupervisorAccess access;
    private final Optional<Path> chosen;
    private final Path root;
    private final Function<Instant, Times> times;

    /** @param chosen the folder of the one that is meant, where there are several */
    public HomeAssistantLogs(
            CommandRunner commands,
            Self self,
            Redaction redaction,
            Installations installations,
            SupervisorAccess access,
            Optional<Path> chosen) {
        this(commands, self, redaction, installations, access, chosen, Path.of("/"), Times::ofThisMachine);
    }

    /**
     * @param root the folder that stands for {@code /}
     * @param times what the times in the logs are compared with, at the time of a capture
     */
    HomeAssistantLogs(
            CommandRunner commands,
            Self self,
            Redaction redaction,
            Installations installations,
            SupervisorAccess access,
            Optional<Path> chosen,
            Path root,
            Function<Instant, Times> times) {
        this.commands = commands;
        this.self = self;
        this.redaction = redaction;
        this.installations = installations;
        this.access = access;
        this.chosen = chosen;
        this.root = root;
        this.times = times;
    }

    @Override
    public String name() {
        return "logs.home_assistant";
    }

    @Override
    public Optional<String> summary() {
        return Optional.of(SUMMARY);
    }

    @Override
    public Capture capture(LogsConfig wanted, Since since) {
        var wish = wanted.homeAssistant();
        return wish.enabled() ? capture(wish, since) : new Capture(List.of(), List.of(), List.of(), Map.of());
    }

    private Capture capture(HomeAssistantWish wish, Since since) {
        var ways = new HomeAssistantWays(root, commands, self, access.find());
        var found = installations.find();
        if (found.installations().isEmpty()) {
            return mayBeElsewhere(wish)
                    ? all(wish, since, ways.remote("core"), ways.remote("supervisor"))
                    : none(wish, found, since);
        }
        return switch (installations.one(found, chosen)) {
            case Answer.Given<Installation>(var here) -> all(wish, since, ways.core(here), ways.supervisor(here));
            case Answer.None<Installation>(var reason) -> unread(reason, since);
        };
    }

    /** Within an app that has no folder of it, or where somebody says so. */
    private boolean mayBeElsewhere(HomeAssistantWish wish) {
        return wish.source() == Source.SUPERVISOR
                || !access.environment().getOrDefault("SUPERVISOR_TOKEN", "").isEmpty();
    }

    /** That there is none is no fault, unless somebody says that there is one. */
    private static Capture none(HomeAssistantWish wish, Installations.Found found, Since since) {
        if (!found.hidden().isEmpty()) {
            return unread(String.join("; ", found.hidden()), since);
        }
        return wish.source() == Source.AUTO
                ? report(LogReport.ofNothing(CORE, NONE), since)
                : unread(
                        NONE
                                + ", and state/logs_config.yaml says where its log is (home_assistant: source); auto looks for one",
                        since);
    }

    private static Capture unread(String reason, Since since) {
        return report(LogReport.unread(CORE, reason), since);
    }

    /** How far the logs were read stays known. */
    private static Capture report(LogReport report, Since since) {
        return new Capture(List.of(), List.of(report), List.of(), since.marksFrom(MARKS));
    }

    private Capture all(HomeAssistantWish wish, Since since, List<Way> core, List<Way> supervisor) {
        var one = new Gathered();
        one.add(CORE, read(wish, core, asked(wish, since, CORE, "core_tail.txt")));
        if (supervisor.stream().anyMatch(way -> way.isFor(wish))) {
            one.add(SUPERVISOR, read(wish, supervisor, asked(wish, since, SUPERVISOR, "supervisor_tail.txt")));
        }
        return one.capture();
    }

    private Asked asked(HomeAssistantWish wish, Since since, String name, String text) {
        var mark = Optional.ofNullable(since.marks().get(MARKS + name));
        return new Asked(name, FOLDER + text, wish.tailLines(), mark, times.apply(since.now()), redaction);
    }

    /** By the first of the ways that leads there; if none does, why each does not. */
    private static Captured read(HomeAssistantWish wish, List<Way> ways, Asked asked) {
        var reasons = new ArrayList<String>();
        for (Way way : ways) {
            if (way.isFor(wish)) {
                try {
                    return way.reader().read(asked);
                } catch (Unread refused) {
                    reasons.add(way.word() + ": " + refused.getMessage());
                }
            }
        }
        return asked.unread(
                reasons.isEmpty()
                        ? "this Home Assistant has no log of the source that state/logs_config.yaml names; auto finds one"
                        : String.join("; ", reasons));
    }

    /** What came of the logs so far. */
    private static final class Gathered {

        private final List<LogText> texts = new ArrayList<>();
        private final List<LogReport> reports = new ArrayList<>();
        private final List<Sighting> sightings = new ArrayList<>();
        private final Map<String, String> marks = new HashMap<>();

        void add(String name, Captured one) {
            one.text().ifPresent(texts::add);
            reports.add(one.report());
            sightings.addAll(one.sightings());
            one.mark().ifPresent(mark -> marks.put(MARKS + name, mark));
        }

        Capture capture() {
            return new Capture(texts, reports, sightings, marks);
        }
    }
}
