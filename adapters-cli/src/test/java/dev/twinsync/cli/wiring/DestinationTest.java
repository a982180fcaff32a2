package dev.twinsync.cli.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.cli.Folders;
import dev.twinsync.cli.TwinMain;
import dev.twinsync.cli.machine.Owner;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.domain.Digest;
import dev.twinsync.flow.configuration.Configuration;
import dev.twinsync.os.worker.SecureShell;
import dev.twinsync.port.HostAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which machine may be visited with which repository. In the place of ssh stands a script that greets as a twin does. */
class DestinationTest {

    private static final Digest HERE = digest('0');
    private static final Digest BOX = digest('1');
    private static final Digest OTHER = digest('2');

    @TempDir
    private Path folder;

    private Optional<Digest> here = Optional.of(HERE);

    private static Digest digest(char digit) {
        return new Digest("sha256:" + String.valueOf(digit).repeat(64));
    }

    private Whereabouts whereabouts() {
        return new Whereabouts(folder.resolve("elsewhere/device"), here, true);
    }

    private Optional<Owner> owner() throws IOException {
        return whereabouts().owner();
    }

    private static Optional<Owner> owner(String address, Digest identity) {
        return Optional.of(new Owner(Optional.of(HostAddress.of(address)), Optional.of(identity)));
    }

    private boolean isRefusedHere() throws IOException {
        return whereabouts().refusal(_ -> "").isPresent();
    }

    /** Goes to what says that it is this machine, and leaves it. */
    private void visit(String address, Optional<Digest> identity) throws IOException {
        var script = Files.writeString(folder.resolve("twin"), """
                echo '{"say":"greeting","protocol":1,"twin":"1"}'
                read -r visit
                echo "$visit" >'%s'
                echo '{"say":"welcome","user":"alice",%s"no_facts":"it is simulated","here":[],"reloads":false}'
                cat >'%s'
                touch '%s'
                """.formatted(
                        folder.resolve("visit"),
                        identity.map(one -> "\"identity\":\"" + one + "\",").orElse(""),
                        folder.resolve("asked"),
                        folder.resolve("left")));
        var program = List.of("sh", script.toString());
        try (var destination = new Destination(
                Optional.of(HostAddress.of(address)),
                machine -> new SecureShell(machine, program, Optional.empty(), false))) {
            destination.visit(settings(), Duration.ofSeconds(9), _ -> InputStream.nullInputStream(), whereabouts());
            assertTrue(destination.host().isPresent());
        }
    }

    private static Configuration settings() {
        var usual = Configuration.DEFAULT;
        return new Configuration(
                usual.disabled(),
                usual.planHours(),
                365,
                usual.files(),
                usual.git(),
                usual.logs(),
                usual.containers(),
                usual.homeAssistant(),
                usual.allowedSecrets(),
                usual.ignored());
    }

    @Test
    void it_is_told_for_how_long_to_keep_what_was_replaced() throws IOException {
        visit("alice@box", BOX);
        var visit = Files.readString(folder.resolve("visit"));
        assertTrue(visit.contains("\"keep_days\":365"), visit);
    }

    private void visit(String address, Digest identity) throws IOException {
        visit(address, Optional.of(identity));
    }

    private String refusal(String address, Digest identity) throws IOException {
        Files.deleteIfExists(folder.resolve("left"));
        var before = Folders.everything(folder.resolve("elsewhere"));
        var refused = assertThrows(OfAnotherMachine.class, () -> visit(address, identity));
        assertEquals(before, Folders.everything(folder.resolve("elsewhere")), "nothing is written");
        assertTrue(Files.exists(folder.resolve("left")), "it was left");
        assertEquals("", Files.readString(folder.resolve("asked")), "nothing more was looked at");
        return refused.getMessage();
    }

    @Test
    void the_repository_of_another_machine_is_not_taken_over() throws IOException {
        visit("alice@box", BOX);
        assertEquals(owner("alice@box", BOX), owner());
        assertEquals(
                "this repository is that of alice@box, and bob@other is another machine; each needs a repository of its own:"
                        + " twin init --repo DIR --host bob@other, or, if it is to be that of bob@other from now on: rm "
                        + whereabouts().note(),
                refusal("bob@other", OTHER));
        assertTrue(isRefusedHere());
        Files.delete(whereabouts().note());
        visit("bob@other", OTHER);
        assertEquals(owner("bob@other", OTHER), owner());
    }

    @Test
    void neither_is_the_repository_of_this_machine() throws IOException {
        whereabouts().noteThisMachine();
        assertTrue(refusal("alice@box", BOX)
                .startsWith("this repository is that of this machine, and alice@box is another machine; "));
        assertFalse(isRefusedHere());
    }

    @Test
    void nor_when_this_machine_was_set_up_anew_since() throws IOException {
        whereabouts().noteThisMachine();
        here = Optional.of(OTHER);
        refusal("alice@box", BOX);
        visit("localhost", OTHER);
        assertFalse(isRefusedHere());
    }

    @ParameterizedTest
    @ValueSource(strings = {"box", "root@box", "alice@box.example.org", "alice@[fe80::1]"})
    void the_same_machine_may_be_called_otherwise(String address) throws IOException {
        visit("alice@box", BOX);
        visit(address, BOX);
        assertEquals(owner(address, BOX), owner());
    }

    @ParameterizedTest
    @ValueSource(strings = {"box", "root@box", "alice@box"})
    void a_machine_that_was_set_up_anew_is_the_same_by_its_name(String address) throws IOException {
        visit("alice@box", BOX);
        visit(address, OTHER);
        assertEquals(owner(address, OTHER), owner());
    }

    @Test
    void what_was_noted_without_an_identity_is_completed() throws IOException {
        visit("alice@box", Optional.empty());
        assertEquals(Optional.empty(), owner().orElseThrow().identity());
        visit("bob@other", OTHER);
        assertEquals(owner("bob@other", OTHER), owner());
    }

    @Test
    void a_machine_without_an_identity_cannot_be_told_from_another() throws IOException {
        here = Optional.empty();
        whereabouts().noteThisMachine();
        assertEquals(Optional.empty(), owner());
        visit("alice@box", BOX);
        visit("bob@other", Optional.empty());
        assertEquals("bob@other", owner().orElseThrow().name());
    }

    @Test
    void this_machine_may_be_reached_in_another_way() throws IOException {
        visit("localhost", HERE);
        assertEquals(Optional.empty(), owner());
        whereabouts().noteThisMachine();
        visit("localhost", HERE);
        assertEquals(Optional.of(Owner.here(HERE)), owner());
        assertFalse(isRefusedHere());
    }

    @Test
    void but_not_with_the_repository_of_another_one() throws IOException {
        visit("alice@box", BOX);
        refusal("localhost", HERE);
    }

    @Test
    void a_note_that_is_none_is_no_leave_to_go_on() throws IOException {
        visit("alice@box", BOX);
        Files.writeString(whereabouts().note(), "alice box");
        var fault = assertThrows(IOException.class, () -> visit("alice@box", BOX));
        assertTrue(fault.getMessage().contains("rm " + whereabouts().note()), fault::getMessage);
    }

    @Test
    void who_is_refused_hears_it_with_its_exit_code() throws Exception {
        var commandLine = TwinMain.commandLine(List.of("status"));
        var err = new StringWriter();
        commandLine.setErr(new PrintWriter(err));
        var exit = commandLine
                .getExecutionExceptionHandler()
                .handleExecutionException(new OfAnotherMachine("it is not"), commandLine, null);
        assertEquals(Exit.REFUSED.code(), exit);
        assertTrue(err.toString().contains("it is not"), err::toString);
    }
}
