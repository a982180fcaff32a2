package dev.twinsync.domain.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Property;
import dev.twinsync.domain.desktop.DesiredSetting.Absent;
import dev.twinsync.domain.desktop.DesiredSetting.Present;
import dev.twinsync.domain.desktop.WishedValue.Items;
import dev.twinsync.domain.desktop.WishedValue.Plain;
import dev.twinsync.domain.shape.Place;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesktopDocumentsTest {

    private static final DesktopSettings GNOME = new DesktopSettings(DesktopBackend.GNOME);
    private static final DesktopSettings KDE = new DesktopSettings(DesktopBackend.KDE);
    private static final String INTERFACE = "org.gnome.desktop.interface";

    private static Tree document(String backend, Tree settings) {
        return Tree.map().put("backend", backend).put("settings", settings).build();
    }

    private static Tree one(String place, String key, Tree value) {
        return Tree.map().put(place, Tree.map().put(key, value).build()).build();
    }

    private static List<DesiredSetting> read(DesktopSettings kind, Tree document) {
        return switch (FragmentShapes.desired(kind).read(document)) {
            case Reading.Value<List<DesiredSetting>>(var wishes) -> wishes;
            case Reading.Wrong<List<DesiredSetting>>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static List<String> problems(DesktopSettings kind, Tree settings) {
        return FragmentShapes.desired(kind).read(document(kind.backend().word(), settings)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void wishes_of_the_design_are_read_as_they_stand_there() {
        var settings = Tree.map()
                .put(
                        INTERFACE,
                        Tree.map()
                                .put("color-scheme", Tree.literal("prefer-dark"))
                                .put("cursor-size", Tree.literal(24))
                                .put(
                                        "font-name",
                                        Tree.map().put("ensure", "absent").build())
                                .build())
                .put(
                        "org.gnome.desktop.app-folders.folder:/org/gnome/desktop/app-folders/folders/Utilities/",
                        Tree.map()
                                .put("name", "Tools")
                                .put("apps", Tree.list(List.of(Tree.text("a"), Tree.literal("b"))))
                                .build())
                .build();
        assertEquals(
                List.of(
                        new Present(DesktopTest.id(INTERFACE + "/color-scheme"), new Plain("prefer-dark")),
                        new Present(DesktopTest.id(INTERFACE + "/cursor-size"), new Plain("24")),
                        new Absent(DesktopTest.id(INTERFACE + "/font-name")),
                        new Present(
                                DesktopTest.id("org.gnome.desktop.app-folders.folder:"
                                        + "/org/gnome/desktop/app-folders/folders/Utilities//name"),
                                new Plain("Tools")),
                        new Present(
                                DesktopTest.id("org.gnome.desktop.app-folders.folder:"
                                        + "/org/gnome/desktop/app-folders/folders/Utilities//apps"),
                                new Items(List.of(new Plain("a"), new Plain("b"))))),
                read(GNOME, document("gnome", settings)));
    }

    @Test
    void a_place_of_kde_is_a_file_with_its_groups() {
        var settings = one("kdeglobals[General][Sub group]", "Color Scheme", Tree.text("BreezeDark"));
        assertEquals(
                List.of(new Present(
                        new SettingId(
                                new DesktopPlace.Group("kdeglobals", List.of("General", "Sub group")),
                                new SettingName("Color Scheme")),
                        new Plain("BreezeDark"))),
                read(KDE, document("kde", settings)));
    }

    @Test
    void what_is_of_the_other_desktop_is_refused() {
        var settings = one("kdeglobals[General]", "ColorScheme", Tree.text("x"));
        assertTrue(problems(GNOME, settings).getFirst().contains("is not the name of a schema"));
        assertTrue(problems(KDE, one(INTERFACE, "a", Tree.text("x"))).getFirst().contains("kdeglobals[General]"));
        var wrong = assertInstanceOf(
                Reading.Wrong.class, FragmentShapes.desired(GNOME).read(document("kde", settings)));
        assertTrue(wrong.toString().contains("this is of kde, and twin works with gnome here"), wrong::toString);
    }

    @Test
    void what_is_wrong_is_told_with_its_place() {
        var place = new Place("state/desktop.yaml", 3, 5);
        var nothing = new Tree.Scalar("", true, place);
        assertEquals(
                List.of("state/desktop.yaml:3:5 expected a value, found nothing"),
                problems(GNOME, one(INTERFACE, "a", nothing)));
        var map = new Tree.Mapping(List.of(new Tree.Entry("ensured", Tree.text("absent"), place)), place);
        assertEquals(
                List.of(
                        "state/desktop.yaml:3:5 unknown key \"ensured\"; did you mean \"ensure\"?",
                        "state/desktop.yaml:3:5 \"ensure\" is missing"),
                problems(GNOME, one(INTERFACE, "a", map)));
        var inList = new Tree.Sequence(List.of(new Tree.Mapping(List.of(), place)), place);
        assertEquals(
                List.of("state/desktop.yaml:3:5 expected a value, found a map; a dictionary is written as one text,"
                        + " as \"{'a': 1}\""),
                problems(GNOME, one(INTERFACE, "a", inList)));
        assertEquals(
                List.of("state/desktop.yaml:3:5 expected a map of settings, found \"x\""),
                problems(
                        GNOME,
                        Tree.map()
                                .put(INTERFACE, new Tree.Scalar("x", true, place))
                                .build()));
    }

    @Test
    void a_setting_that_is_declared_twice_is_refused() {
        var place = new Place("state/desktop.yaml", 4, 3);
        var twice = new Tree.Mapping(
                List.of(new Tree.Entry("a", Tree.text("x"), Place.NONE), new Tree.Entry("a", Tree.text("y"), place)),
                Place.NONE);
        assertEquals(
                List.of("state/desktop.yaml:4:3 \"a\" is declared twice"),
                problems(GNOME, Tree.map().put(INTERFACE, twice).build()));
    }

    @Test
    void lists_stand_in_lists_three_deep_and_no_deeper() {
        Tree list = Tree.text("a");
        for (int depth = 0; depth < 3; depth++) {
            list = Tree.list(List.of(list));
        }
        assertEquals(List.of(), problems(GNOME, one(INTERFACE, "a", list)));
        var deeper = problems(GNOME, one(INTERFACE, "a", Tree.list(List.of(list))));
        assertTrue(deeper.getFirst().contains("lists stand in lists deeper than 3"), deeper::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24", "1.10", "007", "-1", "true", "yes", "null", "~", "", "'x'", "[]", "1e5", "-0", "é"})
    void a_text_is_read_back_as_it_was(String text) {
        var wish = new Present(DesktopTest.id(INTERFACE + "/a"), new Plain(text));
        var shape = FragmentShapes.desired(GNOME);
        assertEquals(new Reading.Value<>(List.of(wish)), shape.read(shape.write(List.of(wish))));
    }

    @Test
    void documents_are_read_back() {
        var laws = new DesktopTest();
        var shape = FragmentShapes.desired(GNOME);
        Property.forAll(
                laws.anyWishes(),
                wishes -> assertEquals(new Reading.Value<>(inOrder(wishes)), shape.read(shape.write(inOrder(wishes)))));
        var live = FragmentShapes.live(GNOME);
        Property.forAll(laws.anyMachine(), seen -> {
            var observation = new Observation.Seen<>(seen);
            assertEquals(new Reading.Value<>(observation), live.read(live.write(observation)));
        });
    }

    private static List<DesiredSetting> inOrder(List<DesiredSetting> wishes) {
        var sorted = new ArrayList<>(wishes);
        sorted.sort(Comparator.comparing(DesiredSetting::key));
        return sorted;
    }

    @Test
    void what_is_seen_tells_what_is_chosen_and_what_is_the_default() {
        var seen = new LiveSetting(
                DesktopTest.id(INTERFACE + "/cursor-size"),
                Optional.of(DesktopTest.value("uint32 48")),
                Optional.of(DesktopTest.value("uint32 24")),
                false);
        assertEquals(
                "{backend: gnome, settings: {org.gnome.desktop.interface:"
                        + " {cursor-size: {value: uint32 48, default: uint32 24}}}}",
                FragmentShapes.live(GNOME)
                        .write(new Observation.Seen<>(List.of(seen)))
                        .inline());
    }
}
