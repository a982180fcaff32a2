package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.supervisor.OptionValue;
import dev.twinsync.domain.supervisor.OptionValue.Hidden;
import dev.twinsync.domain.supervisor.OptionValue.Nothing;
import dev.twinsync.domain.supervisor.OptionValue.Several;
import dev.twinsync.domain.supervisor.OptionValue.Table;
import dev.twinsync.domain.supervisor.OptionValue.Text;
import dev.twinsync.domain.supervisor.OptionValue.Truth;
import dev.twinsync.os.Facts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an add-on says of its options: their names, and which of them are passwords.
 *
 * @param nodes by name; what stands below a name has nodes of its own
 * @param isOpen the add-on says nothing, and takes whatever it is given
 */
record OptionSchema(Map<String, Facts> nodes, boolean isOpen) {

    static OptionSchema of(Facts schema) {
        boolean isOpen = !(schema.tree() instanceof Tree.Sequence);
        return new OptionSchema(
                schema.items().stream()
                        .collect(Collectors.toMap(node -> node.at("name").text(), node -> node, (first, _) -> first)),
                isOpen);
    }

    /** Whether the add-on would take no notice of it. */
    boolean lacks(String name) {
        return !isOpen && !nodes.containsKey(name);
    }

    /** Options as they are seen, with passwords as what must not be written. */
    Map<String, OptionValue> read(Facts options) {
        var values = new TreeMap<String, OptionValue>();
        options.entries()
                .forEach((name, value) -> values.put(name, read(value.tree(), Optional.ofNullable(nodes.get(name)))));
        return values;
    }

    private static OptionValue read(Tree value, Optional<Facts> node) {
        var plain = plain(value, node);
        boolean isPassword =
                node.filter(one -> one.at("format").text().equals("password")).isPresent();
        return isPassword ? new Hidden(plain) : plain;
    }

    /** A list has the node of each of its items. */
    private static OptionValue plain(Tree value, Optional<Facts> node) {
        return switch (value) {
            case Tree.Scalar scalar -> scalar(scalar);
            case Tree.Sequence(var items, var _) ->
                new Several(items.stream().map(item -> plain(item, node)).toList());
            case Tree.Mapping map ->
                new Table(node.map(one -> of(one.at("schema")))
                        .orElseGet(() -> new OptionSchema(Map.of(), true))
                        .read(new Facts(map)));
        };
    }

    /** What JSON says without quotes is a number, a truth value or nothing. */
    private static OptionValue scalar(Tree.Scalar scalar) {
        if (!scalar.plain()) {
            return new Text(scalar.text());
        }
        return switch (scalar.text()) {
            case "" -> new Nothing();
            case "true", "false" -> new Truth(scalar.text().equals("true"));
            case String digits -> number(digits);
        };
    }

    /** One that is too long for a document is kept word for word. */
    private static OptionValue number(String digits) {
        try {
            return new OptionValue.Number(new BigDecimal(digits));
        } catch (IllegalArgumentException tooLong) {
            return new Text(digits);
        }
    }
}
