package dev.twinsync.os.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.services.Activation;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitPlace;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.os.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of the properties that systemctl shows. */
class UnitFactsTest {

    private static final UnitName CRON = new UnitName("cron.service");
    private static final UnitName SSHD = new UnitName("sshd.service");

    @Test
    void blocks_belong_to_the_units_in_the_order_asked_for() {
        var answer = Shown.of(
                List.of(CRON, SSHD), "Id=cron.service\nType=simple\n\nId=ssh.service\nType=notify\n", UnitFacts::of);
        var facts = assertInstanceOf(Answer.Given.class, answer).value();
        assertEquals(
                Map.of(
                        CRON, new UnitFacts(Map.of("Id", "cron.service", "Type", "simple")),
                        SSHD, new UnitFacts(Map.of("Id", "ssh.service", "Type", "notify"))),
                facts);
    }

    @ParameterizedTest
    @CsvSource({"Id=cron.service", "''", "Failed to connect", "'Type=a\n\nType=b'"})
    void an_answer_that_does_not_fit_is_no_answer(String text) {
        assertInstanceOf(Answer.None.class, Shown.of(List.of(CRON, SSHD), text, UnitFacts::of));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Type=oneshot                                    | ONCE
                    Type=oneshot RemainAfterExit=yes                | STEADY
                    Type=simple                                     | STEADY
                    Type=simple UnitFileState=static                | UNCLAIMED
                    Type=simple ActiveState=activating SubState=auto-restart | STARTING
                    Type=simple ActiveState=activating SubState=auto-restart-queued | STARTING
                    Type=simple ActiveState=failed SubState=failed-before-auto-restart | STARTING
                    Type=notify ActiveState=activating SubState=start | STARTING
                    Type=simple ActiveState=activating SubState=start-pre | STARTING
                    Type=simple ActiveState=deactivating SubState=stop-sigterm | STEADY
                    Type=simple ActiveState=reloading SubState=reload | STEADY
                    Type=oneshot ActiveState=activating SubState=start | ONCE
                    Type=oneshot ActiveState=activating SubState=start NRestarts=0 | ONCE
                    Type=oneshot ActiveState=activating SubState=start NRestarts=1 | STARTING
                    Type=oneshot ActiveState=activating SubState=auto-restart | STARTING
                    Type=oneshot ActiveState=failed SubState=failed-before-auto-restart | STARTING
                    Type=oneshot ActiveState=inactive SubState=dead NRestarts=1 | ONCE
                    Type=oneshot ActiveState=failed SubState=failed NRestarts=4 | ONCE
                    Type=oneshot RemainAfterExit=yes ActiveState=activating SubState=start | STARTING
                    Type=dbus BusName=a.b UnitFileState=enabled ActiveState=activating SubState=auto-restart | BUS
                    Type=simple UnitFileState=static ActiveState=activating SubState=auto-restart | UNCLAIMED
                    LoadState=masked UnitFileState=masked ActiveState=activating SubState=auto-restart | STARTING
                    LoadState=bad-setting UnitFileState=enabled ActiveState=activating SubState=auto-restart | UNREADABLE
                    Type=dbus BusName=a.b UnitFileState=enabled     | BUS
                    Type=dbus BusName=a.b UnitFileState=static      | BUS
                    LoadState=masked UnitFileState=masked           | STEADY
                    LoadState=bad-setting Type=oneshot UnitFileState=enabled ActiveState=inactive | UNREADABLE
                    LoadState=error Type=oneshot UnitFileState=enabled ActiveState=failed         | UNREADABLE
                    LoadState=bad-setting UnitFileState=enabled ActiveState=active                | STEADY
                    """)
    void whether_running_means_anything(String lines, Activation activation) {
        var foo = unit("Id=foo.service " + lines);
        assertEquals(activation, new UnitWeb(List.of(foo)).activation(foo));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    system     | /etc/systemd/system/x.service                  | OWN
                    system     | /lib/systemd/system/x.service                  | SHIPPED
                    system     | /usr/local/lib/systemd/system/x.service        | SHIPPED
                    system     | /etc/systemd/system/x@.service                 | SHIPPED
                    system     | /etc/systemd/system.attached/x.service         | SHIPPED
                    system     | /run/systemd/generator.late/x.service          | SHIPPED
                    system     | /opt/x.service                                 | LINKED
                    system     | /opt/etc/systemd/system/x.service              | LINKED
                    system     | ''                                             | SHIPPED
                    user:alice | /home/alice/.config/systemd/user/x.service     | OWN
                    user:alice | /home/alice/.local/share/systemd/user/x.service | SHIPPED
                    user:alice | /usr/lib/systemd/user/x.service                | SHIPPED
                    user:alice | /run/user/1000/systemd/generator/x.service     | SHIPPED
                    user:alice | /home/alice/src/x.service                      | LINKED
                    """)
    void the_path_of_a_unit_file_tells_whether_it_is_the_owners_own_or_linked(
            String scope, String path, UnitPlace place) {
        var alice = scope.equals("system") ? UnitScope.SYSTEM : new UnitScope.User("alice");
        var facts = unit("LoadState=loaded UnitFileState=enabled FragmentPath=" + path);
        assertEquals(place, UnitPlaces.of(facts, new UnitName("x.service"), alice));
    }

    /** Systemd names the link and not what it leads to. */
    @Test
    void a_link_stands_for_a_unit_file_elsewhere(@TempDir Path folder) throws IOException {
        var units = Files.createDirectories(folder.resolve(".config/systemd/user"));
        var link = Files.createSymbolicLink(units.resolve("x.service"), folder.resolve("x.service"));
        var facts = unit("LoadState=loaded UnitFileState=enabled FragmentPath=" + link);
        assertEquals(UnitPlace.LINKED, UnitPlaces.of(facts, new UnitName("x.service"), new UnitScope.User("alice")));
    }

    @Test
    void the_path_of_a_mask_is_not_that_of_the_unit_file() {
        var facts = unit("LoadState=masked UnitFileState=masked FragmentPath=/etc/systemd/system/x.service");
        assertEquals(UnitPlace.SHIPPED, UnitPlaces.of(facts, new UnitName("x.service"), UnitScope.SYSTEM));
    }

    @Test
    void a_unit_that_another_one_wants_at_boot_is_steady() {
        var foo = unit("Id=foo.service Type=dbus BusName=a.b UnitFileState=static");
        var target = new UnitFacts(Map.of("Id", "multi-user.target", "Wants", "bar.service foo.service"));
        assertEquals(Activation.STEADY, new UnitWeb(List.of(foo, target)).activation(foo));
    }

    @Test
    void only_an_active_socket_triggers() {
        var foo = unit("Id=foo.service Type=simple UnitFileState=enabled");
        var on = unit("Id=on.socket ActiveState=active Triggers=foo.service");
        var off = unit("Id=off.socket ActiveState=inactive Triggers=foo.service");
        assertEquals(Activation.STEADY, new UnitWeb(List.of(foo, off)).activation(foo));
        var web = new UnitWeb(List.of(foo, on, off));
        assertEquals(Activation.TRIGGERED, web.activation(foo));
        assertEquals(List.of(new UnitName("on.socket")), web.triggers(foo));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ActiveState=active                                                | Up[]
                    ActiveState=reloading                                             | Up[]
                    ActiveState=activating SubState=start                             | Open[]
                    ActiveState=deactivating                                          | Open[]
                    ActiveState=failed Result=exit-code ExecMainStatus=3              | Down[reason=it failed: exit-code, status 3]
                    ActiveState=failed Result=exit-code ExecMainStatus=217            | Down[reason=it failed: exit-code, status 217/USER: the user that its User= names is not there or cannot be taken]
                    ActiveState=failed Result=signal ExecMainStatus=9                 | Down[reason=it failed: signal, killed by signal 9]
                    ActiveState=failed Result=timeout                                 | Down[reason=it failed: timeout, it was not ready in time]
                    ActiveState=activating SubState=auto-restart Result=exit-code ExecMainStatus=1 | Down[reason=it fails and is started again and again: exit-code, status 1]
                    ActiveState=activating SubState=auto-restart-queued Result=signal ExecMainStatus=9 | Down[reason=it fails and is started again and again: signal, killed by signal 9]
                    ActiveState=inactive Result=success ConditionResult=no            | Down[reason=a Condition of its unit file is not met, so systemd did not start it]
                    ActiveState=inactive Result=success ConditionResult=yes           | Down[reason=it ended at once, without a fault, and does not run]
                    ActiveState=inactive Result=success Type=oneshot                  | Up[]
                    """)
    void a_start_is_judged_by_the_state_of_the_unit(String lines, String verdict) {
        assertEquals(verdict, Verdict.ofStart(unit(lines)).toString());
    }

    private static UnitFacts unit(String lines) {
        var text = lines.contains("Id=") ? lines : "Id=x.service " + lines;
        var name = new UnitName("x.service");
        return ((Answer.Given<Map<UnitName, UnitFacts>>)
                        Shown.of(List.of(name), text.replace(' ', '\n'), UnitFacts::of))
                .value()
                .get(name);
    }
}
