package dev.twinsync.domain.supervisor;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.secrets.SecretPath;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.supervisor.OptionValue.FromFile;
import dev.twinsync.domain.supervisor.OptionValue.Hidden;
import dev.twinsync.domain.supervisor.OptionValue.Keep;
import dev.twinsync.domain.supervisor.OptionValue.Nothing;
import dev.twinsync.domain.supervisor.OptionValue.Number;
import dev.twinsync.domain.supervisor.OptionValue.Several;
import dev.twinsync.domain.supervisor.OptionValue.Table;
import dev.twinsync.domain.supervisor.OptionValue.Text;
import dev.twinsync.domain.supervisor.OptionValue.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An option as YAML has it: without quotes a number, {@code true}, {@code false} and {@code null} are what they are in JSON, all
 * else is text. {@code {secret_file: PATH}} and {@code {keep: true}} stand for what must not be written there.
 */
public final class OptionShape implements Shape<OptionValue> {

    /** As JSON and YAML have it. */
    static final Tree NULL = Tree.literal("");

    private static final String SECRET_FILE = "secret_file";
    private static final String KEEP = "keep";
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,29})(?:\\.[0-9]{1,29})?(?:[eE][-+]?[0-9]{1,2})?");
    private static final Shape<FromFile> FILE = file();
    private static final Shape<Keep> KEPT = kept();

    private static Shape<FromFile> file() {
        var path = required(
                SECRET_FILE,
                Shape.text("^" + SecretPath.GRAMMAR + "$", FromFile::new, FromFile::path),
                (FromFile wish) -> wish);
        return new RecordShape<>(List.of(path), line -> line.get(path));
    }

    private static Shape<Keep> kept() {
        var truth = required(KEEP, Shape.truth(), (Keep _) -> true);
        return new RecordShape<>(List.of(truth), line -> {
            if (!line.get(truth)) {
                throw new IllegalArgumentException("keep is true or left out");
            }
            return new Keep();
        });
    }

    @Override
    public Reading<OptionValue> read(Tree tree) {
        return switch (tree) {
            case Tree.Scalar scalar -> scalar(scalar);
            case Tree.Sequence(var items, var _) ->
                Reading.all(items.stream().map(this::read).toList()).map(Several::new);
            case Tree.Mapping map
            when map.get(SECRET_FILE).isPresent() -> FILE.read(map).map(wish -> wish);
            case Tree.Mapping map when isKeep(map) -> KEPT.read(map).map(wish -> wish);
            case Tree.Mapping map -> table(map);
        };
    }

    /** An add-on may have an option of its own that is called so, among others. */
    private static boolean isKeep(Tree.Mapping map) {
        return map.entries().size() == 1 && map.get(KEEP).isPresent();
    }

    static boolean isNull(Tree tree) {
        return tree instanceof Tree.Scalar(var text, var plain, var _)
                && plain
                && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }

    private static Reading<OptionValue> scalar(Tree.Scalar scalar) {
        var text = scalar.text();
        if (!scalar.plain()) {
            return new Reading.Value<>(new Text(text));
        }
        if (isNull(scalar)) {
            return new Reading.Value<>(new Nothing());
        }
        return switch (text) {
            case "true", "false" -> new Reading.Value<>(new Truth(Boolean.parseBoolean(text)));
            case String number
            when NUMBER.matcher(number).matches() ->
                new Reading.Value<>(number).mapAt(scalar.place(), digits -> new Number(new BigDecimal(digits)));
            case String words -> new Reading.Value<>(new Text(words));
        };
    }

    private Reading<OptionValue> table(Tree.Mapping map) {
        var lines = new ArrayList<Reading<Map.Entry<String, OptionValue>>>();
        for (Tree.Entry entry : map.entries()) {
            lines.add(read(entry.value()).map(value -> Map.entry(entry.key(), value)));
        }
        return Reading.all(lines)
                .map(entries ->
                        new Table(entries.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
    }

    @Override
    public Tree write(OptionValue value) {
        return switch (value) {
            case Text(var text) -> Tree.text(text);
            case Number(var number) -> Tree.literal(number.toPlainString());
            case Truth(var truth) -> Tree.literal(truth);
            case Nothing() -> NULL;
            case Several(var values) ->
                Tree.list(values.stream().map(this::write).toList());
            case Table(var values) -> {
                var map = Tree.map();
                new TreeMap<>(values).forEach((name, one) -> map.put(name, write(one)));
                yield map.build();
            }
            case FromFile file -> FILE.write(file);
            case Keep keep -> KEPT.write(keep);
            case Hidden _ -> throw new IllegalStateException("a secret is never written");
        };
    }

    @Override
    public Tree.Mapping schema() {
        return Tree.map().build();
    }
}
