package dev.twinsync.os.homeassistant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HassCommandTest {

    private static Optional<HassCommand> of(String line) {
        return HassCommand.of(List.of(line.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/srv/ha/bin/hass -c /data/ha",
                "/srv/ha/bin/hass --config /data/ha",
                "/srv/ha/bin/hass --verbose --config=/data/ha",
                "/srv/ha/bin/python3.13 /srv/ha/bin/hass -c /data/ha"
            })
    void a_script_is_called_by_its_own_path(String line) {
        assertEquals(Optional.of(new HassCommand(List.of("/srv/ha/bin/hass"), Optional.of("/data/ha"))), of(line));
    }

    @Test
    void a_module_is_called_with_its_python() {
        assertEquals(
                Optional.of(new HassCommand(List.of("/srv/ha/bin/python3", "-m", "homeassistant"), Optional.empty())),
                of("/srv/ha/bin/python3 -m homeassistant"));
    }

    @Test
    void what_is_called_by_a_relative_name_cannot_be_called_again() {
        assertEquals(Optional.of(new HassCommand(List.of(), Optional.of("/data/ha"))), of("hass -c /data/ha"));
        assertEquals(
                Optional.of(new HassCommand(List.of(), Optional.of("/config"))),
                of("python3 -m homeassistant -c /config"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/usr/bin/vim hass",
                "/usr/bin/grep -m homeassistant x",
                "/usr/bin/python3 -m homeassistant_cli",
                "/usr/bin/python3 -m",
                "/srv/ha/bin/hass --script check_config -c /data/ha",
                "/usr/bin/less /x/hass"
            })
    void anything_else_is_none(String line) {
        assertEquals(Optional.empty(), of(line));
    }
}
