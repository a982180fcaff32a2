package dev.twinsync.domain.network;

import dev.twinsync.domain.Utf8;
import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Lists of bytes ({@code ay}), as which D-Bus has the names of wireless networks and hardware addresses. */
final class Bytes {

    static final GType TYPE = new GType.Array(GType.Basic.BYTE);

    private Bytes() {}

    /** The text in UTF-8. */
    static GVariant.Array of(String text) {
        return of(Utf8.bytes(text));
    }

    static GVariant.Array of(byte[] bytes) {
        var items = new ArrayList<GVariant>();
        for (byte one : bytes) {
            items.add(new GVariant.Whole(GType.Basic.BYTE, BigInteger.valueOf(Byte.toUnsignedInt(one))));
        }
        return new GVariant.Array(GType.Basic.BYTE, items);
    }

    /** @param value of the type {@link #TYPE} */
    static byte[] in(GVariant value) {
        List<GVariant> items = ((GVariant.Array) value).items();
        var bytes = new byte[items.size()];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = ((GVariant.Whole) items.get(index)).value().byteValue();
        }
        return bytes;
    }
}
