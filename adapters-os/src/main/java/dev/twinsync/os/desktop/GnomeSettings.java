package dev.twinsync.os.desktop;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.desktop.DesktopAction;
import dev.twinsync.domain.desktop.DesktopPlace;
import dev.twinsync.domain.desktop.LiveSetting;
import dev.twinsync.domain.desktop.SettingId;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.os.Answer;
import dev.twinsync.os.CommandRunner;
import dev.twinsync.port.Attempt;
import dev.twinsync.port.Desktop;
import dev.twinsync.port.Forecast;
import dev.twinsync.port.Progress;
import dev.twinsync.port.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The settings of GNOME and of everything else that uses GSettings, of the user who runs twin. Reading needs no bus; setting does,
 * and says so beforehand.
 */
public final class GnomeSettings implements Desktop {

    private final GnomeTools tools;
    private final Session session;
    private final Path root;

    public GnomeSettings(CommandRunner runner) {
        this(runner, Session.ofThisProcess(), Path.of("/"));
    }

    /** @param root the root of the file system */
    GnomeSettings(CommandRunner runner, Session session, Path root) {
        this.tools = new GnomeTools(runner, session);
        this.session = session;
        this.root = root;
    }

    /** Whether its tools are on this machine. */
    public boolean isHere() {
        return tools.schemas() instanceof Answer.Given;
    }

    @Override
    public Observation<LiveSetting> observe(Scope scope) {
        return switch (scope) {
            case Scope.Everything(var declared) ->
                look(declared, setting -> declared.contains(setting.key()) || isChosen(setting));
            case Scope.Some some -> look(some.keys(), setting -> some.keys().contains(setting.key()));
        };
    }

    private static boolean isChosen(LiveSetting setting) {
        return setting.chosen().isPresent() && !Passing.isNote(setting.id().name());
    }

    private Observation<LiveSetting> look(Set<String> declared, Predicate<LiveSetting> wanted) {
        return switch (Profile.of(session, root)) {
            case Answer.Given<Profile>(var profile) -> GnomeLook.at(tools, profile, declared, wanted);
            case Answer.None<Profile>(var reason) -> new Observation.Unavailable<>(reason);
        };
    }

    @Override
    public Map<String, Forecast> forecast(List<DesktopAction> actions) {
        var forecasts = new HashMap<String, Forecast>();
        var noBus = session.lacksBus();
        for (DesktopAction action : actions) {
            noBus.or(() -> refusal(action))
                    .ifPresent(reason -> forecasts.put(action.key(), new Forecast.Impossible(reason)));
        }
        return forecasts;
    }

    private Optional<String> refusal(DesktopAction action) {
        return switch (action) {
            case DesktopAction.Set(SettingId(DesktopPlace.Schema place, var name), var value) ->
                switch (tools.range(place, name.text())) {
                    case Answer.Given<String>(var printed) -> Range.refuses(printed, value);
                    case Answer.None<String>(var reason) -> Optional.of(reason);
                };
            case DesktopAction.Set _ -> Optional.of("it is not a setting of GNOME");
            case DesktopAction.Reset _ -> Optional.empty();
        };
    }

    /** dconf takes many at once. */
    @Override
    public List<List<DesktopAction>> transactions(List<DesktopAction> actions) {
        return actions.isEmpty() ? List.of() : List.of(List.copyOf(actions));
    }

    @Override
    public Attempt apply(List<DesktopAction> transaction, Progress progress) {
        var noBus = session.lacksBus();
        if (noBus.isPresent()) {
            return new Attempt.Refused(noBus.get());
        }
        return switch (tools.schemas()) {
            case Answer.None<Map<String, String>>(var reason) -> new Attempt.Refused(reason);
            case Answer.Given<Map<String, String>>(var schemas) -> apply(transaction, schemas, progress);
        };
    }

    private Attempt apply(List<DesktopAction> transaction, Map<String, String> schemas, Progress progress) {
        var values = new LinkedHashMap<DconfPath, GVariant>();
        var resets = new ArrayList<DconfPath>();
        for (DesktopAction action : transaction) {
            var path = path(action.id(), schemas);
            if (path.isEmpty()) {
                return new Attempt.Refused(
                        "there is no schema " + action.id().place().text());
            }
            switch (action) {
                case DesktopAction.Set(var _, var value) -> values.put(path.get(), value);
                case DesktopAction.Reset _ -> resets.add(path.get());
            }
        }
        return change(values, resets, progress);
    }

    private static Optional<DconfPath> path(SettingId id, Map<String, String> schemas) {
        return id.place() instanceof DesktopPlace.Schema(var schema, var path)
                ? path.or(() -> Optional.ofNullable(schemas.get(schema)))
                        .map(folder -> new DconfPath(folder, id.name().text()))
                : Optional.empty();
    }

    private Attempt change(Map<DconfPath, GVariant> values, List<DconfPath> resets, Progress progress) {
        var words = new DconfWords(session);
        var attempt = values.isEmpty() ? new Attempt.Ran() : words.attempt(tools.load(values));
        for (DconfPath path : resets) {
            attempt = attempt.then(() -> words.attempt(tools.reset(path)));
        }
        progress.at(100, "dconf");
        return attempt;
    }
}
