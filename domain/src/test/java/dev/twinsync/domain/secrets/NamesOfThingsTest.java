package dev.twinsync.domain.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan calls what it is about a key: what is taken for a secret there cannot be committed, and a run that did its work stays open. */
class NamesOfThingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "libapache2-mod-php8",
                "libc6-dev-i386-cross",
                "libadwaitaqtpriv1",
                "golang-github-muhammadmuzzammil1998-jsonc-dev",
                "xapp-sn-watcher",
                "alice/entry-161c45073796",
                "alice/nightly-backup-2",
                "/etc/apt/keyrings/docker1",
                "getty@tty1-console.service",
                "0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa"
            })
    void what_a_thing_is_called_is_no_secret(String name) {
        assertEquals(List.of(), SecretScanner.find("    - key: " + name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                "a1b2c3d4-e5f6-4a1b-8c9d-0e1f2a3b4c5d",
                "K001tGh4Kq9Zx2mNv8Lw3RsPy7",
                "Qm9yZWQgd2l0aCBrZXlz-and_more"
            })
    void a_key_that_a_machine_made_is_one(String key) {
        assertFalse(SecretScanner.find("key = " + key).isEmpty());
    }
}
