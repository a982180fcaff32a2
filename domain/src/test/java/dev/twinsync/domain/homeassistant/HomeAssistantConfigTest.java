package dev.twinsync.domain.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.KindLaws;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.homeassistant.ConfigFileAction.Reload;
import dev.twinsync.domain.homeassistant.ConfigFileAction.RemoveConfigFile;
import dev.twinsync.domain.homeassistant.ConfigFileAction.Restart;
import dev.twinsync.domain.homeassistant.ConfigFileAction.SyncConfigFile;
import dev.twinsync.domain.homeassistant.DesiredConfigFile.Absent;
import dev.twinsync.domain.homeassistant.DesiredConfigFile.Present;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class HomeAssistantConfigTest extends KindLaws<DesiredConfigFile, LiveConfigFile, ConfigFileAction> {

    private static final HomeAssistantConfig CONFIG = new HomeAssistantConfig(true);
    private static final Digest ONE = new Digest("sha256:" + "1".repeat(64));
    private static final Digest TWO = new Digest("sha256:" + "2".repeat(64));

    @Override
    protected Kind<DesiredConfigFile, LiveConfigFile, ConfigFileAction> kind() {
        return CONFIG;
    }

    private static Arbitrary<ConfigPath> path() {
        return Arbitraries.of(
                        "configuration.yaml",
                        "automations.yaml",
                        "packages/heating.yaml",
                        "themes/night \u00e9.yaml",
                        "esphome/plug.yaml")
                .map(ConfigPath::new);
    }

    private static Arbitrary<Digest> digest() {
        return Arbitraries.of(ONE, TWO);
    }

    @Override
    protected Arbitrary<DesiredConfigFile> wish() {
        Arbitrary<DesiredConfigFile> present = Combinators.combine(
                        path(),
                        path().map(ConfigPath::twinPath),
                        Arbitraries.of(true, true, true, false),
                        digest().optional(0.9))
                .as(Present::new);
        return Arbitraries.oneOf(present, present, path().map(Absent::new));
    }

    @Override
    protected Arbitrary<LiveConfigFile> seen() {
        return Combinators.combine(path(), digest()).as(LiveConfigFile::new);
    }

    @Override
    protected Arbitrary<ConfigFileAction> action() {
        Arbitrary<ConfigFileAction> sync = Combinators.combine(path(), path().map(ConfigPath::twinPath), digest())
                .as(SyncConfigFile::new);
        return Arbitraries.oneOf(
                sync,
                path().map(RemoveConfigFile::new),
                Arbitraries.of("automation.reload", "frontend.reload_themes")
                        .map(CoreService::new)
                        .map(Reload::new),
                Arbitraries.just(new Restart()));
    }

    @Override
    protected boolean agrees(DesiredConfigFile wish, Optional<LiveConfigFile> found) {
        return switch (wish) {
            case Absent _ -> found.isEmpty();
            case Present present ->
                !present.managed() || found.isPresent() && present.digest().equals(found.map(LiveConfigFile::digest));
        };
    }

    private static List<Step<ConfigFileAction>> plan(DesiredConfigFile wish, LiveConfigFile... seen) {
        return CONFIG.plan(List.of(wish), new Observation.Seen<>(List.of(seen)));
    }

    private static Present wish(String path) {
        var place = new ConfigPath(path);
        return new Present(place, place.twinPath(), true, Optional.of(ONE));
    }

    @Test
    void what_the_editor_of_home_assistant_wrote_is_not_replaced_in_silence() {
        var seen = new LiveConfigFile(new ConfigPath("automations.yaml"), TWO);
        var why = plan(wish("automations.yaml"), seen).getFirst();
        assertTrue(why instanceof Step.Do<ConfigFileAction>(var _, var words) && words.contains("editor"));
    }

    @Test
    void home_assistant_is_not_left_without_its_configuration() {
        var path = new ConfigPath("configuration.yaml");
        assertEquals(
                List.of(new Step.Blocked<>(path.text(), "Home Assistant does not start without it")),
                plan(new Absent(path), new LiveConfigFile(path, ONE)));
    }

    @Test
    void where_no_content_is_kept_nothing_is_written() {
        var path = new ConfigPath("scenes.yaml");
        assertEquals(
                List.of(new Step.Blocked<>(
                        "scenes.yaml", "there is no content for it at filesystem/home-assistant/scenes.yaml")),
                plan(new Present(path, path.twinPath(), true, Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "automations.yaml, automation.reload",
        "scripts.yaml, script.reload",
        "scenes.yaml, scene.reload",
        "groups.yaml, group.reload",
        "customize.yaml, homeassistant.reload_core_config",
        "blueprints/automation/me/light.yaml, automation.reload",
        "blueprints/script/me/x.yaml, script.reload",
        "themes/night.yaml, frontend.reload_themes",
        "custom_templates/tools.jinja, homeassistant.reload_custom_templates",
        "python_scripts/hello.py, python_script.reload",
        "configuration.yaml, homeassistant.restart",
        "packages/heating.yaml, homeassistant.restart",
        "ui-lovelace.yaml,",
        "www/picture.svg,",
        "esphome/plug.yaml,"
    })
    void only_what_a_file_belongs_to_reads_it_again(String path, String service) {
        assertEquals(Optional.ofNullable(service).stream().toList(), CONFIG.notifies(wish(path)));
    }

    @Test
    void where_nobody_can_be_asked_home_assistant_is_restarted() {
        var unable = new HomeAssistantConfig(false);
        assertEquals(List.of("homeassistant.restart"), unable.notifies(wish("automations.yaml")));
        assertEquals(List.of(), unable.notifies(wish("ui-lovelace.yaml")));
        assertEquals(Optional.of(new Restart()), unable.whenNotified("homeassistant.restart"));
    }

    @Test
    void a_restart_stands_for_all_reloads_and_for_nothing_else() {
        var all = Set.of("homeassistant.restart", "automation.reload", "nginx.service");
        assertEquals("homeassistant.restart", CONFIG.noticedBy("automation.reload", all));
        assertEquals("nginx.service", CONFIG.noticedBy("nginx.service", all));
        assertEquals("automation.reload", CONFIG.noticedBy("automation.reload", Set.of("automation.reload")));
    }

    /** Within one stage it would be left out, as what it has to notice is not done yet. */
    @Test
    void what_was_written_is_noticed_after_it_was_written() {
        var path = new ConfigPath("automations.yaml");
        var written = new SyncConfigFile(path, path.twinPath(), ONE).stage();
        assertTrue(new Restart().stage().compareTo(written) > 0);
        assertTrue(new Reload(new CoreService("automation.reload")).stage().compareTo(written) > 0);
        assertEquals(written, new RemoveConfigFile(path).stage());
    }

    @Test
    void a_notice_makes_nothing_and_takes_nothing_away() {
        assertFalse(new Restart().makes() || new Restart().takesAway());
        assertTrue(new RemoveConfigFile(new ConfigPath("scenes.yaml")).takesAway());
    }

    @Test
    void notices_of_others_are_not_taken_for_its_own() {
        assertEquals(Optional.empty(), CONFIG.whenNotified("nginx.service"));
        assertEquals(Optional.empty(), CONFIG.whenNotified("light.turn_on"));
    }
}
