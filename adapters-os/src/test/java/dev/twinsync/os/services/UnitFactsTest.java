package dev.twinsync.os.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.twinsync.domain.services.Activation;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.os.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
                    Type=dbus BusName=a.b UnitFileState=enabled     | BUS
                    Type=dbus BusName=a.b UnitFileState=static      | BUS
                    LoadState=masked UnitFileState=masked           | STEADY
                    """)
    void whether_running_means_anything(String lines, Activation activation) {
        var foo = unit("Id=foo.service " + lines);
        assertEquals(activation, new UnitWeb(List.of(foo)).activation(foo));
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
                    ActiveState=failed Result=signal ExecMainStatus=9                 | Down[reason=it failed: signal, killed by signal 9]
                    ActiveState=failed Result=timeout                                 | Down[reason=it failed: timeout, it was not ready in time]
                    ActiveState=activating SubState=auto-restart Result=exit-code ExecMainStatus=1 | Down[reason=it fails and is started again and again: exit-code, status 1]
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
