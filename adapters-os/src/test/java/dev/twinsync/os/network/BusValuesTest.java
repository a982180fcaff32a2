package dev.twinsync.os.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.MessageTypeException;
import org.freedesktop.dbus.messages.MessageFactory;
import org.freedesktop.dbus.messages.constants.Endian;
import org.freedesktop.dbus.messages.constants.MessageTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent over the bus arrives as it was, whatever its type: the bytes of a real message lie between. */
class BusValuesTest {

    private static final int FIXED_PART = 12;

    @Property(tries = 500)
    void what_was_sent_is_what_arrives(@ForAll("values") GVariant first, @ForAll("values") GVariant second)
            throws DBusException, MessageTypeException {
        var sent = List.of(new GVariant.Variant(first), second);
        assertEquals(sent, overTheWire(sent));
    }

    @Property(tries = 300)
    void a_signature_is_read_as_the_type_that_it_was_written_from(@ForAll("types") GType type) {
        assertEquals(type, BusSignature.read(type.signature()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "()", "(s", "s)", "ss", "a{s}", "a{vs}", "a{sv", "{sv}", "ms", "z", "a{(s)s}"})
    void what_is_no_type_of_the_bus_is_refused(String signature) {
        assertThrows(IllegalArgumentException.class, () -> BusSignature.read(signature));
    }

    @Test
    void what_the_bus_cannot_carry_is_refused() {
        for (GVariant value : List.of(
                new GVariant.Maybe(GType.Basic.STRING, Optional.empty()),
                new GVariant.Tuple(List.of()),
                new GVariant.Whole(GType.Basic.HANDLE, BigInteger.ZERO))) {
            assertThrows(IllegalArgumentException.class, () -> BusValues.plain(List.of(value)), value::toString);
        }
    }

    private static List<GVariant> overTheWire(List<GVariant> values) throws DBusException, MessageTypeException {
        var signature = values.stream().map(value -> value.type().signature()).collect(Collectors.joining());
        var wire = new ByteArrayOutputStream();
        Stream.of(new MessageFactory(Endian.LITTLE)
                        .createMethodCall(null, "a.b", "/", "a.b", "C", (byte) 0, signature, BusValues.plain(values))
                        .getWireData())
                .filter(Objects::nonNull)
                .forEach(wire::writeBytes);
        var bytes = wire.toByteArray();
        int headers = FIXED_PART + 4 + number(bytes, FIXED_PART);
        int body = (headers + 7) / 8 * 8;
        var arrived = MessageFactory.createMessage(
                MessageTypes.METHOD_CALL.getId(),
                Arrays.copyOfRange(bytes, 0, FIXED_PART),
                aligned(Arrays.copyOfRange(bytes, FIXED_PART, headers)),
                Arrays.copyOfRange(bytes, body, bytes.length),
                List.of());
        return BusValues.read(arrived.getSig(), arrived.getParameters());
    }

    /** The library reads the headers as if nothing stood before them: what follows their length begins at byte 8. */
    private static byte[] aligned(byte[] headers) {
        var aligned = new byte[headers.length + 4];
        System.arraycopy(headers, 0, aligned, 0, 4);
        System.arraycopy(headers, 4, aligned, 8, headers.length - 4);
        return aligned;
    }

    private static int number(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at])
                | Byte.toUnsignedInt(bytes[at + 1]) << 8
                | Byte.toUnsignedInt(bytes[at + 2]) << 16;
    }

    @Provide
    Arbitrary<GType> types() {
        return type(3);
    }

    @Provide
    Arbitrary<GVariant> values() {
        return types().flatMap(BusValuesTest::valueOf);
    }

    private static Arbitrary<GType> type(int depth) {
        Arbitrary<GType> simple = Arbitraries.of(GType.Basic.values())
                .filter(type -> type != GType.Basic.HANDLE)
                .map(type -> type);
        if (depth == 0) {
            return simple;
        }
        return Arbitraries.oneOf(
                simple,
                Arbitraries.just(new GType.Variant()),
                type(depth - 1).map(GType.Array::new),
                type(depth - 1)
                        .flatMap(value -> Arbitraries.of(GType.Basic.STRING, GType.Basic.UINT32, GType.Basic.BYTE)
                                .map(key -> new GType.Array(new GType.Entry(key, value)))),
                type(depth - 1).list().ofMinSize(1).ofMaxSize(3).map(GType.Tuple::new));
    }

    /** No box in a box, which would have no end. */
    private static Arbitrary<GType> inABox() {
        return Arbitraries.oneOf(type(0), type(0).map(GType.Array::new));
    }

    private static Arbitrary<GVariant> valueOf(GType type) {
        return switch (type) {
            case GType.Basic basic -> basic(basic);
            case GType.Variant _ -> inABox().flatMap(BusValuesTest::valueOf).map(GVariant.Variant::new);
            case GType.Array(GType.Entry entry) ->
                Arbitraries.maps(basic(entry.key()), valueOf(entry.value()))
                        .ofMaxSize(3)
                        .map(map -> new GVariant.Array(
                                entry,
                                map.entrySet().stream()
                                        .<GVariant>map(one -> new GVariant.Entry(entry, one.getKey(), one.getValue()))
                                        .toList()));
            case GType.Array(var of) -> valueOf(of).list().ofMaxSize(3).map(items -> new GVariant.Array(of, items));
            case GType.Tuple(var parts) -> tuple(parts);
            case GType.Entry _, GType.Maybe _ -> throw new AssertionError(type);
        };
    }

    private static Arbitrary<GVariant> tuple(List<GType> parts) {
        Arbitrary<List<GVariant>> values = Arbitraries.just(List.of());
        for (GType part : parts) {
            values = values.flatMap(before -> valueOf(part)
                    .map(value ->
                            Stream.concat(before.stream(), Stream.of(value)).toList()));
        }
        return values.map(GVariant.Tuple::new);
    }

    private static Arbitrary<GVariant> basic(GType.Basic type) {
        return switch (type) {
            case BOOLEAN -> Arbitraries.of(true, false).map(GVariant.Bool::new);
            case BYTE -> whole(type, 0, 8);
            case INT16 -> whole(type, 15, 15);
            case UINT16 -> whole(type, 0, 16);
            case INT32 -> whole(type, 31, 31);
            case UINT32 -> whole(type, 0, 32);
            case INT64 -> whole(type, 63, 63);
            case UINT64 -> whole(type, 0, 64);
            case DOUBLE -> Arbitraries.doubles().map(GVariant.Real::new);
            case STRING ->
                Arbitraries.of("", "a", "café;#1", "\u4e2d\u6587", "two\nlines", "\ud83d\ude00 'x' \"y\" \\")
                        .map(text -> new GVariant.Text(type, text));
            case OBJECT_PATH -> Arbitraries.of("/", "/a/b_1").map(text -> new GVariant.Text(type, text));
            case SIGNATURE -> Arbitraries.of("", "a{sv}").map(text -> new GVariant.Text(type, text));
            case HANDLE -> throw new AssertionError("not a setting");
        };
    }

    private static Arbitrary<GVariant> whole(GType.Basic type, int below, int above) {
        var least = below == 0 ? BigInteger.ZERO : BigInteger.TWO.pow(below).negate();
        return Arbitraries.bigIntegers()
                .between(least, BigInteger.TWO.pow(above).subtract(BigInteger.ONE))
                .map(number -> new GVariant.Whole(type, number));
    }
}
