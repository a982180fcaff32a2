package dev.twinsync.domain.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What twin masked goes through the gate and through other masking before it is committed. */
class MaskedTwiceTest {

    private static final Redaction REDACTION = new Redaction(_ -> "feedfacefeedface", Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 3 * * * mysqldump -u backup -pHunter22x shop >/var/backups/shop.sql",
                "    command: \"mysqldump -pHunter22x shop\"",
                "curl -u me:Hunter22x https://example.org/",
                "redis-cli -a Hunter22x ping",
                "sshpass -pHunter22x ssh host",
                "nmcli device wifi connect Home password Hunter22x",
                "backup --db-password Hunter22x --verbose",
                "htpasswd -b /etc/users me Hunter22x",
                "echo me:Hunter22x | chpasswd",
                "PGPASSWORD=Hunter22x psql",
                "fetch https://me:Hunter22x@example.org/",
                "smbclient -U me%Hunter22x //host/share"
            })
    void a_mask_is_masked_no_more(String line) {
        var once = REDACTION.text(line);
        assertTrue(once.contains(Mask.of("feedfacefeedface")), once);
        assertFalse(once.contains("Hunter22x"), once);
        assertEquals(once, REDACTION.text(once));
        assertEquals(List.of(), REDACTION.leaks("file", once));
    }
}
