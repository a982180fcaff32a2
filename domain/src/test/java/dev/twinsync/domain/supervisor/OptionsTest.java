package dev.twinsync.domain.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.secrets.Redaction;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.supervisor.OptionValue.FromFile;
import dev.twinsync.domain.supervisor.OptionValue.Hidden;
import dev.twinsync.domain.supervisor.OptionValue.Keep;
import dev.twinsync.domain.supervisor.OptionValue.Nothing;
import dev.twinsync.domain.supervisor.OptionValue.Number;
import dev.twinsync.domain.supervisor.OptionValue.Several;
import dev.twinsync.domain.supervisor.OptionValue.Table;
import dev.twinsync.domain.supervisor.OptionValue.Text;
import dev.twinsync.domain.supervisor.OptionValue.Truth;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final OptionShape SHAPE = new OptionShape();
    private static final Redaction REDACTION = new Redaction(_ -> "0123456789abcdef", Set.of());
    private static final String MASK = "\u2039secret 0123456789abcdef\u203a";

    private static OptionValue read(Tree tree) {
        return switch (SHAPE.read(tree)) {
            case Reading.Value<OptionValue>(var value) -> value;
            case Reading.Wrong<OptionValue>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static OptionValue plain(String text) {
        return read(new Tree.Scalar(text, true, Place.NONE));
    }

    @Test
    void a_value_without_quotes_is_what_json_would_make_of_it() {
        assertEquals(new Number(new BigDecimal("1883")), plain("1883"));
        assertEquals(new Number(new BigDecimal("-1.5")), plain("-1.50"));
        assertEquals(new Truth(true), plain("true"));
        assertEquals(new Nothing(), plain("null"));
        assertEquals(new Text("0644"), plain("0644"));
        assertEquals(new Text("yes"), plain("yes"));
        assertEquals(new Text("1883"), read(Tree.text("1883")));
        assertEquals(new Text("true"), read(Tree.text("true")));
    }

    @Test
    void a_secret_stands_elsewhere_or_is_kept() {
        assertEquals(
                new FromFile("/root/.mqtt"),
                read(Tree.map().put("secret_file", "/root/.mqtt").build()));
        assertEquals(new Keep(), read(Tree.map().put("keep", Tree.literal(true)).build()));
        assertInstanceOf(
                Table.class,
                read(Tree.map().put("keep", Tree.literal(3)).put("days", "x").build()));
        assertInstanceOf(
                Reading.Wrong.class,
                SHAPE.read(Tree.map().put("secret_file", "mqtt").build()));
        assertInstanceOf(
                Reading.Wrong.class,
                SHAPE.read(Tree.map().put("keep", Tree.literal(false)).build()));
    }

    @Test
    void a_secret_is_never_written() {
        var hidden = new Hidden(new Text("hunter2-is-long"));
        assertThrows(IllegalStateException.class, () -> SHAPE.write(new Several(List.of(hidden))));
        assertFalse(new Table(Map.of("a", hidden)).toString().contains("hunter2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mosquitto",
                "core_",
                "core_../x",
                "core_x/info",
                "core_x?a",
                "self",
                "Core_x",
                "-core_x",
                "core_x\n"
            })
    void a_slug_that_would_lead_elsewhere_is_refused(String slug) {
        assertThrows(IllegalArgumentException.class, () -> new AddonSlug(slug));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "core",
                "local",
                "git@github.com:x/y",
                "https://user:pass@x.example/r",
                "https://x.example/r?token=1",
                "file:///etc",
                "https://x.example",
                "https://x.example/a b",
                "https://x.example/r#-x"
            })
    void a_repository_with_a_secret_or_without_a_place_is_refused(String source) {
        assertThrows(IllegalArgumentException.class, () -> new RepositorySource(source));
    }

    @ParameterizedTest
    @CsvSource({
        "2026.8.1, 2026.8.3, true",
        "2026.8.3, 2026.8.1, false",
        "2026.8.1, 2026.8.1, false",
        "2026.9.0b2, 2026.9.0, true",
        "2026.9.0b2, 2026.9.0b10, true",
        "2026.9.0.dev3, 2026.9.0b1, true",
        "18.0.rc1, 18.0, true",
        "9.5, 18.0, true",
        "18, 18.0, false",
        "abc, 18.0, false",
        "18.0, abc, false"
    })
    void versions_have_an_order_where_their_form_tells(String one, String other, boolean before) {
        assertEquals(before, new ReleaseName(one).isBefore(new ReleaseName(other)));
    }

    private static LivePart.Addon addon(Map<String, OptionValue> options) {
        return new LivePart.Addon(
                new AddonSlug("core_mosquitto"),
                LivePart.Status.STARTED,
                Optional.empty(),
                Optional.empty(),
                false,
                AddonSettings.NONE.withOptions(options));
    }

    private static Map<String, OptionValue> shown(Map<String, OptionValue> options, Map<String, OptionValue> asked) {
        return new Discretion(REDACTION, asked).over(addon(options)).settings().options();
    }

    @Test
    void what_the_addon_calls_a_password_is_masked_whatever_it_says() {
        var login = new Table(Map.of("username", new Text("alice"), "word", new Hidden(new Text("x"))));
        assertEquals(
                Map.of(
                        "logins",
                        new Several(List.of(new Table(Map.of("username", new Text("alice"), "word", new Text(MASK)))))),
                shown(Map.of("logins", new Several(List.of(login))), Map.of()));
    }

    /** A wish that keeps a password, or reads it from a file, broke off the look at it. */
    @Test
    void a_password_that_is_wished_for_by_reference_is_masked() {
        var hidden = new Hidden(new Text("x"));
        var login = new Several(List.of(new Table(Map.of("word", hidden, "port", new Number(BigDecimal.TEN)))));
        var masks = Map.<String, OptionValue>of("a", new Text(MASK), "b", new Text(MASK), "c", new Text(MASK));
        assertEquals(
                masks,
                shown(
                        Map.of("a", hidden, "b", hidden, "c", login),
                        Map.of("a", new Keep(), "b", new FromFile("/root/b"), "c", new Keep())));
    }

    @Test
    void what_is_a_secret_by_its_name_is_masked_at_any_depth() {
        var login = new Table(Map.of("password", new Text("tiger-tiger")));
        var shown = shown(Map.of("logins", new Several(List.of(login)), "port", new Number(BigDecimal.TEN)), Map.of());
        assertEquals(
                Map.of(
                        "logins", new Several(List.of(new Table(Map.of("password", new Text(MASK))))),
                        "port", new Number(BigDecimal.TEN)),
                shown);
    }

    @Test
    void what_is_wished_by_reference_is_masked_too() {
        assertEquals(
                Map.of("motto", new Text(MASK), "count", new Text(MASK)),
                shown(
                        Map.of("motto", new Text("plain words"), "count", new Number(BigDecimal.ONE)),
                        Map.of("motto", new FromFile("/root/.motto"), "count", new Keep())));
    }

    @Test
    void a_password_of_the_addon_that_is_wished_by_reference_is_masked_as_any_other() {
        var secret = new Hidden(new Text("x"));
        var logins = new Several(List.of(new Table(Map.of("word", secret))));
        assertEquals(
                Map.of("password", new Text(MASK), "logins", new Text(MASK)),
                shown(
                        Map.of("password", secret, "logins", logins),
                        Map.of("password", new FromFile("/root/.mqtt"), "logins", new Keep())));
    }

    @Test
    void a_masked_option_is_adopted_as_kept() {
        var masked = new Several(List.of(new Table(Map.of("password", new Text(MASK), "user", new Text("a")))));
        assertTrue(masked.isMasked());
        assertEquals(
                new Several(List.of(new Table(Map.of("password", new Keep(), "user", new Text("a"))))),
                masked.adopted());
        assertTrue(masked.adopted().isMetBy(masked));
    }
}
