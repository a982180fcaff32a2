package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.shape.Shape;
import java.util.Arrays;
import java.util.function.Function;

/** How the value of a setting is written in documents. */
enum Form {
    TEXT("s", GType.Basic.STRING, Plain.text()),
    TRUTH("b", GType.Basic.BOOLEAN, Plain.truth()),
    BYTE("y", GType.Basic.BYTE, Plain.whole(GType.Basic.BYTE, 0, 8)),
    INT32("i", GType.Basic.INT32, Plain.whole(GType.Basic.INT32, 31, 31)),
    UINT32("u", GType.Basic.UINT32, Plain.whole(GType.Basic.UINT32, 0, 32)),
    INT64("x", GType.Basic.INT64, Plain.whole(GType.Basic.INT64, 63, 63)),
    UINT64("t", GType.Basic.UINT64, Plain.whole(GType.Basic.UINT64, 0, 64)),
    TEXTS("as", new GType.Array(GType.Basic.STRING), Plain.texts()),
    TEXT_BY_NAME("a{ss}", new GType.Array(Dictionary.OF_TEXTS), Plain.textByName()),
    /** Lists of maps; what is in those is told by {@link Tables}. */
    TABLES("aa{sv}", new GType.Array(new GType.Array(Dictionary.OF_ANYTHING)), Tables::new),
    /** Bytes that are mostly text: {@code Home}. */
    SSID("ssid", Bytes.TYPE, new ByteShape(ByteShape.Letters.TEXT)),
    /** Six bytes or more, as hardware addresses are written: {@code 52:54:00:12:34:56}. */
    MAC("mac", Bytes.TYPE, new ByteShape(ByteShape.Letters.HEXADECIMAL)),
    /** Bytes that say where a certificate or a key is, and end with a zero: {@code file:///etc/ssl/me.pem}. */
    LOCATION("cert", Bytes.TYPE, new ByteShape(ByteShape.Letters.LOCATION));

    private final String word;
    private final GType type;
    private final Function<SettingKey, Shape<GVariant>> shape;

    Form(String word, GType type, Shape<GVariant> shape) {
        this(word, type, _ -> shape);
    }

    Form(String word, GType type, Function<SettingKey, Shape<GVariant>> shape) {
        this.word = word;
        this.type = type;
        this.shape = shape;
    }

    GType type() {
        return type;
    }

    /** The look of a value of this form, and of this form only, in or below that setting. */
    Shape<GVariant> shape(SettingKey setting) {
        return shape.apply(setting);
    }

    /** @param word of {@link SettingRows} */
    static Form of(String word) {
        return Arrays.stream(values())
                .filter(form -> form.word.equals(word))
                .findFirst()
                .orElseThrow();
    }
}
