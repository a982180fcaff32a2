package dev.twinsync.domain.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Kind;
import dev.twinsync.domain.KindLaws;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.desktop.DesiredSetting.Absent;
import dev.twinsync.domain.desktop.DesiredSetting.Present;
import dev.twinsync.domain.desktop.WishedValue.Items;
import dev.twinsync.domain.desktop.WishedValue.Plain;
import dev.twinsync.domain.gvariant.GVariant;
import dev.twinsync.domain.gvariant.GVariantReading;
import dev.twinsync.domain.gvariant.GVariantText;
import dev.twinsync.domain.gvariant.GVariants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class DesktopTest extends KindLaws<DesiredSetting, LiveSetting, DesktopAction> {

    private static final DesktopSettings GNOME = new DesktopSettings(DesktopBackend.GNOME);
    private static final DesktopSettings KDE = new DesktopSettings(DesktopBackend.KDE);

    /** What settings of these types are when somebody writes this; where the type is not named they cannot be that. */
    private static final Map<WishedValue, Map<String, String>> MEANINGS = Map.of(
            new Plain("24"), Map.of("i", "24", "u", "uint32 24", "d", "24.0", "s", "'24'"),
            new Plain("-1"), Map.of("i", "-1", "d", "-1.0", "s", "'-1'"),
            new Plain("true"), Map.of("b", "true", "s", "'true'"),
            new Plain("it's"), Map.of("s", "\"it's\""),
            new Plain(""), Map.of("s", "''"),
            new Plain("['a']"), Map.of("as", "['a']", "s", "\"['a']\""),
            new Plain("uint32 7"), Map.of("u", "uint32 7", "s", "'uint32 7'"),
            new Plain("[('xkb', 'us')]"), Map.of("a(ss)", "[('xkb', 'us')]", "s", "\"[('xkb', 'us')]\""),
            new Items(List.of()), Map.of("as", "@as []", "a(ss)", "@a(ss) []"),
            new Items(List.of(new Items(List.of(new Plain("xkb"), new Plain("de"))))),
                    Map.of("a(ss)", "[('xkb', 'de')]"));

    private static final List<List<String>> VALUES = List.of(
            List.of("24", "-1", "7"),
            List.of("uint32 24", "uint32 7"),
            List.of("24.0", "0.5"),
            List.of("true", "false"),
            List.of("'24'", "\"it's\"", "'prefer-dark'", "''", "'true'"),
            List.of("@as []", "['a']", "['a', 'b']"),
            List.of("@a(ss) []", "[('xkb', 'us')]"));

    @Override
    protected Kind<DesiredSetting, LiveSetting, DesktopAction> kind() {
        return GNOME;
    }

    static GVariant value(String text) {
        return assertInstanceOf(GVariantReading.Value.class, GVariantText.parse(text, Optional.empty()))
                .value();
    }

    static SettingId id(String key) {
        return SettingId.of(key).orElseThrow();
    }

    private static Arbitrary<SettingId> id() {
        return Arbitraries.of(
                        "org.gnome.desktop.interface/cursor-size",
                        "org.gnome.desktop.interface/clock-format",
                        "org.gnome.desktop.app-folders.folder:/org/gnome/folders/Utilities//name")
                .map(DesktopTest::id);
    }

    @Override
    protected Arbitrary<DesiredSetting> wish() {
        Arbitrary<DesiredSetting> present =
                Combinators.combine(id(), Arbitraries.of(MEANINGS.keySet())).as(Present::new);
        return Arbitraries.oneOf(present, present, id().map(Absent::new));
    }

    @Override
    protected Arbitrary<LiveSetting> seen() {
        return Arbitraries.of(VALUES)
                .flatMap(values -> Combinators.combine(
                                id(), Arbitraries.of(values).map(DesktopTest::value), Arbitraries.of(values), locking())
                        .as((id, standard, chosen, lock) -> new LiveSetting(
                                id,
                                Optional.of(value(chosen)).filter(_ -> lock == 0),
                                Optional.of(standard),
                                lock == 2)));
    }

    private static Arbitrary<Integer> locking() {
        return Arbitraries.of(0, 0, 0, 1, 1, 2);
    }

    @Override
    protected Arbitrary<DesktopAction> action() {
        return Arbitraries.oneOf(
                Combinators.combine(id(), GVariants.any()).as(DesktopAction.Set::new),
                id().map(DesktopAction.Reset::new));
    }

    @Override
    protected boolean agrees(DesiredSetting wish, Optional<LiveSetting> found) {
        return switch (wish) {
            case Absent _ -> found.flatMap(LiveSetting::chosen).isEmpty();
            case Present(var _, var wanted) ->
                found.filter(seen -> means(wanted, seen)).isPresent();
        };
    }

    private static boolean means(WishedValue wanted, LiveSetting seen) {
        var signature = seen.standard().orElseThrow().type().signature();
        var counting = seen.locked() ? seen.standard() : seen.chosen();
        return counting.map(GVariantText::print)
                .equals(Optional.ofNullable(MEANINGS.get(wanted).get(signature)));
    }

    @Test
    void the_wish_for_a_value_means_that_value() {
        Property.forAll(
                GVariants.any(),
                value -> assertEquals(
                        new ValueReading.Fits(value), ValueReading.of(ValueReading.wishFor(value), value.type())));
    }

    private static List<Step<DesktopAction>> plan(DesktopSettings kind, DesiredSetting wish, LiveSetting... live) {
        return kind.plan(List.of(wish), new Observation.Seen<>(List.of(live)));
    }

    private static LiveSetting standard(String key, String value) {
        return new LiveSetting(id(key), Optional.empty(), Optional.of(value(value)), false);
    }

    private static String blocked(List<Step<DesktopAction>> steps) {
        return assertInstanceOf(Step.Blocked.class, steps.getFirst()).reason();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "24 | abc | it takes a whole number from -2147483648 to 2147483647: no value begins like this; a text stands in quotes (column 1)",
                "24 | 1.5 | it takes a whole number from -2147483648 to 2147483647: this is not a whole number (column 1)",
                "byte 1 | 256 | it takes a whole number from 0 to 255: the number is out of the range of its type, 0 to 255 (column 1)",
                "true | yes | it takes true or false: no value begins like this; a text stands in quotes (column 1)",
                "uint32 1 | int64 1 | it takes a whole number from 0 to 4294967295: this is not a value of type u (column 1)",
                "@a(ss) [] | [('a',)] | it takes a value of type a(ss): this is not a value of type (ss) (column 2)",
            })
    void a_wish_that_does_not_fit_the_type_is_blocked_with_a_sentence(String seen, String wish, String sentence) {
        var wanted = new Present(id("org.a/b"), new Plain(wish));
        assertEquals(sentence, blocked(plan(GNOME, wanted, standard("org.a/b", seen))));
    }

    @Test
    void a_list_for_what_is_no_list_is_blocked() {
        var wanted = new Present(id("org.a/b"), new Items(List.of(new Plain("a"))));
        assertEquals("it takes a text: this is a list", blocked(plan(GNOME, wanted, standard("org.a/b", "'x'"))));
        var pairs = new Present(id("org.a/b"), new Items(List.of(new Items(List.of(new Plain("a"))))));
        assertEquals(
                "it takes a value of type (ss): this is a list of 1",
                blocked(plan(GNOME, pairs, standard("org.a/b", "@a(ss) []"))));
    }

    @Test
    void what_is_locked_is_blocked_unless_it_is_as_wished_already() {
        var locked = new LiveSetting(id("org.a/b"), Optional.empty(), Optional.of(value("'24h'")), true);
        assertTrue(blocked(plan(GNOME, new Present(locked.id(), new Plain("12h")), locked))
                .startsWith("it is locked"));
        assertEquals(List.of(), plan(GNOME, new Present(locked.id(), new Plain("24h")), locked));
        assertEquals(List.of(), plan(GNOME, new Absent(locked.id()), locked));
    }

    /** The default may change under a wish that only happened to be met by it. */
    @Test
    void a_wish_for_what_is_the_default_is_set_all_the_same() {
        var step = plan(GNOME, new Present(id("org.a/b"), new Plain("24")), standard("org.a/b", "24"))
                .getFirst();
        assertEquals(new Step.Do<>(new DesktopAction.Set(id("org.a/b"), value("24")), "declared, is not set"), step);
    }

    @Test
    void a_setting_that_gnome_does_not_know_may_come_with_a_package_and_one_of_kde_is_set() {
        assertEquals(
                List.of(new Step.Later<>("org.a/b", "setting b of org.a")),
                plan(GNOME, new Present(id("org.a/b"), new Plain("x"))));
        var colors = id("kdeglobals[General]/ColorScheme");
        assertEquals(
                List.of(new Step.Do<>(new DesktopAction.Set(colors, value("'x'")), "declared, is not set")),
                plan(KDE, new Present(colors, new Plain("x"))));
        assertEquals("it takes a text: this is a list", blocked(plan(KDE, new Present(colors, new Items(List.of())))));
        assertEquals(List.of(), plan(KDE, new Absent(colors)));
    }

    @Test
    void nothing_is_left_of_a_setting_of_kde_that_was_reset() {
        var seen = new LiveSetting(
                id("kdeglobals[General]/ColorScheme"), Optional.of(value("'x'")), Optional.empty(), false);
        assertEquals(Optional.empty(), KDE.after(Optional.of(seen), new DesktopAction.Reset(seen.id())));
    }

    @Test
    void a_mask_is_never_set() {
        var masked = new Plain("‹secret 0123456789abcdef›");
        var wish = new Present(id("org.a/b"), masked);
        assertTrue(blocked(plan(GNOME, wish, standard("org.a/b", "''"))).startsWith("a mask stands there"));
        var list = new Present(id("org.a/b"), new Items(List.of(masked)));
        assertTrue(blocked(plan(GNOME, list, standard("org.a/b", "@as []"))).startsWith("a mask stands there"));
        var same = new LiveSetting(
                id("org.a/b"), Optional.of(GVariant.Text.of(masked.text())), Optional.of(value("''")), false);
        assertEquals(List.of(), plan(GNOME, wish, same));
    }
}
