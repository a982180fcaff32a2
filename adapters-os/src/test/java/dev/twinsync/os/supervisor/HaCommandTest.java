package dev.twinsync.os.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.CommandRunner.Result;
import dev.twinsync.os.ScriptedCommands;
import dev.twinsync.os.StreamedLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code ha} as another way to the same Supervisor. */
class HaCommandTest {

    private static final String OK = "{\"result\":\"ok\",\"data\":{\"version\":\"2026.8.1\"}}";
    private static final String RAW = "ha --raw-json --no-progress ";

    private final ScriptedCommands commands = new ScriptedCommands();
    private final SupervisorApi api = new HaCommand(commands);

    private static <F extends Fault> F fault(Class<F> kind, Executable call) {
        return assertInstanceOf(kind, assertThrows(NoAnswer.class, call).fault());
    }

    @Test
    void what_it_prints_is_the_answer() throws NoAnswer {
        commands.answer(RAW + "core info", OK);
        assertEquals(
                "2026.8.1", api.get("core/info", Patience.LOOK).at("version").text());
    }

    /** It ends with 0 then as well. */
    @Test
    void its_exit_is_no_evidence() {
        commands.answer(RAW + "core check", "{\"result\":\"error\",\"message\":\"Failed config\\n  light:\"}");
        var fault = fault(Fault.Refused.class, () -> api.post("core/check", Patience.CONTAINER));
        assertEquals("Failed config\n  light:", fault.message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "info | info",
                "supervisor/info | supervisor info",
                "os/info | os info",
                "addons | addons",
                "addons/core_ssh/info | addons info core_ssh",
                "store/addons | store addons",
                "jobs/info | jobs info",
                "resolution/info | resolution info",
                "host/info | host info",
                "network/info | network info",
                "dns/info | dns info",
                "mounts | mounts info",
                "backups | backups",
                "backups/1a2b3c4d/info | backups info 1a2b3c4d"
            })
    void each_look_has_its_words(String path, String words) throws NoAnswer {
        commands.answer("ha", OK);
        api.get(path, Patience.LOOK);
        assertEquals(List.of(RAW + words), commands.lines());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "core/restart | {} | core restart",
                "core/update | {\"version\": \"2026.8.3\", \"backup\": false, \"background\": true} | core update --version=2026.8.3 --backup=false",
                "os/update | {\"version\": \"18.1\"} | os update --version=18.1",
                "supervisor/update | {} | supervisor update",
                "store/reload | {} | store reload",
                "addons/core_ssh/start | {} | addons start core_ssh",
                "store/addons/core_ssh/install | {\"background\": true} | addons install core_ssh",
                "store/addons/core_ssh/update | {\"backup\": false} | addons update core_ssh --backup=false",
                "addons/core_ssh/uninstall | {\"remove_config\": false} | addons uninstall core_ssh --remove-config=false",
                "store/repositories | {\"repository\": \"https://example.org/a\"} | store add -- https://example.org/a",
                "backups/new/partial | {\"name\": \"twin addon core_ssh 1\", \"addons\": [\"core_ssh\"], \"homeassistant\": false} | backups new --name=twin addon core_ssh 1 -a=core_ssh",
                "backups/1a2b3c4d/restore/partial | {\"addons\": [\"core_ssh\"], \"homeassistant\": false} | backups restore 1a2b3c4d --homeassistant=false -a=core_ssh"
            })
    void each_change_has_its_words(String path, String body, String words) throws NoAnswer {
        commands.answer("ha", OK);
        api.post(path, FakeReply.tree(body), Patience.DOWNLOAD);
        assertEquals(List.of(RAW + words), commands.lines());
    }

    @Test
    void what_goes_has_its_words() throws NoAnswer {
        commands.answer("ha", OK);
        api.delete("store/repositories/a0d7b954", Patience.LOOK);
        api.delete("backups/1a2b3c4d", Patience.LOOK);
        assertEquals(List.of(RAW + "store delete a0d7b954", RAW + "backups remove 1a2b3c4d"), commands.lines());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "addons/core_ssh/options | {\"options\": {}}",
                "addons/core_ssh/options/validate | {}",
                "addons/core_ssh/security | {\"protected\": false}",
                "backups/new/partial | {\"name\": \"twin core\", \"homeassistant\": true}",
                "backups/new/partial | {\"name\": \"x\", \"addons\": [\"a_b\"], \"password\": \"y\"}",
                "core/options | {\"port\": 1}",
                "core/restart | {\"unknown\": true}"
            })
    void what_it_has_no_word_for_is_refused_before_it_is_run(String path, String body) {
        var fault = fault(Fault.NotOffered.class, () -> api.post(path, FakeReply.tree(body), Patience.LOOK));
        assertTrue(fault.sentence().contains("~/.config/twin/supervisor_token"));
        assertEquals(List.of(), commands.lines());
    }

    @Test
    void home_assistant_itself_is_out_of_its_reach() {
        assertTrue(api.whyNoCore().orElseThrow().contains("~/.config/twin/supervisor_token"));
        fault(Fault.NotOffered.class, () -> api.coreGet("services", Patience.LOOK));
        fault(
                Fault.NotOffered.class,
                () -> api.corePost("services/script/reload", Tree.map().build(), Patience.LOOK));
        fault(Fault.NotOffered.class, () -> api.get("no/such/call", Patience.LOOK));
        fault(Fault.NotOffered.class, () -> api.delete("jobs/00", Patience.LOOK));
    }

    @Test
    void one_of_a_list_is_found_in_it() throws NoAnswer {
        commands.answer(RAW + "store", "{\"result\":\"ok\",\"data\":{\"repositories\":[{\"slug\":\"core\"}]}}")
                .answer(
                        RAW + "store addons",
                        "{\"result\":\"ok\",\"data\":{\"addons\":[{\"slug\":\"a_b\",\"version\":\"1\"}]}}")
                .answer(
                        RAW + "jobs info",
                        "{\"result\":\"ok\",\"data\":{\"jobs\":[{\"uuid\":\"12\",\"progress\":3}]}}");
        assertEquals(1, api.get("store/repositories", Patience.LOOK).items().size());
        assertEquals(
                "1", api.get("store/addons/a_b", Patience.LOOK).at("version").text());
        assertEquals(3, api.get("jobs/12", Patience.LOOK).at("progress").number());
        fault(Fault.NotFound.class, () -> api.get("jobs/13", Patience.LOOK));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Error: unauthorized: missing or invalid API token | Unauthorised",
                "Error: forbidden: insufficient permissions or invalid token | Forbidden",
                "Error: bad gateway: core proxy or ingress service failure | CoreDown",
                "Error: Get \"http://supervisor/core/info\": dial tcp: lookup supervisor: no such host | Unreachable",
                "permission denied while trying to connect to the docker daemon | Refused"
            })
    void what_it_says_itself_is_understood(String message, String kind) {
        commands.answer("ha", 1, "", message);
        var fault = fault(Fault.class, () -> api.get("core/info", Patience.LOOK));
        assertEquals(kind, fault.getClass().getSimpleName());
    }

    @Test
    void what_ends_without_a_word_is_no_answer() {
        commands.answer("ha", "");
        fault(Fault.Garbled.class, () -> api.get("core/info", Patience.LOOK));
        commands.answer("ha", "Command completed successfully.");
        fault(Fault.Garbled.class, () -> api.get("core/info", Patience.LOOK));
    }

    @Test
    void a_run_may_fail() {
        commands.answer("ha", new Result.TimedOut(Duration.ofSeconds(30)));
        fault(Fault.TimedOut.class, () -> api.post("core/check", Patience.LOOK));
        commands.answer("ha", new Result.Broken("killed"));
        assertTrue(fault(Fault.Dropped.class, () -> api.post("core/check", Patience.LOOK))
                .isOpen());
        fault(Fault.Unreachable.class, () -> new HaCommand(new ScriptedCommands()).get("info", Patience.LOOK));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "core/logs | core logs --lines=5",
                "supervisor/logs | supervisor logs --lines=5",
                "addons/core_ssh/logs | addons logs core_ssh --lines=5",
                "core/logs/boots/-1 | core logs --boot=-1 --lines=5",
                "core/logs/follow | core logs --follow --lines=5"
            })
    void each_log_has_its_words(String path, String words) throws NoAnswer {
        commands.answer("ha", "\u001b[31mone\u001b[0m\ntwo\n");
        var heard = new ArrayList<StreamedLine>();
        api.log(LogRequest.last(path, 5), Patience.LOOK, line -> {
            heard.add(line);
            return false;
        });
        assertEquals(List.of("ha " + words), commands.lines());
        assertEquals(List.of(new StreamedLine.Whole("one")), heard);
    }

    @Test
    void a_log_with_dates_is_asked_for_as_one() throws NoAnswer {
        commands.answer("ha", "");
        api.log(LogRequest.last("core/logs", 5).withDates(), Patience.LOOK, _ -> true);
        assertEquals(List.of("ha core logs --verbose --lines=5"), commands.lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"core/logs/latest", "host/logs/identifiers/x"})
    void a_log_that_it_has_no_words_for_is_not_asked_for(String path) {
        fault(Fault.NotOffered.class, () -> api.log(LogRequest.last(path, 5), Patience.LOOK, _ -> true));
    }

    @Test
    void a_log_that_fails_is_a_fault() {
        commands.answer("ha", 1, "", "Error: unauthorized: missing or invalid API token");
        fault(Fault.Unauthorised.class, () -> api.log(LogRequest.last("core/logs", 5), Patience.LOOK, _ -> true));
    }
}
