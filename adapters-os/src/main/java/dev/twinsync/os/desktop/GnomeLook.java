package dev.twinsync.os.desktop;

import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.desktop.DesktopPlace;
import dev.twinsync.domain.desktop.LiveSetting;
import dev.twinsync.domain.desktop.SettingId;
import dev.twinsync.domain.desktop.SettingName;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.gvariant.GVariantReading;
import dev.twinsync.domain.gvariant.GVariantText;
import dev.twinsync.os.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * One look at the settings of GNOME: what the user chose, beside the default of everything. What no schema knows is left
 * out: no program reads it any more.
 */
final class GnomeLook {

    private final GnomeTools tools;
    private final Profile profile;
    private final Predicate<LiveSetting> wanted;
    private final List<LiveSetting> live = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private Map<String, String> chosen = Map.of();
    private Set<String> locks = Set.of();

    private GnomeLook(GnomeTools tools, Profile profile, Predicate<LiveSetting> wanted) {
        this.tools = tools;
        this.profile = profile;
        this.wanted = wanted;
    }

    /**
     * @param declared keys whose schemas may stand in several places, where they are looked for
     * @param wanted which settings are to be in the answer
     */
    static Observation<LiveSetting> at(
            GnomeTools tools, Profile profile, Set<String> declared, Predicate<LiveSetting> wanted) {
        var look = new GnomeLook(tools, profile, wanted);
        return switch (look.all(declared)) {
            case Answer.Given<Observation<LiveSetting>>(var seen) -> seen;
            case Answer.None<Observation<LiveSetting>>(var reason) -> new Observation.Unavailable<>(reason);
        };
    }

    private Answer<Observation<LiveSetting>> all(Set<String> declared) {
        return tools.schemas()
                .then(schemas -> tools.defaults(profile)
                        .then(defaults -> tools.chosen(profile)
                                .then(values -> tools.locks(profile).then(locked -> {
                                    chosen = values;
                                    locks = locked;
                                    defaults.forEach(line -> add(line, schemas));
                                    placesOf(declared).forEach(this::add);
                                    return new Answer.Given<>(new Observation.Seen<>(live, gaps));
                                }))));
    }

    /** The places among these keys whose schema has no path of its own, in the order of their names. */
    private static List<DesktopPlace.Schema> placesOf(Set<String> keys) {
        var texts = new TreeSet<String>();
        keys.stream()
                .flatMap(key -> SettingId.of(key).stream())
                .filter(id -> id.place() instanceof DesktopPlace.Schema(var _, var path) && path.isPresent())
                .forEach(id -> texts.add(id.place().text()));
        return texts.stream().flatMap(text -> schema(text).stream()).toList();
    }

    private static Optional<DesktopPlace.Schema> schema(String text) {
        try {
            return DesktopPlace.of(text) instanceof DesktopPlace.Schema schema ? Optional.of(schema) : Optional.empty();
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    private void add(DesktopPlace.Schema place) {
        switch (tools.defaults(profile, place)) {
            case Answer.Given<Optional<List<GnomeTools.Line>>>(var lines) ->
                lines.stream()
                        .flatMap(List::stream)
                        .forEach(line -> add(place, line, place.path().orElseThrow()));
            case Answer.None<Optional<List<GnomeTools.Line>>>(var reason) ->
                gaps.add(new Gap(place.text() + "/*", reason));
        }
    }

    private void add(GnomeTools.Line line, Map<String, String> schemas) {
        var path = Optional.ofNullable(schemas.get(line.schema()));
        schema(line.schema()).ifPresent(place -> path.ifPresent(folder -> add(place, line, folder)));
    }

    private void add(DesktopPlace.Schema place, GnomeTools.Line line, String folder) {
        id(place, line.name()).ifPresent(id -> {
            switch (GVariantText.parse(line.value(), Optional.empty())) {
                case GVariantReading.Value(var standard) -> add(id, standard, new DconfPath(folder, line.name()));
                case GVariantReading.Wrong wrong ->
                    gaps.add(new Gap(id.key(), "its default is none that twin can read: " + wrong.explained()));
            }
        });
    }

    /** A schema may call a setting as twin calls none. */
    private static Optional<SettingId> id(DesktopPlace place, String name) {
        try {
            return Optional.of(new SettingId(place, new SettingName(name)));
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    private void add(SettingId id, GVariant standard, DconfPath path) {
        boolean locked = isLocked(path);
        var value = locked ? Optional.<GVariant>empty() : choice(path, standard);
        var setting = new LiveSetting(id, value, Optional.of(standard), locked);
        if (wanted.test(setting)) {
            live.add(setting);
        }
    }

    /** A value of another type than the schema's was chosen under an older schema: GSettings takes no notice of it. */
    private Optional<GVariant> choice(DconfPath path, GVariant standard) {
        return Optional.ofNullable(chosen.get(path.text()))
                .flatMap(text -> GVariantText.parse(text, Optional.of(standard.type()))
                                instanceof GVariantReading.Value(var value)
                        ? Optional.of(value)
                        : Optional.empty());
    }

    /** A lock is on one path, or on all below a folder. */
    private boolean isLocked(DconfPath path) {
        return locks.contains(path.text())
                || locks.stream()
                        .anyMatch(lock -> lock.endsWith("/") && path.text().startsWith(lock));
    }
}
