package dev.twinsync.domain.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Property;
import dev.twinsync.domain.gvariant.GVariantText;
import dev.twinsync.domain.gvariant.GVariants;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would become another setting, another file, an option of a tool, or a second line of what a tool reads. */
class DesktopInjectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-x",
                "--schemadir",
                "org gnome",
                "org.gnome\n",
                "org/gnome",
                "org.gnome:",
                "org.gnome:/",
                ":/a/",
                "org.gnome:a/",
                "org.gnome:/a",
                "org.gnome:/a//b/",
                "org.gnome:/a/\n/",
                "org.gnome:/a]/",
                "org.gnome:/[a/",
                "org.gnome:/a b/",
                "\u0430rg",
                "kdeglobals[General]",
                "org.gnome:/a/\u202e/"
            })
    void a_schema_that_is_something_else_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> DesktopPlace.of(DesktopBackend.GNOME, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kdeglobals",
                "-x[a]",
                "../x[a]",
                "/etc/x[a]",
                "a/b[a]",
                ".x[a]",
                "kdeglobals[]",
                "kdeglobals[a",
                "kdeglobals[a][]",
                "kdeglobals[-a]",
                "kdeglobals[<default>]",
                "kdeglobals[a\nb]",
                "kdeglobals[ a]",
                "kdeglobals[a]b]",
                "kdeglobals[a]x[b]",
                "[a]",
                "x [a]",
                "kdeglobals[a\u0000]",
                "kdeglobals[a\u202e]"
            })
    void a_place_of_kde_that_is_something_else_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> DesktopPlace.of(DesktopBackend.KDE, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-x",
                "a/b",
                "a=b",
                "a\nb",
                "[a",
                "a]",
                " a",
                "a ",
                "#a",
                "a\u0000",
                "a\u202eb",
                "\ud800",
                "a\tb"
            })
    void a_name_that_is_something_else_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new SettingName(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "é", "_a", "a:b", "a,b"})
    void gnome_has_narrower_names_than_kde(String text) {
        assertEquals(Optional.empty(), SettingId.of("org.a/" + text));
        assertTrue(SettingId.of("kdeglobals[General]/" + text).isPresent());
    }

    @Test
    void a_key_means_one_setting() {
        var pieces = Arbitraries.of(
                "org.a", ":/", "/", "b", "kdeglobals", "[", "]", "-", "\n", " ", "[General]", "=", "..", "é", "//");
        Property.forAll(
                pieces.list().ofMinSize(1).ofMaxSize(6).map(list -> String.join("", list)),
                key -> SettingId.of(key).ifPresent(id -> {
                    assertEquals(key, id.key());
                    assertFalse(id.name().text().startsWith("-"), key);
                    assertFalse(id.place().text().startsWith("-"), key);
                    assertFalse(key.chars().anyMatch(Character::isISOControl), key);
                }));
    }

    /** A value becomes the rest of a line {@code key=VALUE} that dconf reads. */
    @Test
    void a_value_is_one_line_whatever_it_holds() {
        Property.forAll(GVariants.any(), value -> {
            var text = GVariantText.print(value);
            assertFalse(text.chars().anyMatch(Character::isISOControl), text);
            assertEquals(text.strip(), text);
        });
    }
}
