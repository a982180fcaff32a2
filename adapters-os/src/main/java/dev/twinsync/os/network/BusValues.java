package dev.twinsync.os.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;

/** Typed values as the library for D-Bus wants them and gives them. Where it gives them is told by the type alone. */
final class BusValues {

    private BusValues() {}

    /** What goes into a message. */
    static Object[] plain(List<GVariant> values) {
        return values.stream().map(BusValues::plain).toArray();
    }

    /** @param signature of all of them, one after the other */
    static List<GVariant> read(String signature, Object[] values) {
        if (signature.isEmpty()) {
            return List.of();
        }
        var all = (GType.Tuple) BusSignature.read("(" + signature + ")");
        return tuple(all.parts(), values).parts();
    }

    /** In its box, which says of which type it is. */
    private static Variant<?> boxed(GVariant value) {
        return new Variant<>(plain(value), value.type().signature());
    }

    private static GVariant unboxed(Variant<?> box) {
        return read(BusSignature.read(box.getSig()), box.getValue());
    }

    /** @throws IllegalArgumentException if D-Bus has no such value */
    private static Object plain(GVariant value) {
        return switch (value) {
            case GVariant.Bool(var truth) -> truth;
            case GVariant.Whole(var type, var number) -> whole(type, number);
            case GVariant.Real(var number) -> number;
            case GVariant.Text(var _, var text) -> text;
            case GVariant.Variant(var inner) -> boxed(inner);
            case GVariant.Array(GType.Entry _, var items) -> dictionary(items);
            case GVariant.Array(var _, var items) ->
                items.stream().map(BusValues::plain).toList();
            case GVariant.Tuple(var parts)
            when !parts.isEmpty() -> parts.stream().map(BusValues::plain).toArray();
            case GVariant.Tuple _, GVariant.Maybe _, GVariant.Entry _ ->
                throw new IllegalArgumentException(
                        "D-Bus has no values of the type " + value.type().signature());
        };
    }

    private static Number whole(GType.Basic type, BigInteger number) {
        if (type == GType.Basic.HANDLE) {
            throw new IllegalArgumentException("a handle of an open file is no setting");
        }
        return type == GType.Basic.UINT64 ? new UInt64(number) : number;
    }

    private static Map<Object, Object> dictionary(List<GVariant> items) {
        var map = new LinkedHashMap<>();
        for (GVariant item : items) {
            if (item instanceof GVariant.Entry(var _, var key, var value)) {
                map.put(plain(key), plain(value));
            }
        }
        return map;
    }

    private static GVariant read(GType type, Object value) {
        return switch (type) {
            case GType.Basic basic -> basic(basic, value);
            case GType.Variant _ -> new GVariant.Variant(unboxed((Variant<?>) value));
            case GType.Array(GType.Entry entry) ->
                new GVariant.Array(
                        entry,
                        ((Map<?, ?>) value)
                                .entrySet().stream()
                                        .<GVariant>map(one -> new GVariant.Entry(
                                                entry,
                                                basic(entry.key(), one.getKey()),
                                                read(entry.value(), one.getValue())))
                                        .toList());
            case GType.Array(var of) ->
                new GVariant.Array(
                        of,
                        ((Collection<?>) value)
                                .stream().map(item -> read(of, item)).toList());
            case GType.Tuple(var parts) -> tuple(parts, (Object[]) value);
            case GType.Maybe _, GType.Entry _ ->
                throw new IllegalArgumentException("D-Bus has no values of the type " + type.signature());
        };
    }

    private static GVariant basic(GType.Basic type, Object value) {
        return switch (type) {
            case BOOLEAN -> new GVariant.Bool((Boolean) value);
            case DOUBLE -> new GVariant.Real((Double) value);
            case STRING, OBJECT_PATH, SIGNATURE -> new GVariant.Text(type, value.toString());
            case BYTE -> new GVariant.Whole(type, BigInteger.valueOf(Byte.toUnsignedInt((Byte) value)));
            case UINT64 -> new GVariant.Whole(type, ((UInt64) value).value());
            case INT16, UINT16, INT32, UINT32, INT64 ->
                new GVariant.Whole(type, BigInteger.valueOf(((Number) value).longValue()));
            case HANDLE -> throw new IllegalArgumentException("a handle of an open file is no setting");
        };
    }

    private static GVariant.Tuple tuple(List<GType> types, Object[] values) {
        var parts = new ArrayList<GVariant>();
        for (int part = 0; part < types.size(); part++) {
            parts.add(read(types.get(part), values[part]));
        }
        return new GVariant.Tuple(parts);
    }
}
