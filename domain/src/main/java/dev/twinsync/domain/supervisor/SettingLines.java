package dev.twinsync.domain.supervisor;

import static dev.twinsync.domain.shape.Field.optional;
import static dev.twinsync.domain.shape.Field.withDefault;

import dev.twinsync.domain.shape.Field;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TableShape;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The lines of {@link AddonSettings} in whatever has some. */
record SettingLines<R>(
        Field<R, Optional<AddonSettings.Boot>> boot,
        Field<R, Optional<Boolean>> autoUpdate,
        Field<R, Optional<Boolean>> watchdog,
        Field<R, Map<String, Optional<Long>>> network,
        Field<R, Map<String, OptionValue>> options) {

    static <R> SettingLines<R> of(Function<R, AddonSettings> settings) {
        return new SettingLines<>(
                optional("boot", Shape.word(AddonSettings.Boot.class), settings.andThen(AddonSettings::boot)),
                optional("auto_update", Shape.truth(), settings.andThen(AddonSettings::autoUpdate)),
                optional("watchdog", Shape.truth(), settings.andThen(AddonSettings::watchdog)),
                withDefault(
                        "network",
                        new TableShape<>(new PortShape()),
                        Map.of(),
                        settings.andThen(AddonSettings::network)),
                withDefault(
                        "options",
                        new TableShape<>(new OptionShape()),
                        Map.of(),
                        settings.andThen(AddonSettings::options)));
    }

    List<Field<R, ?>> behind(List<Field<R, ?>> others) {
        var lines = new ArrayList<>(others);
        lines.addAll(List.of(boot, autoUpdate, watchdog, network, options));
        return lines;
    }

    AddonSettings read(RecordShape.Values line) {
        return new AddonSettings(
                line.get(boot), line.get(autoUpdate), line.get(watchdog), line.get(network), line.get(options));
    }

    /** A number, or {@code null} where the port is not open. */
    private record PortShape() implements Shape<Optional<Long>> {
        @Override
        public Reading<Optional<Long>> read(Tree tree) {
            return OptionShape.isNull(tree)
                    ? new Reading.Value<>(Optional.empty())
                    : Shape.number().read(tree).map(Optional::of);
        }

        @Override
        public Tree write(Optional<Long> port) {
            return port.map(number -> Tree.literal(number)).orElse(OptionShape.NULL);
        }

        @Override
        public Tree.Mapping schema() {
            var types = Tree.list(List.of(Tree.text("integer"), Tree.text("null")));
            return Tree.map().put("type", types).build();
        }
    }
}
