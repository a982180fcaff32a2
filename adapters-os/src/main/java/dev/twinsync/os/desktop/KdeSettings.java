package dev.twinsync.os.desktop;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.desktop.DesktopAction;
import dev.twinsync.domain.desktop.DesktopPlace.Group;
import dev.twinsync.domain.desktop.LiveSetting;
import dev.twinsync.domain.desktop.SettingId;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.os.Answer;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Desktop;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings of KDE of the user who runs twin, which are text in the files of {@code ~/.config}. KDE has no list of what can be
 * set, and in these files stands much that nobody chose: only what is declared is looked at.
 */
public final class KdeSettings implements Desktop {

    private static final long LARGEST_FILE = 16 << 20;
    private static final String NOT_INSTALLED =
            "neither kwriteconfig6 nor kwriteconfig5 is installed; run: sudo apt-get"
                    + " install libkf6config-bin, or on an older system libkf5config-bin";

    private final Session session;
    private final KdeTools tools;

    public KdeSettings(CommandRunner runner) {
        this(runner, Session.ofThisProcess());
    }

    KdeSettings(CommandRunner runner, Session session) {
        this.session = session;
        this.tools = new KdeTools(runner, session);
    }

    /** Whether KDE's tools are on this machine. */
    public boolean isHere() {
        return tools.writer().isPresent();
    }

    @Override
    public Observation<LiveSetting> observe(Scope scope) {
        return switch (scope) {
            case Scope.Everything(var declared) -> look(declared);
            case Scope.Some some -> look(some.keys());
        };
    }

    private Observation<LiveSetting> look(Set<String> keys) {
        if (tools.writer().isEmpty()) {
            return new Observation.Unavailable<>(NOT_INSTALLED);
        }
        var live = new ArrayList<LiveSetting>();
        var gaps = new ArrayList<Gap>();
        var files = new HashMap<String, Answer<KdeFile>>();
        for (String key : new TreeSet<>(keys)) {
            SettingId.of(key).ifPresent(id -> {
                if (id.place() instanceof Group place) {
                    switch (files.computeIfAbsent(place.file(), this::read)) {
                        case Answer.Given<KdeFile>(var file) ->
                            file.value(place.groups(), id.name().text()).ifPresent(value -> add(id, value, live, gaps));
                        case Answer.None<KdeFile>(var reason) -> gaps.add(new Gap(key, reason));
                    }
                }
            });
        }
        return new Observation.Seen<>(live, gaps);
    }

    private static void add(SettingId id, String value, List<LiveSetting> live, List<Gap> gaps) {
        try {
            live.add(new LiveSetting(id, Optional.of(GVariant.Text.of(value)), Optional.empty(), false));
        } catch (IllegalArgumentException noText) {
            gaps.add(new Gap(id.key(), "its value is no text: " + noText.getMessage()));
        }
    }

    private Answer<KdeFile> read(String name) {
        var file = session.configuration().resolve(name);
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return new Answer.None<>(file + " is not a file");
            }
            if (Files.exists(file) && Files.size(file) > LARGEST_FILE) {
                return new Answer.None<>(file + " is larger than " + LARGEST_FILE + " bytes");
            }
            return new Answer.Given<>(KdeFile.parse(Files.readAllBytes(file)));
        } catch (NoSuchFileException nothingSet) {
            return new Answer.Given<>(KdeFile.parse(new byte[0]));
        } catch (IOException unreadable) {
            return new Answer.None<>(file + " cannot be read: " + unreadable.getMessage());
        }
    }

    /** One that KDE would refuse to write keeps it from writing those after it, too. */
    @Override
    public Map<String, Forecast> forecast(List<DesktopAction> actions) {
        var forecasts = new HashMap<String, Forecast>();
        var files = new HashMap<String, Answer<KdeFile>>();
        for (DesktopAction action : actions) {
            if (action.id().place() instanceof Group place
                    && files.computeIfAbsent(place.file(), this::read) instanceof Answer.Given<KdeFile>(var file)
                    && file.isFixed(place.groups(), action.id().name().text())) {
                forecasts.put(
                        action.key(),
                        new Forecast.Impossible("the mark " + KdeMarks.FIXED + " in "
                                + session.configuration().resolve(place.file())
                                + " keeps KDE from changing it; take that out first"));
            }
        }
        return forecasts;
    }

    @Override
    public List<List<DesktopAction>> transactions(List<DesktopAction> actions) {
        return actions.isEmpty() ? List.of() : List.of(List.copyOf(actions));
    }

    @Override
    public Attempt apply(List<DesktopAction> transaction, Progress progress) {
        var writer = tools.writer();
        if (writer.isEmpty()) {
            return new Attempt.Refused(NOT_INSTALLED);
        }
        Attempt attempt = new Attempt.Ran();
        for (DesktopAction action : transaction) {
            attempt = attempt.then(() -> change(writer.get(), action));
        }
        tools.tellPlasma();
        progress.at(100, writer.get());
        return attempt;
    }

    private Attempt change(String writer, DesktopAction action) {
        return switch (action) {
            case DesktopAction.Set(SettingId(Group place, var name), GVariant.Text(var _, var value)) ->
                attempt(writer, tools.write(writer, place, name, value));
            case DesktopAction.Reset(SettingId(Group place, var name)) ->
                attempt(writer, tools.delete(writer, place, name));
            case DesktopAction.Set _, DesktopAction.Reset _ -> new Attempt.Refused("it is not a setting of KDE");
        };
    }

    /** What it says of a failure may hold the value. */
    private static Attempt attempt(String writer, Result result) {
        return switch (result) {
            case Result.Ended ended when ended.exit() == 0 -> new Attempt.Ran();
            case Result.Ended ended -> new Attempt.Refused(writer + " ended with " + ended.exit());
            case Result other -> new Attempt.Refused(other.inWords(writer));
        };
    }
}
