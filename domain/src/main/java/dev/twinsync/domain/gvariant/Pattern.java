package dev.twinsync.domain.gvariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of the type of a {@link Node} from how it is written. The more items a list has, the more is known. */
sealed interface Pattern {

    Set<GType> TEXTS = Set.of(GType.Basic.STRING, GType.Basic.OBJECT_PATH, GType.Basic.SIGNATURE);

    enum Open implements Pattern {
        ANYTHING,
        NUMBER,
        TEXT
    }

    record Known(GType type) implements Pattern {
        private Optional<Pattern> withBasic(Pattern other) {
            boolean fits = switch (other) {
                case Open.NUMBER ->
                    type == GType.Basic.DOUBLE
                            || type instanceof GType.Basic basic
                                    && WholeRange.of(basic).isPresent();
                case Open.TEXT -> TEXTS.contains(type);
                case Known(var its) -> type.equals(its);
                case Open.ANYTHING -> false;
                case Wrappable _, Maybe _, Array _, Entry _, Tuple _ -> false;
            };
            return fits ? Optional.of(this) : Optional.empty();
        }
    }

    /** The value may stand for one in any number of maybes. */
    record Wrappable(Pattern of) implements Pattern {}

    record Maybe(Pattern of) implements Pattern {}

    record Array(Pattern of) implements Pattern {}

    record Entry(Pattern key, Pattern value) implements Pattern {
        private Optional<Pattern> withEntry(Entry other) {
            return key.with(other.key).flatMap(keys -> value.with(other.value).map(values -> new Entry(keys, values)));
        }
    }

    record Tuple(List<Pattern> parts) implements Pattern {
        private Optional<Pattern> withTuple(Tuple other) {
            if (parts.size() != other.parts.size()) {
                return Optional.empty();
            }
            var merged = new ArrayList<Pattern>();
            for (int index = 0; index < parts.size(); index++) {
                parts.get(index).with(other.parts.get(index)).ifPresent(merged::add);
            }
            return merged.size() == parts.size() ? Optional.of(new Tuple(merged)) : Optional.empty();
        }
    }

    static Pattern of(Node node) {
        return switch (node) {
            case Node.Number(var token, var _) ->
                new Wrappable(NumberText.isReal(token) ? new Known(GType.Basic.DOUBLE) : Open.NUMBER);
            case Node.Text _ -> new Wrappable(Open.TEXT);
            case Node.Bytes _ -> new Wrappable(new Array(new Known(GType.Basic.BYTE)));
            case Node.Truth _ -> new Wrappable(new Known(GType.Basic.BOOLEAN));
            case Node.Nothing _ -> new Maybe(Open.ANYTHING);
            case Node.Just(var of, var _) -> new Maybe(of(of));
            case Node.Items(var items, var _) -> new Wrappable(new Array(merged(items)));
            case Node.Parts(var parts, var _) ->
                new Wrappable(new Tuple(parts.stream().map(Pattern::of).toList()));
            case Node.Dictionary(var entries, var _) -> new Wrappable(new Array(dictionary(entries)));
            case Node.Pair(var key, var value, var _) -> new Wrappable(new Entry(of(key), of(value)));
            case Node.Boxed _ -> new Wrappable(new Known(new GType.Variant()));
            case Node.Typed(var type, var _, var _) -> of(type);
        };
    }

    private static Pattern of(GType type) {
        return switch (type) {
            case GType.Basic _, GType.Variant _ -> new Known(type);
            case GType.Maybe(var of) -> new Maybe(of(of));
            case GType.Array(var of) -> new Array(of(of));
            case GType.Entry(var key, var value) -> new Entry(of(key), of(value));
            case GType.Tuple(var parts) ->
                new Tuple(parts.stream().map(Pattern::of).toList());
        };
    }

    private static Pattern dictionary(List<Node.Pair> entries) {
        return new Entry(
                merged(entries.stream().map(Node.Pair::key).toList()),
                merged(entries.stream().map(Node.Pair::value).toList()));
    }

    private static Pattern merged(List<Node> nodes) {
        Pattern merged = Open.ANYTHING;
        for (Node node : nodes) {
            merged = merged.with(of(node))
                    .orElseThrow(() -> new Malformed("it has another type than what stands before it", node.index()));
        }
        return merged;
    }

    /** What fits both; empty where nothing does. */
    private Optional<Pattern> with(Pattern other) {
        if (this == Open.ANYTHING || other == Open.ANYTHING) {
            return Optional.of(this == Open.ANYTHING ? other : this);
        }
        return switch (this) {
            case Wrappable(var of) -> of.wrappedWith(other);
            case Maybe _ when other instanceof Wrappable(var inside) -> inside.wrappedWith(this);
            case Pattern _ when other instanceof Wrappable(var inside) -> with(inside);
            case Maybe(var of) -> other instanceof Maybe(var its) ? of.with(its).map(Maybe::new) : Optional.empty();
            case Array(var of) -> other instanceof Array(var its) ? of.with(its).map(Array::new) : Optional.empty();
            case Entry entry -> other instanceof Entry its ? entry.withEntry(its) : Optional.empty();
            case Tuple tuple -> other instanceof Tuple its ? tuple.withTuple(its) : Optional.empty();
            case Known known -> known.withBasic(other);
            case Open open -> other instanceof Known known ? known.withBasic(open) : same(open, other);
        };
    }

    private Optional<Pattern> wrappedWith(Pattern other) {
        return switch (other) {
            case Wrappable(var its) -> with(its).map(Wrappable::new);
            case Maybe(var its) -> wrappable().with(its).map(Maybe::new);
            case Open _, Known _, Array _, Entry _, Tuple _ -> with(other);
        };
    }

    private Pattern wrappable() {
        return new Wrappable(this);
    }

    private static Optional<Pattern> same(Pattern one, Pattern other) {
        return one.equals(other) ? Optional.of(one) : Optional.empty();
    }

    /** The type of a value that stands alone. @param node what it was read from */
    default GType type(Node node) {
        return switch (this) {
            case Open.ANYTHING ->
                throw new Malformed("its type cannot be told: write it in front, as in @as []", node.index());
            case Open.NUMBER -> GType.Basic.INT32;
            case Open.TEXT -> GType.Basic.STRING;
            case Known(var type) -> type;
            case Wrappable(var of) -> of.type(node);
            case Maybe(var of) -> new GType.Maybe(of.type(node));
            case Array(var of) -> new GType.Array(of.type(node));
            case Entry(var key, var value) -> new GType.Entry(keyType(key.type(node), node), value.type(node));
            case Tuple(var parts) ->
                new GType.Tuple(parts.stream().map(part -> part.type(node)).toList());
        };
    }

    private static GType.Basic keyType(GType type, Node node) {
        if (type instanceof GType.Basic basic) {
            return basic;
        }
        throw new Malformed("the keys of a dictionary are numbers, truth values or texts", node.index());
    }
}
