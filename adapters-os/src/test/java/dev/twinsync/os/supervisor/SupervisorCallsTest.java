package dev.twinsync.os.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every call that twin makes, as it makes it. */
class SupervisorCallsTest {

    private final FakeSupervisor fake = new FakeSupervisor();
    private final SupervisorApi api = fake.api();

    @AfterEach
    void end() {
        fake.close();
    }

    private Facts get(String path) throws NoAnswer {
        return api.get(path, Patience.LOOK);
    }

    private Facts post(String path, String body) throws NoAnswer {
        return api.post(path, FakeReply.tree(body), Patience.LOOK);
    }

    @Test
    void versions_are_read() throws NoAnswer {
        assertEquals("18.0", get("info").at("hassos").text());
        assertEquals("2026.8.1", get("core/info").at("version").text());
        assertEquals("2026.08.0", get("supervisor/info").at("version_latest").text());
        assertEquals("generic-x86-64", get("os/info").at("board").text());
    }

    @Test
    void a_list_is_read_as_one() throws NoAnswer {
        assertEquals(
                List.of("core", "local", "https://github.com/hassio-addons/repository"),
                get("store/repositories").items().stream()
                        .map(one -> one.at("source").text())
                        .toList());
    }

    @Test
    void addons_come_and_go() throws NoAnswer {
        assertEquals("false", get("store/addons/core_ssh").at("installed").text());
        assertTrue(
                post("store/addons/core_ssh/install", "{\"background\":false}").isNothing());
        api.post("addons/core_ssh/start", Patience.CONTAINER);
        assertEquals("started", get("addons/core_ssh/info").at("state").text());
        api.post("addons/core_ssh/restart", Patience.CONTAINER);
        api.post("addons/core_ssh/stop", Patience.CONTAINER);
        post("addons/core_ssh/uninstall", "{\"remove_config\": false}");
        assertEquals("", get("addons/core_ssh/info").at("version").text());
        post("store/addons/core_mosquitto/update", "{\"backup\": true, \"background\": false}");
        assertEquals("6.5.2", get("addons/core_mosquitto/info").at("version").text());
    }

    @Test
    void options_are_checked_and_set() throws NoAnswer {
        var options = "{\"port\": 1884, \"password\": \"x\", \"logins\": []}";
        assertTrue(post("addons/core_mosquitto/options/validate", options)
                .at("valid")
                .truth());
        assertFalse(
                post("addons/core_mosquitto/options/validate", "{}").at("valid").truth());
        post(
                "addons/core_mosquitto/options",
                "{\"options\": " + options + ", \"boot\": \"manual\", \"watchdog\": true}");
        var info = get("addons/core_mosquitto/info");
        assertEquals("1884", info.at("options", "port").text());
        assertEquals("manual", info.at("boot").text());
        assertTrue(info.at("watchdog").truth());
    }

    @Test
    void repositories_come_and_go() throws NoAnswer {
        post("store/repositories", "{\"repository\": \"" + FakeHouse.EXAMPLE + "\"}");
        var slug = FakeHouse.slug(FakeHouse.EXAMPLE);
        assertEquals("Hello", get("store/addons/" + slug + "_hello").at("name").text());
        api.delete("store/repositories/" + slug, Patience.LOOK);
        assertEquals(3, get("store/repositories").items().size());
    }

    @Test
    void the_system_is_steered() throws NoAnswer {
        for (String call : List.of(
                "core/check",
                "core/restart",
                "core/stop",
                "core/start",
                "core/rebuild",
                "supervisor/reload",
                "store/reload",
                "refresh_updates",
                "host/reboot")) {
            api.post(call, Patience.CONTAINER);
        }
        post("core/options", "{\"duplicate_log_file\": true}");
        assertTrue(get("core/info").at("duplicate_log_file").truth());
        post("core/update", "{\"version\": \"2026.7.0\"}");
        assertEquals("2026.7.0", get("core/info").at("version").text());
        fake.house().offerSupervisor();
        api.post("supervisor/update", Patience.DOWNLOAD);
        assertEquals("2026.08.1", get("supervisor/info").at("version").text());
        api.post("os/update", Patience.DOWNLOAD);
        assertEquals("18.1", get("os/info").at("version_pending").text());
        assertEquals(
                List.of("core check", "core restart", "core stop", "core start", "core rebuild", "host reboot"),
                fake.house().done);
    }

    @Test
    void backups_are_made_shown_and_brought_back() throws NoAnswer {
        var made = post(
                "backups/new/partial",
                "{\"name\": \"twin addon core_mosquitto 6.5.1\", \"addons\": [\"core_mosquitto\"], \"homeassistant\": true}");
        var slug = made.at("slug").text();
        assertFalse(made.at("job_id").text().isEmpty());
        assertEquals(
                "twin addon core_mosquitto 6.5.1",
                get("backups").at("backups").items().getFirst().at("name").text());
        assertEquals(
                "2026.8.1", get("backups/" + slug + "/info").at("homeassistant").text());
        post("addons/core_mosquitto/uninstall", "{}");
        post("backups/" + slug + "/restore/partial", "{\"addons\": [\"core_mosquitto\"], \"homeassistant\": false}");
        assertEquals("6.5.1", get("addons/core_mosquitto/info").at("version").text());
        assertEquals(
                FakeHouse.PASSWORD,
                get("addons/core_mosquitto/info").at("options", "password").text());
        api.delete("backups/" + slug, Patience.LOOK);
        assertTrue(get("backups").at("backups").items().isEmpty());
    }

    @Test
    void jobs_are_followed() throws NoAnswer {
        var job = post("core/update", "{\"background\": true}").at("job_id").text();
        assertEquals(
                job, get("jobs/info").at("jobs").items().getFirst().at("uuid").text());
        assertEquals("80.0", get("jobs/" + job).at("progress").text());
    }

    @Test
    void home_assistant_is_asked_through_the_supervisor() throws NoAnswer {
        assertEquals("RUNNING", api.coreGet("config", Patience.LOOK).at("state").text());
        assertEquals(6, api.coreGet("services", Patience.LOOK).items().size());
        assertTrue(api.corePost("services/automation/reload", Tree.map().build(), Patience.LOOK)
                .items()
                .isEmpty());
        assertEquals(List.of("automation.reload"), fake.house().done);
        var check = api.corePost("config/core/check_config", Tree.map().build(), Patience.CONTAINER);
        assertEquals("valid", check.at("result").text());
    }
}
