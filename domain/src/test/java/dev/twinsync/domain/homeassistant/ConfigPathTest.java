package dev.twinsync.domain.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secrets.yaml",
                "SECRETS.YAML",
                "esphome/secrets.yaml",
                "packages/secrets.yml",
                ".storage",
                ".storage/auth",
                ".Storage/core.config_entries",
                "x/.storage/y",
                ".cloud/production_auth.json",
                ".ssh/id_rsa",
                "ssl/privkey.pem",
                "server.key",
                "home-assistant_v2.db",
                "home-assistant_v2.db-wal",
                "home-assistant.log",
                "home-assistant.log.1",
                "home-assistant.log.fault",
                ".HA_VERSION",
                "deps/x.py",
                "tts/x.mp3",
                "backups/x.tar",
                "python_scripts/__pycache__/x.pyc",
                ".git/config"
            })
    void secrets_and_what_home_assistant_writes_for_itself_are_no_configuration(String path) {
        var refused = assertThrows(IllegalArgumentException.class, () -> new ConfigPath(path));
        assertTrue(refused.getMessage().startsWith(path + ": "), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../x.yaml",
                "packages/../../x.yaml",
                "./x.yaml",
                "packages//x.yaml",
                "packages/",
                "a\n.yaml",
                "a\u0000.yaml",
                "a\u2028.yaml",
                "\ud800.yaml"
            })
    void a_path_that_would_lead_elsewhere_is_refused(String path) {
        assertThrows(IllegalArgumentException.class, () -> new ConfigPath(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "configuration.yaml",
                "automations.yaml",
                "packages/a/b.yml",
                "blueprints/automation/me/light.yaml",
                "themes/x.yaml",
                "custom_templates/tools.jinja",
                "python_scripts/hello.py",
                "esphome/plug.yaml"
            })
    void what_its_owner_wrote_is_captured(String path) {
        assertTrue(new ConfigPath(path).isCaptured());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "custom_components/hacs/manifest.json",
                "custom_components/x/services.yaml",
                "www/community/card.yaml",
                "esphome/.esphome/build/x.yaml",
                "known_devices.yaml",
                "ip_bans.yaml",
                "notes.txt",
                ".hidden/x.yaml",
                "x/.hidden/y.yaml"
            })
    void what_others_brought_is_captured_by_its_name_alone(String path) {
        assertFalse(new ConfigPath(path).isCaptured());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secrets_old.yaml",
                "secrets (copy).yaml",
                "packages/my_secrets.yaml",
                "Secret.yml",
                "secrets/wifi.yaml",
                "passwords.yaml",
                "packages/google_credentials.yaml"
            })
    void what_is_called_after_secrets_is_captured_by_its_name_alone(String path) {
        assertFalse(new ConfigPath(path).isCaptured());
        assertTrue(new ConfigPath(path).isSuspected());
    }

    @Test
    void only_what_would_be_captured_is_suspected() {
        assertFalse(new ConfigPath("secrets.txt").isSuspected());
        assertFalse(new ConfigPath("custom_components/x/secrets_of.yaml").isSuspected());
        assertFalse(new ConfigPath("automations.yaml").isSuspected());
    }

    @Test
    void only_folders_in_which_something_may_be_captured_are_looked_into() {
        assertTrue(ConfigPath.isSearched("packages"));
        assertTrue(ConfigPath.isSearched("esphome"));
        assertFalse(ConfigPath.isSearched(".storage"));
        assertFalse(ConfigPath.isSearched("custom_components"));
        assertFalse(ConfigPath.isSearched("esphome/.esphome"));
        assertFalse(ConfigPath.isSearched("backups"));
    }

    @Test
    void its_content_is_kept_below_a_folder_of_its_own() {
        assertEquals(
                "filesystem/home-assistant/packages/heating.yaml",
                new ConfigPath("packages/heating.yaml").twinPath().text());
        assertEquals(
                "filesystem/home-assistant/packages/%.gitignore",
                new ConfigPath("packages/.gitignore").twinPath().text());
    }
}
