package dev.twinsync.domain.files;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files a unit may come from. */
class UnitSourcesTest {

    @ParameterizedTest
    @CsvSource({
        "/etc/systemd/system/web.service, web.service",
        "/usr/local/lib/systemd/system/web@.service, web@a.service",
        "/home/alice/.config/systemd/user/web.service, alice/web.service",
        "/etc/containers/systemd/web.container, web.service",
        "/etc/containers/systemd/data.volume, data-volume.service",
        "/etc/init.d/web, web.service"
    })
    void a_unit_may_come_from_a_file_that_is_called_like_it(String path, String unit) {
        assertTrue(UnitSources.mayBring(new TargetPath(path), unit));
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/web.conf, web.service",
        "/etc/web/web.service, web.service",
        "/etc/systemd/system/other.service, web.service",
        "/etc/systemd/system/web.service.d/override.conf, web.service"
    })
    void a_unit_comes_from_no_other_file(String path, String unit) {
        assertFalse(UnitSources.mayBring(new TargetPath(path), unit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/systemd/system/web.service",
                "/etc/systemd/system/web.service.d/50-hard.conf",
                "/etc/systemd/system/multi-user.target.wants/web.service",
                "/etc/systemd/system.control/web.service.d/50-memory.conf",
                "/usr/local/lib/systemd/system/web@.service",
                "/usr/lib/systemd/system/web.service",
                "/lib/systemd/system/web.service",
                "/etc/containers/systemd/web.container",
                "/etc/init.d/web",
                "/etc/fstab",
                "/etc/crypttab"
            })
    void systemd_goes_on_with_what_it_read_of_its_units_before(String path) {
        assertTrue(UnitSources.isReadAhead(new TargetPath(path)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/systemd/system",
                "/etc/systemd/user/web.service",
                "/home/alice/.config/systemd/user/web.service",
                "/etc/systemd/system.conf.d/limits.conf",
                "/etc/systemd/journald.conf",
                "/srv/etc/systemd/system/web.service",
                "/etc/fstab.d/one"
            })
    void systemd_of_the_machine_makes_no_unit_of_other_files(String path) {
        assertFalse(UnitSources.isReadAhead(new TargetPath(path)));
    }

    @Test
    void a_file_that_goes_or_gets_other_rights_brings_nothing() {
        var unit = new TargetPath("/etc/systemd/system/web.service");
        var mode = new FileMode("0644");
        List.of(
                        new FileAction.Delete(unit),
                        new FileAction.SetAttributes(unit, mode, AccountName.ROOT, AccountName.ROOT))
                .forEach(action -> assertFalse(new Files().mayBring(action, "web.service")));
        assertTrue(new Files().mayBring(new FileAction.Link(unit, new LinkTarget("/opt/web")), "web.service"));
    }
}
