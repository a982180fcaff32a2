package dev.twinsync.domain.network;

import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.gvariant.GVariant;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Values for settings of many forms, and sets of them. */
public final class SampleSettings {

    /** One setting and a value that it may have. */
    public record Sample(String section, String key, GVariant value) {}

    private static final GType.Entry BY_NAME = new GType.Entry(GType.Basic.STRING, GType.Basic.STRING);
    private static final GType.Entry BOXES = new GType.Entry(GType.Basic.STRING, new GType.Variant());

    /** What NetworkManager takes where nothing is said, for those of them that have it. */
    static final List<Sample> DEFAULTS = List.of(
            new Sample("ipv4", "may-fail", truth(true)),
            new Sample("ipv4", "never-default", truth(false)),
            new Sample("ipv4", "dad-timeout", whole(GType.Basic.INT32, -1)),
            new Sample("ipv4", "gateway", text("")),
            new Sample("ipv4", "dns-data", texts()),
            new Sample("wifi", "ssid", bytes()),
            new Sample("bridge", "ageing-time", whole(GType.Basic.UINT32, 300)),
            new Sample("tc", "qdiscs", new GVariant.Array(new GType.Array(BOXES), List.of())));

    static final List<Sample> OTHERS = List.of(
            new Sample("ipv4", "method", text("auto")),
            new Sample("ipv4", "method", text("manual")),
            new Sample("ipv4", "may-fail", truth(false)),
            new Sample("ipv4", "never-default", truth(true)),
            new Sample("ipv4", "dad-timeout", whole(GType.Basic.INT32, 0)),
            new Sample("ipv4", "gateway", text("10.0.0.1")),
            new Sample("ipv4", "dns-data", texts("10.0.0.53", "9.9.9.9")),
            new Sample("ipv4", "route-metric", whole(GType.Basic.INT64, 100)),
            new Sample(
                    "ipv4",
                    "address-data",
                    tables(table("address", text("10.0.0.2"), "prefix", whole(GType.Basic.UINT32, 24)))),
            new Sample(
                    "ipv4", "route-data", tables(table("dest", text("0.0.0.0"), "odd", whole(GType.Basic.INT32, 7)))),
            new Sample("wifi", "ssid", bytes(72, 111, 109, 101)),
            new Sample("wifi", "ssid", bytes(0xff, 0, 10)),
            new Sample("wifi", "bssid", bytes(0x52, 0x54, 0, 0x12, 0x34, 0xff)),
            new Sample("bridge", "ageing-time", whole(GType.Basic.UINT32, 4_294_967_295L)),
            new Sample("bond", "options", dictionary("mode", "active-backup", "miimon", "100")),
            new Sample(
                    "802-1x",
                    "private-key",
                    bytes("file:///etc/ssl/me.key\0".chars().toArray())),
            new Sample("802-1x", "ca-cert", bytes(0x30, 0x82)),
            new Sample("tc", "made-up", whole(GType.Basic.UINT32, 5)),
            new Sample("tc", "made-up", whole(GType.Basic.INT32, -5)),
            new Sample("tc", "made-up", text("5")),
            new Sample("tc", "made-up", truth(false)),
            new Sample("tc", "made-up", new GVariant.Real(2)),
            new Sample("tc", "made-up", texts("a", "it's \"é\"\n")),
            new Sample("tc", "made-up", new GVariant.Variant(new GVariant.Tuple(List.of(whole(GType.Basic.BYTE, 1))))));

    private SampleSettings() {}

    static Arbitrary<Settings> any() {
        return Arbitraries.of(Stream.concat(DEFAULTS.stream(), OTHERS.stream()).toList())
                .list()
                .ofMaxSize(5)
                .map(SampleSettings::of);
    }

    static Settings of(List<Sample> samples) {
        Map<String, Map<String, GVariant>> all = new HashMap<>();
        samples.forEach(sample ->
                all.computeIfAbsent(sample.section(), _ -> new HashMap<>()).put(sample.key(), sample.value()));
        return new Settings(all);
    }

    /** @param rest section, key, value, section, … */
    static Settings of(String section, String key, GVariant value, Object... rest) {
        var samples = Stream.concat(
                Stream.of(new Sample(section, key, value)),
                Stream.iterate(0, index -> index < rest.length, index -> index + 3)
                        .map(index -> new Sample(
                                (String) rest[index], (String) rest[index + 1], (GVariant) rest[index + 2])));
        return of(samples.toList());
    }

    public static GVariant text(String text) {
        return new GVariant.Text(GType.Basic.STRING, text);
    }

    public static GVariant truth(boolean value) {
        return new GVariant.Bool(value);
    }

    public static GVariant whole(GType.Basic type, long value) {
        return new GVariant.Whole(type, BigInteger.valueOf(value));
    }

    public static GVariant texts(String... items) {
        return new GVariant.Array(
                GType.Basic.STRING, Stream.of(items).map(SampleSettings::text).toList());
    }

    static GVariant bytes(int... values) {
        return new GVariant.Array(
                GType.Basic.BYTE,
                Arrays.stream(values)
                        .mapToObj(value -> whole(GType.Basic.BYTE, value))
                        .toList());
    }

    static GVariant dictionary(String... namesAndValues) {
        return new GVariant.Array(
                BY_NAME,
                Stream.iterate(0, index -> index < namesAndValues.length, index -> index + 2)
                        .<GVariant>map(index -> new GVariant.Entry(
                                BY_NAME, text(namesAndValues[index]), text(namesAndValues[index + 1])))
                        .toList());
    }

    static GVariant table(Object... namesAndValues) {
        return new GVariant.Array(
                BOXES,
                Stream.iterate(0, index -> index < namesAndValues.length, index -> index + 2)
                        .<GVariant>map(index -> new GVariant.Entry(
                                BOXES, text((String) namesAndValues[index]), new GVariant.Variant((GVariant)
                                        namesAndValues[index + 1])))
                        .toList());
    }

    static GVariant tables(GVariant... tables) {
        return new GVariant.Array(new GType.Array(BOXES), List.of(tables));
    }
}
