package dev.twinsync.domain.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Observation.Gap;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.supervisor.AddonSettings;
import dev.twinsync.domain.supervisor.AddonSlug;
import dev.twinsync.domain.supervisor.Component;
import dev.twinsync.domain.supervisor.DesiredPart;
import dev.twinsync.domain.supervisor.LivePart;
import dev.twinsync.domain.supervisor.ReleaseName;
import dev.twinsync.domain.supervisor.Supervisor;
import dev.twinsync.domain.supervisor.VersionWish;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One document of two kinds: each reads what is its own, and what is nobody's is an error. */
class SharedDocumentTest {

    private static final HomeAssistantConfig CONFIG = new HomeAssistantConfig(true);
    private static final Supervisor SUPERVISOR = new Supervisor();

    private static Tree.MapBuilder document() {
        var file = Tree.map()
                .put("path", "configuration.yaml")
                .put("twin_path", "filesystem/home-assistant/configuration.yaml")
                .put("managed", Tree.literal(true))
                .build();
        var addon = Tree.map()
                .put("slug", "core_ssh")
                .put("ensure", "present")
                .put("running", Tree.literal(true))
                .put("version", "latest")
                .put("options", Tree.map().build())
                .build();
        return Tree.map().put("config_files", Tree.list(List.of(file))).put("addons", Tree.list(List.of(addon)));
    }

    @Test
    void the_document_of_the_design_is_read_by_each_of_its_kinds() {
        var document =
                document().put("versions", Tree.map().put("os", "18.0").build()).build();
        var path = new ConfigPath("configuration.yaml");
        assertEquals(
                new Reading.Value<>(
                        List.of(new DesiredConfigFile.Present(path, path.twinPath(), true, Optional.empty()))),
                FragmentShapes.desired(CONFIG).read(document));
        assertEquals(
                new Reading.Value<>(List.of(
                        new DesiredPart.Version(Component.OS, new VersionWish.Exact(new ReleaseName("18.0"))),
                        new DesiredPart.Addon(
                                new AddonSlug("core_ssh"),
                                Optional.of(true),
                                Optional.of(new VersionWish.Latest()),
                                AddonSettings.NONE))),
                FragmentShapes.desired(SUPERVISOR).read(document));
    }

    @Test
    void a_document_without_wishes_shows_what_there_could_be() {
        assertEquals(
                "{config_files: []}",
                FragmentShapes.desired(CONFIG).write(List.of()).inline());
        assertEquals(
                "{versions: {}, repositories: [], addons: []}",
                FragmentShapes.desired(SUPERVISOR).write(List.of()).inline());
    }

    @Test
    void a_key_of_nobody_is_an_error_that_knows_the_keys_of_all() {
        var document = document().put("adons", Tree.list(List.of())).build();
        var problems = FragmentShapes.desired(CONFIG).read(document).problems();
        assertEquals(problems, FragmentShapes.desired(SUPERVISOR).read(document).problems());
        assertTrue(problems.getFirst().message().contains("addons"), problems.toString());
    }

    @Test
    void a_fault_of_one_part_is_told_once() {
        var faulty = Tree.map()
                .put(
                        "addons",
                        Tree.list(List.of(Tree.map().put("slug", "mosquitto").build())))
                .build();
        assertInstanceOf(Reading.Value.class, FragmentShapes.desired(CONFIG).read(faulty));
        assertEquals(
                List.of(true),
                FragmentShapes.desired(SUPERVISOR).read(faulty).problems().stream()
                        .map(Problem::message)
                        .map(message -> message.contains("core_mosquitto"))
                        .toList());
    }

    @Test
    void what_one_part_could_not_see_the_other_may_have_seen() {
        var unseen = new Observation.Unavailable<LivePart>("there is no Supervisor here");
        var seen = new Observation.Seen<LiveConfigFile>(List.of(), List.of(new Gap("x.yaml", "it is a link")));
        var both = Tree.map();
        assertInstanceOf(Tree.Mapping.class, FragmentShapes.live(CONFIG).write(seen));
        ((Tree.Mapping) FragmentShapes.live(CONFIG).write(seen))
                .entries()
                .forEach(line -> both.put(line.key(), line.value()));
        ((Tree.Mapping) FragmentShapes.live(SUPERVISOR).write(unseen))
                .entries()
                .forEach(line -> both.put(line.key(), line.value()));
        var document = both.build();
        assertEquals(new Reading.Value<>(seen), FragmentShapes.live(CONFIG).read(document));
        assertEquals(
                new Reading.Value<>(unseen), FragmentShapes.live(SUPERVISOR).read(document));
    }

    @Test
    void where_only_the_other_part_was_written_nothing_was_seen() {
        var document = FragmentShapes.live(CONFIG).write(new Observation.Seen<>(List.of()));
        var reading = FragmentShapes.live(SUPERVISOR).read(document);
        assertTrue(reading instanceof Reading.Value<Observation<LivePart>>(Observation.Unavailable<LivePart> _));
    }
}
