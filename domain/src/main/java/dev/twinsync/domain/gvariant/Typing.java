package dev.twinsync.domain.gvariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a {@link Node} the value of a type, or says why it is none. */
final class Typing {

    private Typing() {}

    static GVariant value(Node node, GType type) {
        return value(node, type, depth(type), 0);
    }

    /** @param above how deep the box stands that this value is in */
    private static GVariant value(Node node, GType type, int depth, int above) {
        if (above + depth > GTypeText.MOST_DEPTH) {
            throw new Malformed("values are nested deeper than " + GTypeText.MOST_DEPTH, node.index());
        }
        return typed(node, type, above + depth);
    }

    private static int depth(GType type) {
        return 1
                + switch (type) {
                    case GType.Basic _, GType.Variant _ -> 0;
                    case GType.Maybe(var of) -> depth(of);
                    case GType.Array(var of) -> depth(of);
                    case GType.Entry(var _, var value) -> depth(value);
                    case GType.Tuple(var parts) ->
                        parts.stream().mapToInt(Typing::depth).max().orElse(0);
                };
    }

    /** @param reach how deep the deepest part of the value may stand */
    private static GVariant typed(Node node, GType type, int reach) {
        return switch (node) {
            case Node.Typed(var said, var of, var _) when said.equals(type) -> typed(of, type, reach);
            case Node.Nothing _ when type instanceof GType.Maybe(var of) -> new GVariant.Maybe(of, Optional.empty());
            case Node.Just(var inside, var _)
            when type instanceof GType.Maybe(var of) -> new GVariant.Maybe(of, Optional.of(typed(inside, of, reach)));
            case Node.Typed _, Node.Nothing _, Node.Just _ -> throw other(node, type);
            case Node plain
            when type instanceof GType.Maybe(var of) -> new GVariant.Maybe(of, Optional.of(typed(plain, of, reach)));
            case Node.Number(var token, var index)
            when type instanceof GType.Basic basic -> NumberText.value(token, basic, index);
            case Node.Text(var text, var index)
            when type instanceof GType.Basic basic && Pattern.TEXTS.contains(basic) -> text(text, basic, index);
            case Node.Truth(var value, var _) when type == GType.Basic.BOOLEAN -> new GVariant.Bool(value);
            case Node.Boxed(var inside, var _) when type instanceof GType.Variant -> boxed(inside, reach);
            case Node.Bytes(var text, var _) when type.equals(new GType.Array(GType.Basic.BYTE)) -> bytes(text);
            case Node.Items(var items, var _)
            when type instanceof GType.Array(var of) -> new GVariant.Array(of, all(items, of, reach));
            case Node.Dictionary(var pairs, var _)
            when type instanceof GType.Array(GType.Entry of) -> new GVariant.Array(of, all(pairs, of, reach));
            case Node.Pair(var key, var value, var _)
            when type instanceof GType.Entry of ->
                new GVariant.Entry(of, typed(key, of.key(), reach), typed(value, of.value(), reach));
            case Node.Parts(var parts, var _)
            when type instanceof GType.Tuple(var types) -> tuple(node, parts, types, reach);
            case Node.Number _,
                    Node.Text _,
                    Node.Truth _,
                    Node.Boxed _,
                    Node.Bytes _,
                    Node.Items _,
                    Node.Dictionary _,
                    Node.Pair _,
                    Node.Parts _ -> throw other(node, type);
        };
    }

    private static Malformed other(Node node, GType type) {
        return new Malformed("this is not a value of type " + type.signature(), node.index());
    }

    private static GVariant text(String text, GType.Basic type, int index) {
        TextGrammar.flaw(type, text).ifPresent(flaw -> {
            throw new Malformed(flaw, index);
        });
        return new GVariant.Text(type, text);
    }

    private static GVariant boxed(Node inside, int above) {
        var type = Pattern.of(inside).type(inside);
        return new GVariant.Variant(value(inside, type, depth(type), above));
    }

    /** A byte string ends with a zero that is not written. */
    private static GVariant bytes(String text) {
        var bytes = new ArrayList<GVariant>();
        text.chars().forEach(letter -> bytes.add(GVariant.Whole.of(GType.Basic.BYTE, letter)));
        bytes.add(GVariant.Whole.of(GType.Basic.BYTE, 0));
        return new GVariant.Array(GType.Basic.BYTE, bytes);
    }

    private static List<GVariant> all(List<? extends Node> nodes, GType type, int reach) {
        return nodes.stream().map(node -> typed(node, type, reach)).toList();
    }

    private static GVariant tuple(Node node, List<Node> parts, List<GType> types, int reach) {
        if (parts.size() != types.size()) {
            throw other(node, new GType.Tuple(types));
        }
        var values = new ArrayList<GVariant>();
        for (int index = 0; index < parts.size(); index++) {
            values.add(typed(parts.get(index), types.get(index), reach));
        }
        return new GVariant.Tuple(values);
    }
}
