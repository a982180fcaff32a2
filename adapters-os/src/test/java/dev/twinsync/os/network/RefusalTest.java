package dev.twinsync.os.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.domain.secrets.Redaction;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As NetworkManager 1.42 says it, and as twin tells it. */
class RefusalTest {

    private static final Redaction REDACTION = new Redaction(_ -> "0123456789abcdef", Set.of());

    /** What looks like a secret could not be committed with the results of the run, which then stayed open. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "802-11-wireless-security.psk: property is invalid | property is invalid (wifi-security.psk)",
                "802-11-wireless.ssid: property is missing | property is missing (wifi.ssid)",
                "wireguard.private-key: key must be 32 bytes base64 encoded | key must be 32 bytes base64 encoded (wireguard.private-key)",
                "802-1x.password: property is missing | property is missing (802-1x.password)",
                "ipv4.gateway: gateway cannot be set if there are no addresses configured | gateway cannot be set if there are no addresses configured (ipv4.gateway)",
                "Connection 'D' is not available on device eth0 | Connection 'D' is not available on device eth0",
                "org.freedesktop.NetworkManager.Failed | org.freedesktop.NetworkManager.Failed",
            })
    void what_it_says_of_a_setting_is_not_taken_for_a_secret(String said, String told) {
        var words = "Home: " + Refusal.inWords(said);
        assertEquals("Home: NetworkManager refused: " + told, words);
        assertEquals("reason: \"" + words + "\"", REDACTION.text("reason: \"" + words + "\""));
    }
}
