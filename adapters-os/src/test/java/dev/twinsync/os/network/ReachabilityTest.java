package dev.twinsync.os.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinsync.os.network.Reachability.Answering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who must answer is read from the kernel's own tables, copied from a real machine. */
class ReachabilityTest {

    private static final String ROUTES = """
            Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
            eth0	00000000	01004D0A	0003	0	0	100	00000000	0	0	0
            eth1	00000000	01004D0A	0003	0	0	101	00000000	0	0	0
            eth0	00004D0A	00000000	0001	0	0	100	00FFFFFF	0	0	0
            """;
    private static final String ROUTES_6 = """
            00000000000000000000000000000000 00 00000000000000000000000000000000 00 fe800000000000000000000000000001 00000400 00000001 00000000 00000003     eth0
            00000000000000000000000000000000 00 00000000000000000000000000000000 00 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo
            fe800000000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000400 00000001 00000000 00000001     eth0
            """;
    private static final String TCP = """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0A4D000A:0016 054D000A:C350 01 00000000:00000000 02:000A7214 00000000     0        0 4711 4 0000 20 4 31 10 -1
               1: 0A4D000A:0016 064D000A:C351 06 00000000:00000000 02:000A7214 00000000     0        0 4711 4 0000 20 4 31 10 -1
               2: 0A4D000A:1F90 074D000A:C352 01 00000000:00000000 02:000A7214 00000000     0        0 4712 4 0000 20 4 31 10 -1
               3: 0100007F:0016 0100007F:C353 01 00000000:00000000 02:000A7214 00000000     0        0 4713 4 0000 20 4 31 10 -1
            """;
    private static final String TCP_6 = """
              sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0000000000000000FFFF00000A4D000A:0016 0000000000000000FFFF0000084D000A:C354 01 00000000:00000000 02:000A7214 00000000     0        0 4714 4 0000 20 4 31 10 -1
               1: 000000FD000000000000000002000000:0016 000000FD000000000000000009000000:C355 01 00000000:00000000 02:000A7214 00000000     0        0 4714 4 0000 20 4 31 10 -1
            """;

    @TempDir
    private Path proc;

    private final Set<String> alive = new HashSet<>();

    @BeforeEach
    void a_machine_with_people_on_it() throws IOException {
        Files.createDirectory(proc.resolve("net"));
        write("net/route", ROUTES);
        write("net/ipv6_route", ROUTES_6);
        write("net/tcp", TCP);
        write("net/tcp6", TCP_6);
        process("10", "sshd", "4711", "4713", "4714");
        process("11", "nginx", "4712");
        Files.createDirectory(proc.resolve("12"));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(proc.resolve(file), text);
    }

    private void process(String number, String name, String... sockets) throws IOException {
        var files = Files.createDirectories(proc.resolve(number).resolve("fd"));
        write(number + "/comm", name + "\n");
        Files.createSymbolicLink(files.resolve("0"), Path.of("/dev/null"));
        for (String socket : sockets) {
            Files.createSymbolicLink(files.resolve(socket), Path.of("socket:[" + socket + "]"));
        }
    }

    private Reachability reachability() {
        return new Reachability(new KernelTable(proc), alive::contains);
    }

    @Test
    void gateways_are_those_of_default_routes() throws IOException {
        assertEquals(List.of("10.77.0.1", "fe80:0:0:0:0:0:0:1%eth0"), new Routes(new KernelTable(proc)).gateways());
    }

    @Test
    void a_machine_without_routes_has_no_gateway() throws IOException {
        assertEquals(List.of(), new Routes(new KernelTable(proc.resolve("12"))).gateways());
    }

    @Test
    void whoever_is_logged_in_from_elsewhere_is_seen_and_nobody_else() throws IOException {
        assertEquals(
                List.of("10.0.77.5", "10.0.77.8", "fd00:0:0:0:0:0:0:9"),
                new SshPeers(new KernelTable(proc)).addresses());
    }

    @Test
    void only_who_answered_before_has_to_answer_after() throws IOException {
        alive.add("10.77.0.1");
        alive.add("10.0.77.5");
        var before = reachability().now();
        assertEquals(new Answering(List.of("10.77.0.1"), List.of("10.0.77.5")), before);
        assertEquals("10.77.0.1 and 10.0.77.5 answer", before.sign());
        assertEquals(Optional.empty(), reachability().loss(before));
    }

    @Test
    void nobody_answers_is_no_sign() {
        assertEquals("", new Answering(List.of(), List.of()).sign());
    }

    @Test
    void another_gateway_is_as_good_if_it_answers() throws IOException {
        alive.add("10.77.0.1");
        var before = reachability().now();
        alive.clear();
        write("net/route", ROUTES.replace("01004D0A", "0100630A"));
        assertEquals(
                Optional.of("10.77.0.1 does not answer any more"),
                reachability().loss(before));
        alive.add("10.99.0.1");
        assertEquals(Optional.empty(), reachability().loss(before));
    }

    @Test
    void a_gateway_that_was_silent_before_replaces_none() throws IOException {
        alive.add("10.77.0.1");
        var before = reachability().now();
        alive.clear();
        assertEquals(
                Optional.of("10.77.0.1 does not answer any more"),
                reachability().loss(before));
    }

    @Test
    void a_person_who_is_logged_in_is_replaced_by_nobody() throws IOException {
        alive.addAll(Set.of("10.77.0.1", "10.0.77.5", "10.0.77.8"));
        var before = reachability().now();
        alive.removeAll(Set.of("10.0.77.5", "10.0.77.8"));
        assertEquals(
                Optional.of("10.0.77.5 and 10.0.77.8 do not answer any more"),
                reachability().loss(before));
    }
}
