package dev.twinsync.os.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.os.Facts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the fake to what is known of the real one, without the client that twin has: both could be wrong together. */
class SheetTest {

    private final FakeSupervisor fake = new FakeSupervisor();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void end() {
        fake.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(fake.address() + "/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private HttpResponse<String> ask(String method, String path, String body) {
        return send(method, path, body, "Authorization", "Bearer " + FakeSupervisor.TOKEN);
    }

    private Facts data(String path) {
        var said = new Facts(FakeReply.tree(ask("GET", path, "").body()));
        assertEquals("ok", said.at("result").text());
        return said.at("data");
    }

    private static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Supervisor-Token, fake-token-0123456789abcdef, 200",
        "X-Hassio-Key, fake-token-0123456789abcdef, 200",
        "Authorization, Bearer fake-token-0123456789abcdef, 200",
        "Authorization, Bearer nobody, 403",
        "Accept, */*, 401"
    })
    void the_token_is_read_in_three_headers(String header, String value, int status) {
        assertEquals(status, send("GET", "core/info", "", header, value).statusCode());
    }

    @Test
    void who_is_refused_is_told_in_mere_text() {
        var missing = send("GET", "core/info", "");
        assertEquals("401: Unauthorized", missing.body());
        assertEquals("text/plain", type(missing));
        assertEquals(200, send("GET", "supervisor/ping", "").statusCode());
        assertEquals(403, ask("GET", "core/api/hassio/host/info", "").statusCode());
        assertEquals(403, ask("POST", "core/api/hassio_auth", "").statusCode());
        assertEquals("404: Not Found", ask("GET", "store/nothing/here", "").body());
    }

    @ParameterizedTest
    @CsvSource({
        "default, GET, core/info, 200",
        "default, GET, addons, 403",
        "default, GET, info, 200",
        "default, GET, addons/self/info, 200",
        "homeassistant, POST, core/check, 200",
        "homeassistant, GET, store, 403",
        "backup, GET, backups, 200",
        "backup, POST, core/check, 403",
        "manager, GET, store/addons, 200",
        "manager, POST, addons/core_mosquitto/security, 403",
        "manager, POST, os/datadisk/wipe, 403",
        "admin, POST, addons/core_mosquitto/security, 200"
    })
    void each_role_may_do_what_is_its_own(String role, String method, String path, int status) {
        fake.switches().role = role;
        assertEquals(status, ask(method, path, "").statusCode());
    }

    @Test
    void a_body_is_checked() {
        assertEquals(200, ask("POST", "core/check", "").statusCode());
        assertTrue(ask("POST", "core/restart", "{nothing").body().contains("\"message\":\"Invalid json\""));
        var extra = ask("POST", "core/restart", "{\"x\": 1}");
        assertEquals(400, extra.statusCode());
        assertTrue(extra.body().contains("extra keys not allowed @ data['x']. Got 1"), extra.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "info | supervisor homeassistant hassos docker hostname operating_system features machine machine_id arch state supported_arch supported channel logging timezone",
                "supervisor/info | version version_latest update_available channel arch supported healthy ip_address timezone logging debug debug_block diagnostics auto_update detect_blocking_io country feature_flags wait_boot addons addons_repositories",
                "core/info | version version_latest update_available machine ip_address arch image boot port ssl watchdog audio_input audio_output backups_exclude_database duplicate_log_file",
                "os/info | version version_latest version_pending update_available board boot data_disk boot_slots",
                "store/addons/core_ssh | advanced arch available build description documentation homeassistant icon installed logo name repository slug stage update_available url version_latest version apparmor auth_api detached docker_api full_access hassio_api hassio_role homeassistant_api host_network host_pid ingress long_description rating signed",
                "backups | backups",
                "jobs/info | ignore_conditions jobs",
                "resolution/info | unsupported unhealthy issues suggestions checks",
                "host/info | agent_version apparmor_version chassis virtualization cpe deployment disk_free disk_total disk_used disk_life_time features hostname llmnr_hostname kernel operating_system timezone dt_utc dt_synchronized use_ntp startup_time boot_timestamp broadcast_llmnr broadcast_mdns",
                "network/info | interfaces docker host_internet supervisor_internet",
                "mounts | default_backup_mount mounts",
                "cli/info | version version_latest update_available",
                "available_updates | available_updates",
                "addons | addons"
            })
    void what_is_read_has_the_keys_of_the_real_one(String path, String keys) {
        assertEquals(Set.of(keys.split(" ")), data(path).entries().keySet());
    }

    @Test
    void an_addon_has_the_keys_of_the_real_one() {
        var line =
                "name slug description stage version version_latest update_available available detached homeassistant state"
                        + " repository build url icon logo system_managed advanced";
        assertEquals(
                Set.of(line.split(" ")),
                data("addons").at("addons").items().getFirst().entries().keySet());
        var info = data("addons/core_mosquitto/info").entries().keySet();
        for (String key : (line
                        + " options schema boot boot_config auto_update watchdog network network_description ingress"
                        + " ingress_panel ingress_url ingress_entry ingress_port protected rating hostname dns ip_address"
                        + " long_description arch machine host_network host_pid host_ipc host_uts host_dbus privileged full_access"
                        + " apparmor changelog documentation stdin hassio_api hassio_role auth_api homeassistant_api gpio usb uart"
                        + " kernel_modules devicetree udev docker_api video audio audio_input audio_output startup services"
                        + " discovery translations signed webui devices system_managed_config_entry")
                .split(" ")) {
            assertTrue(info.contains(key), key);
        }
    }

    @Test
    void supervised_has_no_operating_system() {
        fake.house().os = "";
        assertEquals("", data("info").at("hassos").text());
        assertEquals("supervised", data("os/info").at("board").text());
        assertTrue(ask("POST", "os/update", "").body().contains("no Home Assistant OS available"));
    }

    @Test
    void options_are_for_those_who_may_manage() {
        assertEquals(
                FakeHouse.PASSWORD,
                data("addons/core_mosquitto/info").at("options", "password").text());
        fake.switches().role = "default";
        assertEquals(
                "{}", data("addons/core_mosquitto/info").at("options").tree().inline());
    }

    @Test
    void an_addon_that_is_not_installed_is_shown_and_unknown() {
        var ssh = data("addons/core_ssh/info");
        assertEquals("unknown", ssh.at("state").text());
        assertEquals("", ssh.at("version").text());
        var nobody = ask("GET", "addons/nope/info", "");
        assertEquals(404, nobody.statusCode());
        assertTrue(nobody.body().contains("App nope does not exist"));
    }

    @Test
    void an_empty_list_is_an_empty_map() {
        fake.house().repositories.clear();
        assertEquals("{}", data("store/repositories").tree().inline());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | core/update | {\"version\": \"2026.8.1\"} | 400 | homeassistant_update_already_installed_error",
                "POST | core/update | {\"version\": \"1999.1.1\"} | 400 | homeassistant_update_image_error",
                "POST | store/addons/core_mosquitto/install | {} | 400 | app_already_installed_error",
                "POST | store/addons/core_armonly/install | {\"background\": true} | 400 | addon_not_supported_architecture_error",
                "POST | store/addons/local_twin/update | {} | 403 | can't update itself",
                "POST | store/addons/core_ssh/update | {} | 400 | is not installed",
                "GET | store/addons/nope | '' | 404 | store_app_not_found_error",
                "POST | addons/core_ssh/uninstall | {} | 400 | App is not installed",
                "POST | addons/core_mosquitto/options | {\"options\": {}} | 400 | app_configuration_invalid_error",
                "POST | store/repositories | {\"repository\": \"https://github.com/hassio-addons/repository\"} | 409 | store_repository_already_added_error",
                "POST | store/repositories | {} | 400 | required key not provided",
                "DELETE | store/repositories/nope | '' | 404 | does not exist in the store",
                "DELETE | store/repositories/core | '' | 400 | Can't remove built-in repositories!",
                "GET | jobs/00 | '' | 404 | Job does not exist",
                "GET | backups/00/info | '' | 404 | Backup does not exist",
                "POST | backups/new/partial | {\"folders\": [\"etc\"]} | 400 | data['folders']"
            })
    void what_is_wrong_has_its_status_and_its_key(String method, String path, String body, int status, String said) {
        var answer = ask(method, path, body);
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"result\":\"error\""), answer.body());
        assertTrue(answer.body().contains(said), answer.body());
    }

    @Test
    void a_job_goes_on_and_is_gone() {
        var begun = ask("POST", "store/addons/core_ssh/install", "{\"background\": true}");
        var id = new Facts(FakeReply.tree(begun.body())).at("data", "job_id").text();
        var job = data("jobs/" + id);
        assertEquals("app_manager_install", job.at("name").text());
        assertEquals("40.0", job.at("progress").text());
        assertEquals(
                Set.of(
                        "name",
                        "reference",
                        "uuid",
                        "progress",
                        "stage",
                        "done",
                        "errors",
                        "created",
                        "extra",
                        "child_jobs"),
                job.entries().keySet());
        assertTrue(ask("DELETE", "jobs/" + id, "").body().contains("is not done!"));
        assertEquals(404, ask("GET", "jobs/" + id, "").statusCode());
        assertEquals("10.1.0", data("addons/core_ssh/info").at("version").text());
    }

    @Test
    void the_job_of_a_backup_stays() {
        var begun = ask(
                "POST", "backups/new/partial", "{\"background\": true, \"addons\": [\"core_mosquitto\", \"nope\"]}");
        var id = new Facts(FakeReply.tree(begun.body())).at("data", "job_id").text();
        data("info");
        data("info");
        data("info");
        var job = data("jobs/" + id);
        assertTrue(job.at("done").truth());
        var slug = job.at("reference").text();
        assertEquals(
                List.of("core_mosquitto"),
                data("backups/" + slug + "/info").at("addons").items().stream()
                        .map(addon -> addon.at("slug").text())
                        .toList());
        assertEquals(200, ask("DELETE", "jobs/" + id, "").statusCode());
        assertEquals(404, ask("GET", "jobs/" + id, "").statusCode());
    }

    @Test
    void only_one_job_of_a_group_is_done_at_a_time() {
        fake.switches().step = 0;
        ask("POST", "core/update", "{\"background\": true}");
        var other = ask("POST", "core/restart", "");
        assertEquals(400, other.statusCode());
        assertTrue(other.body().contains("Another job is running for job group home_assistant_core"));
        assertEquals(200, ask("POST", "addons/core_mosquitto/stop", "").statusCode());
    }

    @Test
    void a_migration_is_not_disturbed() {
        fake.switches().migration = true;
        for (String call : List.of("core/restart", "core/stop", "core/update", "host/reboot")) {
            assertEquals(503, ask("POST", call, "").statusCode(), call);
        }
        assertEquals(200, ask("POST", "core/restart", "{\"force\": true}").statusCode());
    }

    @Test
    void options_are_replaced_as_a_whole() {
        var good = "{\"options\": {\"port\": 1, \"password\": \"x\", \"logins\": [], \"unknown\": 1}}";
        assertEquals(200, ask("POST", "addons/core_mosquitto/options", good).statusCode());
        assertEquals(
                "{port: 1, password: x, logins: []}",
                data("addons/core_mosquitto/info").at("options").tree().inline());
        assertEquals(
                200,
                ask("POST", "addons/core_mosquitto/options", "{\"options\": null}")
                        .statusCode());
        assertEquals(
                "1883", data("addons/core_mosquitto/info").at("options", "port").text());
        var checked = ask("POST", "addons/core_mosquitto/options/validate", "{\"port\": \"x\"}");
        assertEquals(200, checked.statusCode());
        assertTrue(checked.body().contains("\"valid\":false"));
    }

    @Test
    void an_operating_system_waits_for_its_restart() {
        ask("POST", "os/update", "{\"version\": \"18.1\"}");
        assertEquals("18.0", data("os/info").at("version").text());
        assertEquals("18.1", data("os/info").at("version_pending").text());
        ask("POST", "host/reboot", "");
        assertEquals("18.1", data("os/info").at("version").text());
    }
}
