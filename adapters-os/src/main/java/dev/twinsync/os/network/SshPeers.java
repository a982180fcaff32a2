package dev.twinsync.os.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who is logged in from elsewhere: whoever works on the machine by ssh must not be cut off. */
record SshPeers(KernelTable kernel) {

    private static final Set<String> SERVERS = Set.of("sshd", "sshd-session");
    private static final String ESTABLISHED = "01";

    /** Their addresses. Only root sees which connections are sshd's. */
    List<String> addresses() throws IOException {
        var sockets = sockets();
        return Stream.concat(kernel.rows("tcp"), kernel.rows("tcp6"))
                .filter(row -> row[3].equals(ESTABLISHED) && sockets.contains(row[9]))
                .map(row -> KernelTable.addressInNumbers(row[2].substring(0, row[2].indexOf(':'))))
                .filter(address -> !address.startsWith("127.") && !address.equals("0:0:0:0:0:0:0:1"))
                .distinct()
                .sorted()
                .toList();
    }

    private Set<String> sockets() throws IOException {
        var sockets = new HashSet<String>();
        try (var processes = Files.newDirectoryStream(kernel.proc(), "[0-9]*")) {
            for (Path process : processes) {
                sockets.addAll(socketsOf(process));
            }
        }
        return sockets;
    }

    /** None of a process that has ended meanwhile, or is no sshd. */
    private static Set<String> socketsOf(Path process) {
        var sockets = new HashSet<String>();
        try {
            if (SERVERS.contains(Files.readString(process.resolve("comm")).strip())) {
                try (var files = Files.newDirectoryStream(process.resolve("fd"))) {
                    for (Path file : files) {
                        var target = Files.readSymbolicLink(file).toString();
                        if (target.startsWith("socket:[")) {
                            sockets.add(target.substring("socket:[".length(), target.length() - 1));
                        }
                    }
                }
            }
        } catch (IOException ended) {
            return Set.of();
        }
        return sockets;
    }
}
