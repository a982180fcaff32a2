package dev.twinsync.domain.desktop;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.required;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.desktop.DesiredSetting.Absent;
import dev.twinsync.domain.desktop.DesiredSetting.Present;
import dev.twinsync.domain.desktop.DesktopAction.Reset;
import dev.twinsync.domain.desktop.DesktopAction.Set;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.gvariant.GVariantReading;
import dev.twinsync.domain.gvariant.GVariantText;
import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TaggedShape;
import dev.twinsync.domain.shape.TaggedShape.Variant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How settings look in documents. */
final class DesktopShapes {

    /** As gsettings prints it, with its type: {@code uint32 300}. */
    private static final Shape<GVariant> TYPED = Shape.text().as(DesktopShapes::parsed, GVariantText::print);

    private DesktopShapes() {}

    private static GVariant parsed(String text) {
        return switch (GVariantText.parse(text, Optional.empty())) {
            case GVariantReading.Value(var value) -> value;
            case GVariantReading.Wrong wrong ->
                throw new IllegalArgumentException("this is not a value as gsettings prints it: " + wrong.explained());
        };
    }

    /** One wish that stands alone. */
    static Shape<DesiredSetting> desired(DesktopBackend backend) {
        return new TaggedShape<>(
                "ensure",
                Optional.of("present"),
                List.of(
                        new Variant<>(
                                "present",
                                Present.class,
                                withValue(backend, WishShape.VALUE, Present::id, Present::value, Present::new)),
                        new Variant<>("absent", Absent.class, named(backend, Absent::id, Absent::new))));
    }

    static Shape<DesktopAction> action(DesktopBackend backend) {
        return new TaggedShape<>(
                "op",
                Optional.empty(),
                List.of(
                        new Variant<>("set", Set.class, withValue(backend, TYPED, Set::id, Set::value, Set::new)),
                        new Variant<>("reset", Reset.class, named(backend, Reset::id, Reset::new))));
    }

    static Shape<LiveSetting> live(DesktopBackend backend) {
        Field<LiveSetting, DesktopPlace> place = required(
                "place", DesktopPlace.shape(backend), setting -> setting.id().place());
        Field<LiveSetting, SettingName> name =
                required("key", SettingName.SHAPE, setting -> setting.id().name());
        Field<LiveSetting, Optional<GVariant>> chosen = optional("value", TYPED, LiveSetting::chosen);
        Field<LiveSetting, Optional<GVariant>> standard = optional("default", TYPED, LiveSetting::standard);
        Field<LiveSetting, Boolean> locked = withDefault("locked", Shape.truth(), false, LiveSetting::locked);
        return new RecordShape<>(
                List.of(place, name, chosen, standard, locked),
                line -> new LiveSetting(
                        new SettingId(line.get(place), line.get(name)),
                        line.get(chosen),
                        line.get(standard),
                        line.get(locked)));
    }

    /** What {@code live/} says of one setting under its place and name. */
    private record State(Optional<GVariant> chosen, Optional<GVariant> standard, boolean locked) {
        LiveSetting of(SettingId id) {
            return new LiveSetting(id, chosen, standard, locked);
        }
    }

    static Shape<List<LiveSetting>> liveEntries(DesktopBackend backend) {
        Field<State, Optional<GVariant>> chosen = optional("value", TYPED, State::chosen);
        Field<State, Optional<GVariant>> standard = optional("default", TYPED, State::standard);
        Field<State, Boolean> locked = withDefault("locked", Shape.truth(), false, State::locked);
        var state = new RecordShape<State>(
                List.of(chosen, standard, locked),
                line -> new State(line.get(chosen), line.get(standard), line.get(locked)));
        return new SettingsShape<>(
                backend,
                state,
                LiveSetting::id,
                setting -> new State(setting.chosen(), setting.standard(), setting.locked()),
                (id, seen) -> seen.of(id));
    }

    static Shape<List<DesiredSetting>> desiredEntries(DesktopBackend backend) {
        return new SettingsShape<>(
                backend,
                new WishShape(),
                DesiredSetting::id,
                wish -> wish instanceof Present(var _, var value) ? Optional.of(value) : Optional.empty(),
                (id, value) -> value.<DesiredSetting>map(wished -> new Present(id, wished))
                        .orElseGet(() -> new Absent(id)));
    }

    /** Makes something that is told by its setting and a value. */
    private interface WithValue<E, V> {
        E of(SettingId id, V value);
    }

    private static <E, V> RecordShape<E> withValue(
            DesktopBackend backend,
            Shape<V> shape,
            Function<E, SettingId> id,
            Function<E, V> getValue,
            WithValue<E, V> constructor) {
        var place = required("place", DesktopPlace.shape(backend), id.andThen(SettingId::place));
        var name = required("key", SettingName.SHAPE, id.andThen(SettingId::name));
        var value = required("value", shape, getValue);
        return new RecordShape<>(
                List.of(place, name, value),
                line -> constructor.of(new SettingId(line.get(place), line.get(name)), line.get(value)));
    }

    private static <E> RecordShape<E> named(
            DesktopBackend backend, Function<E, SettingId> id, Function<SettingId, E> constructor) {
        var place = required("place", DesktopPlace.shape(backend), id.andThen(SettingId::place));
        var name = required("key", SettingName.SHAPE, id.andThen(SettingId::name));
        return new RecordShape<>(
                List.of(place, name), line -> constructor.apply(new SettingId(line.get(place), line.get(name))));
    }
}
