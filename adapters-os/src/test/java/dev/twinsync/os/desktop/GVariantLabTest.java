package dev.twinsync.os.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.gvariant.GVariantText;
import dev.twinsync.domain.gvariant.GVariants;
import dev.twinsync.os.Command;
import dev.twinsync.os.CommandRunner.Result;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What twin prints beside what GLib prints of the same value: dconf reads it and prints it again. */
@Tag("lab")
class GVariantLabTest {

    private static final int AT_ONCE = 40;

    @AfterEach
    void nothingIsChosen() {
        DesktopLab.clear();
    }

    @Test
    void glib_reads_what_twin_prints_and_prints_the_same() {
        var values =
                GVariants.any().filter(GVariantLabTest::isHeldByGLib).list().ofSize(AT_ONCE);
        Property.forSome(20, values, GVariantLabTest::compare);
    }

    /** GLib refuses numbers that are nearly nothing, and keeps no sign of what is no number; dconf takes no handles. */
    private static boolean isHeldByGLib(GVariant value) {
        return switch (value) {
            case GVariant.Real(var number) -> number == 0 || Math.abs(number) >= Double.MIN_NORMAL;
            case GVariant.Variant(var inside) -> isHeldByGLib(inside);
            case GVariant.Maybe(var _, var inside) ->
                inside.map(GVariantLabTest::isHeldByGLib).orElse(true);
            case GVariant.Array(var _, var items) -> items.stream().allMatch(GVariantLabTest::isHeldByGLib);
            case GVariant.Entry(var _, var key, var inside) -> isHeldByGLib(key) && isHeldByGLib(inside);
            case GVariant.Tuple(var parts) -> parts.stream().allMatch(GVariantLabTest::isHeldByGLib);
            case GVariant.Bool _, GVariant.Text _, GVariant.Whole _ -> true;
        };
    }

    private static void compare(List<GVariant> values) {
        Map<DconfPath, GVariant> written = new LinkedHashMap<>();
        values.forEach(value -> written.put(new DconfPath("/lab/", "v" + written.size()), value));
        var load = Command.of("dconf", "load", "/")
                .withInput(Dump.print(written).getBytes(StandardCharsets.UTF_8))
                .withEnvironment(DesktopLab.WITH_BUS.environment());
        var ended = assertInstanceOf(Result.Ended.class, DesktopLab.runAsAlice(load));
        assertEquals(0, ended.exit(), ended::message);
        var read = Dump.parse(DesktopLab.asAlice("dconf", "dump", "/"));
        written.forEach((path, value) -> assertEquals(GVariantText.print(value), read.get(path.text())));
        DesktopLab.asAlice("dconf", "reset", "-f", "/lab/");
    }
}
