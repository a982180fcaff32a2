package dev.twinsync.domain.network;

import dev.twinsync.domain.Printable;
import dev.twinsync.domain.Utf8;
import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Bytes by the letters that they stand for; those that stand for none are a list of numbers: {@code [72, 255]}. */
record ByteShape(Letters letters) implements Shape<GVariant> {

    /** What bytes may stand for. */
    enum Letters {
        TEXT("text") {
            @Override
            Optional<byte[]> bytes(String text) {
                return Optional.of(Utf8.bytes(text));
            }

            @Override
            Optional<String> text(byte[] bytes) {
                return visible(bytes);
            }
        },
        HEXADECIMAL("an address, as 52:54:00:12:34:56") {
            @Override
            Optional<byte[]> bytes(String text) {
                return Optional.of(text).filter(ADDRESS.asMatchPredicate()).map(HEX::parseHex);
            }

            @Override
            Optional<String> text(byte[] bytes) {
                return Optional.of(HEX.formatHex(bytes));
            }
        },
        LOCATION("a place, as file:///etc/ssl/me.pem") {
            @Override
            Optional<byte[]> bytes(String text) {
                return Optional.of(Utf8.bytes(text + END));
            }

            @Override
            Optional<String> text(byte[] bytes) {
                return bytes.length > 0 && bytes[bytes.length - 1] == 0
                        ? visible(Arrays.copyOf(bytes, bytes.length - 1))
                        : Optional.empty();
            }
        };

        private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){0,31}");
        private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();
        private static final String END = "\0";

        private final String expected;

        Letters(String expected) {
            this.expected = expected;
        }

        /** Empty: they are none of what these letters can say. */
        abstract Optional<byte[]> bytes(String text);

        abstract Optional<String> text(byte[] bytes);

        private static Optional<String> visible(byte[] bytes) {
            return Utf8.text(bytes).filter(text -> text.codePoints().noneMatch(Printable::isUnsafe));
        }
    }

    private static final Shape<GVariant> NUMBERS = Shape.list(Plain.whole(GType.Basic.BYTE, 0, 8))
            .as(items -> new GVariant.Array(GType.Basic.BYTE, items), value -> ((GVariant.Array) value).items());

    @Override
    public Reading<GVariant> read(Tree tree) {
        return switch (tree) {
            case Tree.Scalar(var text, var plain, var place)
            when !plain || !text.isEmpty() ->
                letters.bytes(text)
                        .<Reading<GVariant>>map(bytes -> new Reading.Value<>(Bytes.of(bytes)))
                        .orElseGet(() ->
                                Reading.wrong(place, "expected " + letters.expected + ", found " + tree.described()));
            case Tree other -> NUMBERS.read(other);
        };
    }

    @Override
    public Tree write(GVariant value) {
        var bytes = Bytes.in(value);
        return letters.text(bytes).filter(_ -> bytes.length > 0).map(Tree::text).orElseGet(() -> NUMBERS.write(value));
    }

    @Override
    public Tree.Mapping schema() {
        return Tree.map().build();
    }
}
